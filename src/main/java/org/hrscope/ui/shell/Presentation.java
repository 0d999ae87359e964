package org.hrscope.ui.shell;

import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.hrscope.ui.common.Enlarged;
import org.hrscope.ui.common.PointerTip;
import org.jspecify.annotations.Nullable;

/// Full screen, and a presentation: everything larger, and only the stage, the map, or the stage with the panel beside
/// it (a lesson, say). Leaving it puts everything back. FX thread.
final class Presentation implements Part {
    /// Height of the layout: at 1080 pixels a lesson's words are 26 pixels high.
    private static final double ROOM = 617;

    private static final double MOST = 4;

    /// What is seen.
    enum Scope {
        STAGE,
        MAP,
        BOTH
    }

    /// The window as it was.
    private record Before(
            @Nullable Node top,
            @Nullable Node right,
            List<Node> whole,
            double[] wholeAt,
            List<Node> row,
            double[] rowAt,
            boolean fullScreen) {}

    private final BorderPane window;
    private final StageRow row;
    private final Region map;
    private final DoubleConsumer sharpness;
    private @Nullable Before before;

    /// @param row       the stage and its panels, part of the window's centre
    /// @param map       the other part
    /// @param sharpness told how much larger everything is, for what is drawn in pixels
    Presentation(BorderPane window, StageRow row, Region map, DoubleConsumer sharpness) {
        this.window = window;
        this.row = row;
        this.map = map;
        this.sharpness = sharpness;
    }

    private boolean on() {
        return before != null;
    }

    @Override
    public void bind(Keys keys) {
        keys.on(KeyCode.F11, "present.full", this::fullScreen);
        keys.on(KeyCode.F11, "present", this::toggle, KeyCombination.SHIFT_DOWN);
        keys.onlyWhen(this::on, KeyCode.DIGIT1, "present.stage", () -> show(Scope.STAGE));
        keys.onlyWhen(this::on, KeyCode.DIGIT2, "present.map", () -> show(Scope.MAP));
        keys.onlyWhen(this::on, KeyCode.DIGIT3, "present.both", () -> show(Scope.BOTH));
    }

    private @Nullable Stage shown() {
        Scene scene = window.getScene();
        if (scene == null || !(scene.getWindow() instanceof Stage in)) return null;
        // Escape first closes what is open.
        in.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        in.setFullScreenExitHint("");
        return in;
    }

    void fullScreen() {
        Stage in = shown();
        if (in != null) in.setFullScreen(!in.isFullScreen());
    }

    void toggle() {
        if (on()) leave();
        else begin();
    }

    private void begin() {
        Stage in = shown();
        if (in == null || !(window.getCenter() instanceof SplitPane whole)) return;
        before =
                new Before(
                        window.getTop(),
                        window.getRight(),
                        List.copyOf(whole.getItems()),
                        whole.getDividerPositions(),
                        List.copyOf(row.getItems()),
                        row.getDividerPositions(),
                        in.isFullScreen());
        window.setTop(null);
        window.setRight(null);
        window.getStyleClass().add(PointerTip.PRESENTING);
        in.setFullScreen(true);
        in.getScene().heightProperty().addListener(enlarge);
        enlarge();
        show(Scope.STAGE);
    }

    private final javafx.beans.InvalidationListener enlarge = changed -> enlarge();

    private void enlarge() {
        if (window.getScene().getRoot() instanceof Enlarged root) {
            double factor = on() ? Math.clamp(root.getScene().getHeight() / ROOM, 1, MOST) : 1;
            root.factorProperty().set(factor);
            sharpness.accept(factor);
        }
    }

    void show(Scope scope) {
        Before was = before;
        if (was == null || !(window.getCenter() instanceof SplitPane whole)) return;
        whole.getItems().setAll(scope == Scope.MAP ? map : row);
        if (scope == Scope.STAGE) row.getItems().setAll(was.row.getFirst());
        if (scope == Scope.BOTH) {
            row.getItems().setAll(was.row);
            double[] half = new double[was.rowAt.length];
            for (int i = 0; i < half.length; i++) {
                half[i] = 0.5 + 0.5 * i / Math.max(1, half.length);
            }
            row.setDividerPositions(half);
        }
    }

    private void leave() {
        Before was = before;
        Stage in = shown();
        if (was == null || in == null || !(window.getCenter() instanceof SplitPane whole)) return;
        before = null;
        in.getScene().heightProperty().removeListener(enlarge);
        enlarge();
        window.getStyleClass().remove(PointerTip.PRESENTING);
        window.setTop(was.top);
        window.setRight(was.right);
        row.getItems().setAll(was.row);
        whole.getItems().setAll(was.whole);
        in.setFullScreen(was.fullScreen);
        new Dividing(whole, was).start();
    }

    /// A split pane that got its parts back divides itself anew when it is laid out, and the window gets its old size
    /// some pulses later: only then are the old places kept.
    private final class Dividing extends AnimationTimer {
        private static final int PULSES = 8;

        private final SplitPane whole;
        private final Before was;
        private int pulses;

        Dividing(SplitPane whole, Before was) {
            this.whole = whole;
            this.was = was;
        }

        @Override
        public void handle(long now) {
            whole.setDividerPositions(was.wholeAt);
            row.setDividerPositions(was.rowAt);
            if (++pulses == PULSES || on()) stop();
        }
    }

    @Override
    public boolean escape() {
        if (on()) {
            leave();
            return true;
        }
        Stage in = shown();
        if (in == null || !in.isFullScreen()) return false;
        in.setFullScreen(false);
        return true;
    }
}
