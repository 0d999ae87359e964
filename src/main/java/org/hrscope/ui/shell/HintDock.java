package org.hrscope.ui.shell;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.help.FirstHints;
import org.hrscope.ui.help.FirstHints.Hint;

/// The first hints: what they point at, and when they come. FX thread.
final class HintDock implements Part {
    /// Updates between the first pose and the first hint: a moment to look at the figure.
    private static final int PATIENCE = 8;

    private final FirstHints hints;
    private final BooleanSupplier posed;
    private final Node notices;
    private int waited;

    /// @param window its root
    /// @param posed  whether the stage shows a pose
    /// @param seen   whether the hints were shown in an earlier session
    HintDock(
            Shell shell, Parent window, Node stage, Node map, BooleanSupplier posed, boolean seen) {
        this.posed = posed;
        notices = shell.notices();
        hints =
                new FirstHints(
                        shell,
                        List.of(
                                new Hint("map", () -> map, 0.5, 0.25, ArrowLocation.BOTTOM_CENTER),
                                new Hint("click", () -> stage, 0.56, 0.4, ArrowLocation.LEFT_TOP),
                                new Hint(
                                        "lessons",
                                        () -> window.lookup("#side-lessons"),
                                        0,
                                        0.5,
                                        ArrowLocation.RIGHT_TOP)),
                        seen);
    }

    void show() {
        hints.show();
    }

    boolean seen() {
        return hints.seen();
    }

    @Override
    public void update(long now) {
        // Hints wait until notices are gone.
        if (waited > PATIENCE || notices.isVisible() || !posed.getAsBoolean()) return;
        if (waited++ == PATIENCE) hints.first();
    }

    @Override
    public boolean escape() {
        return hints.close();
    }

    @Override
    public boolean end() {
        hints.close();
        return true;
    }
}
