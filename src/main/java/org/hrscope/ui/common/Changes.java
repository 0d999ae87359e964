package org.hrscope.ui.common;

import javafx.beans.value.ObservableValue;

/// One action for changes of several values. FX thread.
public final class Changes {
    private Changes() {}

    /// Runs `action` now, and after each change of any of `values`.
    public static void now(Runnable action, ObservableValue<?>... values) {
        of(action, values);
        action.run();
    }

    /// Runs `action` after each change of any of `values`.
    public static void of(Runnable action, ObservableValue<?>... values) {
        for (ObservableValue<?> value : values) {
            value.subscribe((_, _) -> action.run());
        }
    }
}
