package org.hrscope.ui.common;

import javafx.application.Platform;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;

/// Reduces motion if the system asks for it. FX thread.
public final class Motion {
    private static final Duration AT_ONCE = Duration.millis(1);

    private Motion() {}

    /// Whether the system asks for less motion.
    public static boolean isReduced() {
        return Platform.getPreferences().isReducedMotion();
    }

    /// Lets it appear and go without a fade, where less motion is wanted.
    public static void calm(PopOver popOver) {
        if (!isReduced()) return;
        popOver.setFadeInDuration(AT_ONCE);
        popOver.setFadeOutDuration(AT_ONCE);
    }
}
