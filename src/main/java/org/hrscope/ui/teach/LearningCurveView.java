package org.hrscope.ui.teach;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.hrscope.teach.Teacher;
import org.hrscope.teach.Teacher.CurvePoint;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;

/// Error by number of clicks, the trained network's with full dots and the untrained one's with hollow ones, from 0 to
/// half of the crop's height; a line marks what counts as found. FX thread.
final class LearningCurveView extends Pane {
    private static final double WORST = 0.5;
    private static final double LEFT = 40;
    private static final double BOTTOM = 18;
    private static final double TOP = 8;
    private static final double DOT = 3.5;

    private final Path trained = Styled.as(new Path(), "curve-smooth");
    private final Path untrained = Styled.as(new Path(), "curve-raw");
    private final Path trainedDots = Styled.as(new Path(), "curve-smooth-dots");
    private final Path untrainedDots = Styled.as(new Path(), "curve-raw-dots");
    private final Line near = Styled.as(new Line(), "curve-near");
    private final Label worst = new Label();
    private final Label best = new Label();
    private final Label first = new Label("1");
    private final Label last = new Label();
    private final Label clicks;
    private List<CurvePoint> learnt = List.of();
    private List<CurvePoint> blind = List.of();

    LearningCurveView(Texts texts) {
        clicks = new Caption(texts, "teach.curve.clicks");
        getStyleClass().add("learning-curve");
        worst.setText(Math.round(100 * WORST) + "%");
        best.setText("0%");
        List.of(worst, best, first, last, clicks)
                .forEach(label -> label.getStyleClass().add("axis-number"));
        getChildren().addAll(near, untrained, untrainedDots, trained, trainedDots);
        getChildren().addAll(worst, best, first, last, clicks);
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
        draw(learnt, most, trained, trainedDots);
        draw(blind, most, untrained, untrainedDots);
        near.setStartX(LEFT);
        near.setEndX(getWidth());
        near.setStartY(y(Teacher.NEAR));
        near.setEndY(y(Teacher.NEAR));
        last.setText("" + most);
        last.setVisible(most > 1);
        for (Label label : List.of(worst, best, first, last, clicks)) label.autosize();
        worst.relocate(LEFT - 6 - worst.getWidth(), y(WORST) - worst.getHeight() / 2);
        best.relocate(LEFT - 6 - best.getWidth(), y(0) - best.getHeight() / 2);
        first.relocate(LEFT, getHeight() - BOTTOM + 3);
        last.relocate(getWidth() - last.getWidth() - 2, getHeight() - BOTTOM + 3);
        clicks.relocate((LEFT + getWidth() - clicks.getWidth()) / 2, getHeight() - BOTTOM + 3);
    }

    private double y(double error) {
        double room = getHeight() - TOP - BOTTOM;
        return TOP + room * (1 - Math.min(WORST, error) / WORST);
    }

    /// With a dot for each number of clicks, or a single one would be invisible.
    private void draw(List<CurvePoint> points, int most, Path line, Path dots) {
        line.getElements().clear();
        dots.getElements().clear();
        double step = (getWidth() - LEFT - 2 * DOT - 2) / Math.max(1, most - 1);
        for (CurvePoint point : points) {
            double x = LEFT + DOT + 1 + step * (point.clicks() - 1);
            double y = y(point.error());
            boolean first = line.getElements().isEmpty();
            line.getElements().add(first ? new MoveTo(x, y) : new LineTo(x, y));
            dots.getElements()
                    .addAll(
                            new MoveTo(x - DOT, y),
                            new ArcTo(DOT, DOT, 0, x + DOT, y, false, true),
                            new ArcTo(DOT, DOT, 0, x - DOT, y, false, true));
        }
    }
}
