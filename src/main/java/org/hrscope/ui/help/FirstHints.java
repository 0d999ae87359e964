package org.hrscope.ui.help;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Motion;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Spacer;
import org.hrscope.ui.common.Styled;
import org.jspecify.annotations.Nullable;

/// Call-outs for a first start, one after the other: each points at something, and goes with a click or Escape. FX
/// thread.
public final class FirstHints {
    private static final double WIDTH = 260;

    /// One call-out.
    ///
    /// @param key   of its text, `hint.KEY`
    /// @param at    what it points at; skipped while that is not in a window
    /// @param x,y   where in it, as shares of its width and height
    /// @param arrow the side of the call-out that the arrow is on
    public record Hint(
            String key,
            Supplier<? extends @Nullable Node> at,
            double x,
            double y,
            ArrowLocation arrow) {}

    private final Shell shell;
    private final List<Hint> hints;
    private @Nullable PopOver open;
    private boolean seen;

    /// @param seen whether they were shown in an earlier session
    public FirstHints(Shell shell, List<Hint> hints, boolean seen) {
        this.shell = shell;
        this.hints = List.copyOf(hints);
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
        if (shown != null) shown.hide();
        return shown != null;
    }

    private void show(int number) {
        if (number >= hints.size()) return;
        Hint hint = hints.get(number);
        Node at = hint.at.get();
        if (at == null || at.getScene() == null) {
            show(number + 1);
            return;
        }
        PopOver popOver = new PopOver();
        popOver.setContentNode(content(number, popOver));
        popOver.setArrowLocation(hint.arrow);
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
        Bounds bounds = at.localToScreen(at.getLayoutBounds());
        popOver.show(
                at.getScene().getWindow(),
                bounds.getMinX() + hint.x * bounds.getWidth(),
                bounds.getMinY() + hint.y * bounds.getHeight());
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
                                .of(() ->
                                        shell.texts().get("hint.count", number + 1, hints.size())),
                        "muted");
        Button next = Styled.as(new Button(), "primary");
        boolean last = number == hints.size() - 1;
        next.textProperty().bind(shell.texts().of(last ? "hint.done" : "hint.next"));
        next.setOnAction(event -> popOver.hide());
        HBox foot = new HBox(count, new Spacer(), next);
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox content = Styled.as(new VBox(words, foot), "hint");
        // A click anywhere on it will do.
        content.setOnMouseClicked(event -> popOver.hide());
        return content;
    }
}
