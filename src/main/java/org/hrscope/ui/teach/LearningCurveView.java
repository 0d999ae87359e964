package org.hrscope.ui.teach;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import org.hrscope.teach.Teacher;
import org.hrscope.ui.common.Styled;
import org.hrscope.teach.Teacher.CurvePoint;

/// Error by number of clicks, the trained network's and the untrained one's, from 0 to half of the crop's height; a
/// line marks what counts as found. FX thread.
final class LearningCurveView extends Pane {
    private static final double WORST = 0.5;
    private static final double LEFT = 40;
    private static final double BOTTOM = 18;
    private static final double TOP = 8;

    private final Path trained = Styled.as(new Path(), "curve-smooth");
    private final Path untrained = Styled.as(new Path(), "curve-raw");
    private final Line near = Styled.as(new Line(), "curve-near");
    private final Label worst = new Label();
    private final Label best = new Label();
    private final Label first = new Label("1");
    private final Label last = new Label();
    private List<CurvePoint> learnt = List.of();
    private List<CurvePoint> blind = List.of();

    LearningCurveView() {
        getStyleClass().add("learning-curve");
        worst.setText(Math.round(100 * WORST) + "%");
        best.setText("0%");
        List.of(worst, best, first, last)
                .forEach(label -> label.getStyleClass().add("axis-number"));
        getChildren().addAll(near, untrained, trained, worst, best, first, last);
    }

    void show(List<CurvePoint> trained, List<CurvePoint> untrained) {
        learnt = List.copyOf(trained);
        blind = List.copyOf(untrained);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        int most = 1;
        for (List<CurvePoint> curve : List.of(learnt, blind)) {
            if (!curve.isEmpty()) most = Math.max(most, curve.getLast().clicks());
        }
        trained.getElements().setAll(line(learnt, most));
        untrained.getElements().setAll(line(blind, most));
        near.setStartX(LEFT);
        near.setEndX(getWidth());
        near.setStartY(y(Teacher.NEAR));
        near.setEndY(y(Teacher.NEAR));
        last.setText("" + most);
        last.setVisible(most > 1);
        for (Label label : List.of(worst, best, first, last)) label.autosize();
        worst.relocate(LEFT - 6 - worst.getWidth(), y(WORST) - worst.getHeight() / 2);
        best.relocate(LEFT - 6 - best.getWidth(), y(0) - best.getHeight() / 2);
        first.relocate(LEFT, getHeight() - BOTTOM + 3);
        last.relocate(getWidth() - last.getWidth() - 2, getHeight() - BOTTOM + 3);
    }

    private double y(double error) {
        double room = getHeight() - TOP - BOTTOM;
        return TOP + room * (1 - Math.min(WORST, error) / WORST);
    }

    private List<PathElement> line(List<CurvePoint> points, int most) {
        List<PathElement> line = new ArrayList<>();
        double step = (getWidth() - LEFT - 4) / Math.max(1, most - 1);
        for (CurvePoint point : points) {
            double x = LEFT + step * (point.clicks() - 1);
            double y = y(point.error());
            line.add(line.isEmpty() ? new MoveTo(x, y) : new LineTo(x, y));
        }
        // A single point would be invisible.
        if (points.size() == 1) line.add(new LineTo(LEFT + 6, y(points.getFirst().error())));
        return line;
    }
}
