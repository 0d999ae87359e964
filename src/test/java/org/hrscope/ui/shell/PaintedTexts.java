package org.hrscope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// Texts that a snapshot does not show: hardly a pixel of their colour is where they are, because something is painted
/// over them, or they were never painted. FX thread, after layout.
final class PaintedTexts {
    /// Of the way from the ground to the full colour that may be left.
    private static final double BLENDED = 0.6;

    /// Strokes cover more of the box of a text than this.
    private static final double LEAST_INK = 0.02;

    private final Bounds scene;
    private final PixelReader pixels;
    private final List<String> missing = new ArrayList<>();

    private PaintedTexts(Bounds scene, PixelReader pixels) {
        this.scene = scene;
        this.pixels = pixels;
    }

    static List<String> missingIn(Scene scene) {
        WritableImage image = scene.snapshot(null);
        PaintedTexts all =
                new PaintedTexts(scene.getRoot().getLayoutBounds(), image.getPixelReader());
        all.walk(scene.getRoot(), all.scene, 1);
        return all.missing;
    }

    /// @param seen what clips leave of the scene here
    private void walk(Node node, Bounds seen, double opacity) {
        if (!node.isVisible()) return;
        double here = opacity * node.getOpacity();
        // What is disabled is blended with what is below.
        if (here < 1) return;
        Bounds within = seen;
        if (node.getClip() != null) {
            within =
                    TextFindings.intersection(
                            seen, node.localToScene(node.getClip().getBoundsInParent()));
        }
        if (node instanceof Text text && !(text instanceof FontIcon)) look(text, within);
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) walk(child, within, here);
        }
    }

    private void look(Text text, Bounds seen) {
        if (text.getText().isBlank() || !(text.getFill() instanceof Color ink)) return;
        if (ink.getOpacity() < 1) return;
        Bounds whole = text.localToScene(text.getLayoutBounds());
        Bounds at = TextFindings.intersection(seen, whole);
        // A sliver at the edge of what scrolls.
        if (at.getHeight() < whole.getHeight() - 1 || at.getWidth() < whole.getWidth() - 1) return;
        List<Color> box = new ArrayList<>();
        for (int y = (int) at.getMinY(); y < (int) at.getMaxY(); y++) {
            for (int x = (int) at.getMinX(); x < (int) at.getMaxX(); x++) {
                box.add(pixels.getColor(x, y));
            }
        }
        Color ground = box.getFirst();
        // Thin strokes are blended with the ground and never reach the full colour.
        double near = BLENDED * distance(ground, ink);
        long inked = box.stream().filter(pixel -> distance(pixel, ink) < near).count();
        if (inked < LEAST_INK * box.size()) {
            String where = "%.0f,%.0f".formatted(at.getMinX(), at.getMinY());
            missing.add("not painted: \"" + text.getText() + "\" at " + where);
        }
    }

    private static double distance(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed())
                + Math.abs(a.getGreen() - b.getGreen())
                + Math.abs(a.getBlue() - b.getBlue());
    }
}
