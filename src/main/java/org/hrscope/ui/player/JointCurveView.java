package org.hrscope.ui.player;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import org.hrscope.motion.JointCurve;
import org.hrscope.motion.RecentPoses;
import org.hrscope.ui.common.Styled;

/// The raw and the smoothed curve over each other; the newest value is at the right edge, up is right in the image.
/// FX thread.
final class JointCurveView extends Pane {
    private static final double WIDTH = 320;
    private static final double HEIGHT = 96;
    private static final double MARGIN = 6;
    private static final double SECONDS = RecentPoses.KEPT_NANOS / 1e9;

    /// In image pixels: a still joint is a flat line, not a magnified tremble of a hundredth of a pixel.
    private static final double LEAST_SPAN = 4;

    private final Path raw = Styled.as(new Path(), "curve-raw");
    private final Path smooth = Styled.as(new Path(), "curve-smooth");

    JointCurveView() {
        getStyleClass().add("joint-curve");
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setClip(new Rectangle(WIDTH, HEIGHT));
        getChildren().addAll(raw, smooth);
    }

    void show(JointCurve curve) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (JointCurve.Point point : curve.points()) {
            if (Double.isNaN(point.raw())) continue;
            least = Math.min(least, Math.min(point.raw(), point.smooth()));
            most = Math.max(most, Math.max(point.raw(), point.smooth()));
        }
        double middle = (least + most) / 2;
        double span = Math.max(LEAST_SPAN, most - least);
        raw.getElements().setAll(line(curve, JointCurve.Point::raw, middle, span));
        smooth.getElements().setAll(line(curve, JointCurve.Point::smooth, middle, span));
    }

    private static List<PathElement> line(
            JointCurve curve, ToDoubleFunction<JointCurve.Point> of, double middle, double span) {
        List<PathElement> line = new ArrayList<>();
        boolean down = false;
        for (JointCurve.Point point : curve.points()) {
            double value = of.applyAsDouble(point);
            if (Double.isNaN(value)) {
                down = false;
                continue;
            }
            double x = WIDTH * (1 + point.seconds() / SECONDS);
            double y = HEIGHT / 2 - (HEIGHT - 2 * MARGIN) * (value - middle) / span;
            line.add(down ? new LineTo(x, y) : new MoveTo(x, y));
            down = true;
        }
        return line;
    }
}
