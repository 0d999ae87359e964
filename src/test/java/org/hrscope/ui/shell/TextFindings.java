package org.hrscope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// What in a scene cannot be read or reached: texts that are elided, cut off by a clip without a scroll bar, squeezed
/// into less than their height, or over another text; controls cut off or over each other; panes that scroll and show
/// no bar. All by where things are; whether their pixels are seen is for [PaintedTexts]. FX thread, after layout.
final class TextFindings {
    /// Pixels within which rounding, and the empty space round letters, may overlap.
    private static final double SLACK = 2.5;

    /// @param seen the part that no clip hides, in the scene
    /// @param unit what lays out its own texts, and may let them touch; null if alone
    private record Piece(Text text, Bounds seen, @Nullable Node unit) {}

    /// A control that has none inside.
    private record Handle(Control control, Bounds seen) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final List<Handle> handles = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    private TextFindings() {}

    static List<String> in(Parent root) {
        TextFindings all = new TextFindings();
        // Not the root's own: that of a pop-up is smaller than what is seen.
        Scene scene = root.getScene();
        all.walk(root, new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()), null);
        all.overlaps();
        all.controlsOverEachOther();
        return all.findings;
    }

    /// @param seen  what clips leave of the scene here
    /// @param unit  what lays out the texts here
    private void walk(Node node, Bounds seen, @Nullable Node unit) {
        if (!node.isVisible() || node.getOpacity() == 0) return;
        if (node instanceof TextInputControl) return;
        Bounds within = seen;
        if (node.getClip() != null) {
            within = intersection(seen, node.localToScene(node.getClip().getBoundsInParent()));
        }
        if (node instanceof Labeled labeled) elided(labeled);
        if (node instanceof ScrollPane pane) unshown(pane);
        if (node instanceof ButtonBase || node instanceof Slider || node instanceof ComboBoxBase) {
            handle((Control) node, within);
        }
        if (node instanceof TextFlow flow) squeezed(flow);
        if (node instanceof Text text) {
            if (!(text instanceof FontIcon)) piece(text, within, unit);
            return;
        }
        boolean own = node instanceof TextFlow || node.getStyleClass().contains("md-formula-line");
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                walk(child, within, own ? node : unit);
            }
        }
    }

    private void elided(Labeled labeled) {
        String whole = labeled.getText();
        if (whole == null || whole.isBlank()) return;
        labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && !(child instanceof FontIcon))
                .map(Text.class::cast)
                .filter(Text::isVisible)
                .filter(text -> !plain(text.getText()).equals(plain(whole)))
                .forEach(text -> found("elided", whole + " -> " + text.getText(), labeled));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "");
    }

    /// A pane with more than it shows says so with a bar.
    private void unshown(ScrollPane pane) {
        if (pane.getContent() == null) return;
        double hidden =
                pane.getContent().getBoundsInParent().getHeight()
                        - pane.getViewportBounds().getHeight();
        boolean bar =
                pane.lookupAll(".scroll-bar").stream()
                        .filter(each -> each.getParent() == pane)
                        .map(ScrollBar.class::cast)
                        .anyMatch(each ->
                                each.isVisible() && each.getOrientation() == Orientation.VERTICAL);
        if (hidden > SLACK && !bar) found("no bar", "%.0f px hidden".formatted(hidden), pane);
    }

    private void handle(Control control, Bounds seen) {
        if (control.getOpacity() == 0 || control.getWidth() <= 0) return;
        Bounds whole = control.localToScene(control.getLayoutBounds());
        Bounds left = intersection(seen, whole);
        if (scroller(control) == null
                && (left.getWidth() < whole.getWidth() - SLACK
                        || left.getHeight() < whole.getHeight() - SLACK)) {
            found("control cut off", nameOf(control), control);
        }
        if (left.getWidth() > 0 && left.getHeight() > 0) handles.add(new Handle(control, left));
    }

    private static String nameOf(Control control) {
        if (control.getAccessibleText() != null) return control.getAccessibleText();
        return control instanceof Labeled labeled && labeled.getText() != null
                ? labeled.getText()
                : control.toString();
    }

    private static boolean isIn(Node node, Node other) {
        for (Node n = node; n != null; n = n.getParent()) if (n == other) return true;
        return false;
    }

    private void squeezed(TextFlow flow) {
        double natural = flow.prefHeight(flow.getWidth());
        if (flow.getHeight() < natural - SLACK) found("squeezed", textOf(flow), flow);
    }

    private static String textOf(TextFlow flow) {
        StringBuilder text = new StringBuilder();
        for (Node child : flow.getChildren()) if (child instanceof Text t) text.append(t.getText());
        return text.toString();
    }

    private void piece(Text text, Bounds seen, @Nullable Node unit) {
        if (text.getText().isBlank()) return;
        Bounds whole = text.localToScene(text.getLayoutBounds());
        Bounds left = intersection(seen, whole);
        boolean gone = left.getWidth() <= 0 || left.getHeight() <= 0;
        boolean cutAcross = left.getWidth() < whole.getWidth() - SLACK;
        boolean cutAlong = left.getHeight() < whole.getHeight() - SLACK;
        Node scroller = scroller(text);
        boolean mayScroll = scroller != null;
        boolean mayScrollAcross =
                scroller instanceof ScrollPane pane
                        && pane.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER;
        if ((cutAlong || gone) && !mayScroll || cutAcross && !mayScrollAcross && !gone) {
            String size = "%.0fx%.0f of %.0fx%.0f";
            found(
                    "cut off",
                    size.formatted(
                                    left.getWidth(),
                                    left.getHeight(),
                                    whole.getWidth(),
                                    whole.getHeight())
                            + " of "
                            + text.getText(),
                    text);
        }
        if (!gone) pieces.add(new Piece(text, left, unit));
    }

    /// What the text can be scrolled in; null if in nothing.
    private static @Nullable Node scroller(Node text) {
        for (Node node = text; node != null; node = node.getParent()) {
            if (node instanceof ScrollPane || node instanceof VirtualFlow<?>) return node;
        }
        return null;
    }

    private void overlaps() {
        for (int i = 0; i < pieces.size(); i++) {
            for (int j = i + 1; j < pieces.size(); j++) {
                Piece a = pieces.get(i);
                Piece b = pieces.get(j);
                if (a.unit != null && a.unit == b.unit) continue;
                Bounds both = intersection(a.seen, b.seen);
                if (both.getWidth() > SLACK && both.getHeight() > SLACK) {
                    found("overlapping", a.text.getText() + " / " + b.text.getText(), a.text);
                }
            }
        }
    }

    private void controlsOverEachOther() {
        for (int i = 0; i < handles.size(); i++) {
            for (int j = i + 1; j < handles.size(); j++) {
                Handle a = handles.get(i);
                Handle b = handles.get(j);
                if (isIn(a.control, b.control) || isIn(b.control, a.control)) continue;
                Bounds both = intersection(a.seen, b.seen);
                if (both.getWidth() > SLACK && both.getHeight() > SLACK) {
                    String names = nameOf(a.control) + " / " + nameOf(b.control);
                    found("controls overlap", names, a.control);
                }
            }
        }
    }

    static Bounds intersection(Bounds a, Bounds b) {
        double x = Math.max(a.getMinX(), b.getMinX());
        double y = Math.max(a.getMinY(), b.getMinY());
        double right = Math.min(a.getMaxX(), b.getMaxX());
        double bottom = Math.min(a.getMaxY(), b.getMaxY());
        return new BoundingBox(x, y, Math.max(0, right - x), Math.max(0, bottom - y));
    }

    private void found(String what, String text, Node at) {
        String brief = text.replaceAll("\\s+", " ");
        if (brief.length() > 90) brief = brief.substring(0, 90) + "…";
        findings.add(what + ": \"" + brief + "\" in " + path(at));
    }

    private static String path(Node node) {
        List<String> names = new ArrayList<>();
        for (Node n = node; n != null && names.size() < 4; n = n.getParent()) {
            List<String> styles = List.copyOf(n.getStyleClass());
            String name = styles.isEmpty() ? n.getClass().getSimpleName() : styles.getLast();
            if (!Objects.equals(name, "text")) names.addFirst(name);
        }
        return String.join(" > ", names);
    }
}
