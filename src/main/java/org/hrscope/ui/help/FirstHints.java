package org.hrscope.ui.help;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.EventHandler;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Motion;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Spacer;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.TextButton;
import org.jspecify.annotations.Nullable;

/// Call-outs for a first start, one after the other: each points at something, and goes with a click, Enter or Escape.
/// FX thread.
public final class FirstHints {
    private static final double WIDTH = 260;

    /// From the root of a call-out to its tip, and from its upper end to that of an arrow at the side.
    private static final double ARROW = 12;

    private static final double ARROW_DOWN = 30;

    /// One call-out.
    ///
    /// @param key   of its text, `hint.KEY`
    /// @param at    what it points at; skipped while that is not in a window
    /// @param spots where in it, the best first
    public record Hint(
            String key, Supplier<? extends @Nullable Node> at, Supplier<List<Spot>> spots) {}

    /// @param x,y   shares of the width and height
    /// @param arrow the side of the call-out that the arrow is on
    public record Spot(double x, double y, ArrowLocation arrow) {
        private Point2D on(Bounds at) {
            return new Point2D(at.getMinX() + x * at.getWidth(), at.getMinY() + y * at.getHeight());
        }

        /// Where the call-out stands.
        private Bounds covered(Bounds at, double width, double height) {
            Point2D tip = on(at);
            return switch (arrow) {
                case LEFT_TOP ->
                        new BoundingBox(tip.getX() + ARROW, tip.getY() - ARROW_DOWN, width, height);
                case RIGHT_TOP ->
                        new BoundingBox(
                                tip.getX() - ARROW - width, tip.getY() - ARROW_DOWN, width, height);
                default ->
                        new BoundingBox(
                                tip.getX() - width / 2, tip.getY() - ARROW - height, width, height);
            };
        }
    }

    private final Shell shell;
    private final List<Hint> hints;
    private final Supplier<List<Point2D>> clear;
    private final EventHandler<KeyEvent> keys = this::pressed;
    private final BooleanProperty enter = new SimpleBooleanProperty();
    private @Nullable PopOver open;
    private @Nullable Scene scene;
    private boolean seen;

    /// @param clear on the screen, what a call-out should not cover
    /// @param seen  whether they were shown in an earlier session
    public FirstHints(Shell shell, List<Hint> hints, Supplier<List<Point2D>> clear, boolean seen) {
        this.shell = shell;
        this.hints = List.copyOf(hints);
        this.clear = clear;
        this.seen = seen;
    }

    /// Whether they need not be shown again.
    public boolean seen() {
        return seen;
    }

    /// Shows them if nobody has seen them.
    public void first() {
        if (!seen) show();
    }

    /// Shows them from the first.
    public void show() {
        seen = true;
        close();
        show(0);
    }

    /// The rest is not shown.
    ///
    /// @return whether one was shown
    public boolean close() {
        PopOver shown = open;
        open = null;
        listen(null);
        if (shown != null) shown.hide();
        return shown != null;
    }

    private void listen(@Nullable Scene now) {
        if (scene != null) scene.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
        enter.unbind();
        scene = now;
        if (now == null) return;
        Node focus = now.getFocusOwner();
        enter.bind(now.focusOwnerProperty().map(owner -> owner == focus).orElse(focus == null));
        now.addEventFilter(KeyEvent.KEY_PRESSED, keys);
    }

    /// Enter goes on, until somebody has moved the focus to what may want it. All other keys are the window's: a
    /// call-out takes no focus.
    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER || open == null || !enter.get()) return;
        open.hide();
        event.consume();
    }

    private void show(int number) {
        if (number >= hints.size()) {
            listen(null);
            return;
        }
        Hint hint = hints.get(number);
        Node at = hint.at.get();
        if (at == null || at.getScene() == null) {
            show(number + 1);
            return;
        }
        if (scene == null) listen(at.getScene());
        PopOver popOver = new PopOver();
        VBox content = content(number, popOver);
        Bounds bounds = at.localToScreen(at.getLayoutBounds());
        Spot spot = best(hint.spots.get(), bounds, content);
        popOver.setContentNode(content);
        popOver.setArrowLocation(spot.arrow);
        popOver.setDetachable(false);
        popOver.setAutoHide(false);
        popOver.setHideOnEscape(false);
        Motion.calm(popOver);
        shell.theme().style(popOver);
        popOver.setOnHidden(event -> {
            if (open != popOver) return;
            open = null;
            show(number + 1);
        });
        open = popOver;
        Point2D tip = spot.on(bounds);
        popOver.show(at.getScene().getWindow(), tip.getX(), tip.getY());
    }

    /// The first of those where it covers least.
    private Spot best(List<Spot> spots, Bounds at, VBox content) {
        StackPane measured = new StackPane(content);
        shell.theme().style(measured);
        new Scene(measured);
        measured.applyCss();
        double width = content.prefWidth(-1);
        double height = content.prefHeight(width);
        measured.getChildren().clear();
        List<Point2D> free = clear.get();
        return spots.stream()
                .min(
                        Comparator.comparingLong(spot -> {
                            Bounds covered = spot.covered(at, width, height);
                            return free.stream().filter(covered::contains).count();
                        }))
                .orElseThrow();
    }

    private VBox content(int number, PopOver popOver) {
        String key = "hint." + hints.get(number).key;
        Label words = new Caption(shell.texts(), key);
        words.setWrapText(true);
        words.setPrefWidth(WIDTH);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Label count =
                new Caption(
                        shell.texts()
                                .of(
                                        () ->
                                                shell.texts()
                                                        .get(
                                                                enter.get()
                                                                        ? "hint.count.enter"
                                                                        : "hint.count",
                                                                number + 1,
                                                                hints.size()),
                                        enter),
                        "muted");
        String onward = number == hints.size() - 1 ? "hint.done" : "hint.next";
        Button next = new TextButton(shell.texts(), onward, popOver::hide, "primary");
        // Else the space bar would press it instead of playing, and Tab would end here.
        next.setFocusTraversable(false);
        HBox foot = new HBox(count, new Spacer(), next);
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox content = Styled.as(new VBox(words, foot), "hint");
        // A click anywhere on it will do.
        content.setOnMouseClicked(event -> popOver.hide());
        return content;
    }
}
