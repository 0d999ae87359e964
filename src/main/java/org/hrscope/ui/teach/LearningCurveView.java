package org.hrscope.ui.teach;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
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
/// half of the crop's height; the last error stands beside its dot, and a line marks what counts as found. FX thread.
final class LearningCurveView extends Pane {
    private static final double WORST = 0.5;
    private static final double LEFT = 40;
    private static final double BOTTOM = 18;
    private static final double TOP = 8;
    private static final double DOT = 3.5;

    /// A single dot has room for those to come.
    private static final int FEWEST = 3;

    private final Region ground = Styled.as(new Region(), "curve-ground");
    private final Path trained = Styled.as(new Path(), "curve-smooth");
    private final Path untrained = Styled.as(new Path(), "curve-raw");
    private final Path trainedDots = Styled.as(new Path(), "curve-smooth-dots");
    private final Path untrainedDots = Styled.as(new Path(), "curve-raw-dots");
    private final Line near = Styled.as(new Line(), "curve-near");
    private final Label worst = new Label();
    private final Label best = new Label();
    private final Label trainedEnd = Styled.as(new Label(), "curve-end");
    private final Label untrainedEnd = Styled.as(new Label(), "curve-end", "muted");
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
        getChildren().addAll(ground, near, untrained, untrainedDots, trained, trainedDots);
        getChildren().addAll(untrainedEnd, trainedEnd);
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
        int most = FEWEST;
        for (List<CurvePoint> curve : List.of(learnt, blind)) {
            if (!curve.isEmpty()) most = Math.max(most, curve.getLast().clicks());
        }
        ground.resizeRelocate(LEFT, y(WORST), getWidth() - LEFT, y(0) - y(WORST));
        draw(learnt, most, trained, trainedDots);
        draw(blind, most, untrained, untrainedDots);
        end(learnt, most, trainedEnd);
        end(blind, most, untrainedEnd);
        near.setStartX(LEFT);
        near.setEndX(getWidth());
        near.setStartY(y(Teacher.NEAR));
        near.setEndY(y(Teacher.NEAR));
        last.setText("" + most);
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

    private double x(int clicks, int most) {
        double step = (getWidth() - LEFT - 2 * DOT - 2) / (most - 1);
        return LEFT + DOT + 1 + step * (clicks - 1);
    }

    /// Beside the last dot, or above it where the curve ends at the edge.
    private void end(List<CurvePoint> points, int most, Label label) {
        label.setVisible(!points.isEmpty());
        if (points.isEmpty()) return;
        CurvePoint end = points.getLast();
        label.setText(Math.round(100 * end.error()) + "%");
        label.autosize();
        double x = x(end.clicks(), most);
        double y = y(end.error());
        boolean beside = x + DOT + 3 + label.getWidth() <= getWidth();
        boolean above = y - DOT - label.getHeight() >= y(WORST);
        double left = beside ? x + DOT + 3 : getWidth() - label.getWidth() - 1;
        double middle = y - label.getHeight() / 2;
        double over = above ? y - DOT - label.getHeight() : y + DOT;
        double lowest = y(0) - label.getHeight();
        label.relocate(left, Math.min(lowest, beside ? middle : over));
    }

    /// With a dot for each number of clicks, or a single one would be invisible.
    private void draw(List<CurvePoint> points, int most, Path line, Path dots) {
        line.getElements().clear();
        dots.getElements().clear();
        for (CurvePoint point : points) {
            double x = x(point.clicks(), most);
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
