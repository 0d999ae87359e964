package org.hrscope.ui.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.hrscope.pixels.PixelBrush;

/// The outlines of letters in the font of the stage, so that they can be drawn where there is no toolkit. Made on the
/// FX thread, then immutable.
final class Lettering {
    /// Outlines are taken from letters so much larger, which no hinting distorts.
    private static final double LARGER = 16;

    private static final int STEPS = 4;

    /// @param contours x and y in turn, from the left end of the line's lower edge
    private record Letter(double advance, List<double[]> contours) {}

    private final Map<Integer, Letter> letters = new HashMap<>();

    /// @param characters that will be asked for; any other takes no room
    static Lettering of(String characters) {
        Lettering lettering = new Lettering();
        characters
                .codePoints()
                .distinct()
                .forEach(c -> lettering.letters.put(c, letter(Character.toString(c))));
        return lettering;
    }

    private static Letter letter(String character) {
        Text text = new Text(character);
        text.setFont(Font.font("System", OnCanvas.WEIGHT, OnCanvas.SMALL.getSize() * LARGER));
        double advance = text.getLayoutBounds().getWidth() / LARGER;
        // From the line's lower edge, not from the letter's own.
        text.setTextOrigin(VPos.BASELINE);
        text.setY(-text.getLayoutBounds().getMaxY());
        Shape outline = Shape.subtract(text, new Rectangle(0, 0));
        return new Letter(advance, outline instanceof Path path ? contours(path) : List.of());
    }

    private static List<double[]> contours(Path path) {
        List<double[]> contours = new ArrayList<>();
        List<Double> now = new ArrayList<>();
        for (PathElement element : path.getElements()) {
            switch (element) {
                case MoveTo to -> {
                    end(now, contours);
                    add(now, to.getX(), to.getY());
                }
                case LineTo to -> add(now, to.getX(), to.getY());
                case QuadCurveTo to ->
                        curve(
                                now,
                                new double[] {to.getControlX(), to.getX()},
                                new double[] {to.getControlY(), to.getY()});
                case CubicCurveTo to ->
                        curve(
                                now,
                                new double[] {to.getControlX1(), to.getControlX2(), to.getX()},
                                new double[] {to.getControlY1(), to.getControlY2(), to.getY()});
                case ClosePath _ -> end(now, contours);
                default -> throw new IllegalStateException(element.toString());
            }
        }
        end(now, contours);
        return List.copyOf(contours);
    }

    private static void add(List<Double> to, double x, double y) {
        to.add(x / LARGER);
        to.add(y / LARGER);
    }

    private static void end(List<Double> contour, List<double[]> all) {
        if (!contour.isEmpty())
            all.add(contour.stream().mapToDouble(Double::doubleValue).toArray());
        contour.clear();
    }

    /// A Bézier curve from the contour's end, by de Casteljau.
    private static void curve(List<Double> contour, double[] xs, double[] ys) {
        double fromX = contour.get(contour.size() - 2) * LARGER;
        double fromY = contour.getLast() * LARGER;
        for (int step = 1; step <= STEPS; step++) {
            double t = step / (double) STEPS;
            add(contour, at(fromX, xs, t), at(fromY, ys, t));
        }
    }

    private static double at(double from, double[] rest, double t) {
        double[] points = new double[rest.length + 1];
        points[0] = from;
        System.arraycopy(rest, 0, points, 1, rest.length);
        for (int level = rest.length; level > 0; level--) {
            for (int i = 0; i < level; i++) points[i] += t * (points[i + 1] - points[i]);
        }
        return points[0];
    }

    double widthOf(String text) {
        return text.codePoints()
                .mapToObj(letters::get)
                .mapToDouble(letter -> letter == null ? 0 : letter.advance)
                .sum();
    }

    /// @param y of the lower edge
    PixelBrush.Outlines outlines(String text, double x, double y) {
        List<double[]> placed = new ArrayList<>();
        double left = x;
        for (int c : text.codePoints().toArray()) {
            Letter letter = letters.get(c);
            if (letter == null) continue;
            for (double[] contour : letter.contours) {
                double[] moved = contour.clone();
                for (int i = 0; i < moved.length; i += 2) {
                    moved[i] += left;
                    moved[i + 1] += y;
                }
                placed.add(moved);
            }
            left += letter.advance;
        }
        return new PixelBrush.Outlines(placed);
    }
}
