package org.hrscope.ui.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import org.hrscope.action.AngleTrace;
import org.hrscope.action.Phase;
import org.hrscope.action.Thresholds;
import org.hrscope.ui.common.Styled;
import org.jspecify.annotations.Nullable;

/// An angle over the last seconds, from 0 to 180 degrees, over bands that say when the action was under way and when
/// too little was seen; the thresholds can be dragged. The newest value is at the right edge. FX thread.
final class AngleCurveView extends Pane {
    static final double FULL = 180;
    private static final double HEIGHT = 110;

    private final Path curve = Styled.as(new Path(), "curve-smooth");
    private final Path active = Styled.as(new Path(), "band-active");
    private final Path unsure = Styled.as(new Path(), "band-unsure");
    private final ThresholdLine rest;
    private final ThresholdLine begin;
    private final AngleTrace trace;
    private final Supplier<@Nullable Thresholds> thresholds;

    /// @param thresholds null for none
    AngleCurveView(
            AngleTrace trace,
            Supplier<@Nullable Thresholds> thresholds,
            Consumer<Thresholds> move) {
        this.trace = trace;
        this.thresholds = thresholds;
        getStyleClass().add("angle-curve");
        rest =
                new ThresholdLine(
                        "threshold-rest",
                        degrees -> {
                            Thresholds now = thresholds.get();
                            if (now != null) move.accept(now.withRest(degrees));
                        },
                        this::getHeight);
        begin =
                new ThresholdLine(
                        "threshold-active",
                        degrees -> {
                            Thresholds now = thresholds.get();
                            if (now != null) move.accept(now.withActive(degrees));
                        },
                        this::getHeight);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        for (Path path : List.of(active, unsure, curve)) {
            path.setManaged(false);
            path.setMouseTransparent(true);
        }
        getChildren().addAll(active, unsure, curve, rest, begin);
    }

    ThresholdLine rest() {
        return rest;
    }

    ThresholdLine begin() {
        return begin;
    }

    @Override
    protected void layoutChildren() {
        Thresholds now = thresholds.get();
        rest.setVisible(now != null);
        begin.setVisible(now != null);
        if (now != null) {
            boolean above = now.rest() >= now.active();
            place(rest, now.rest(), above);
            place(begin, now.active(), !above);
        }
        show();
    }

    /// The two may be close: the number of the upper one stands above it, that of the lower one below.
    private void place(ThresholdLine line, double degrees, boolean above) {
        line.show(degrees, above);
        double height = line.prefHeight(-1);
        line.resizeRelocate(0, y(degrees) - height / 2, getWidth(), height);
    }

    private double y(double degrees) {
        return getHeight() * (1 - degrees / FULL);
    }

    private double x(int index) {
        return getWidth() * (1 + trace.seconds(index) / AngleTrace.SECONDS);
    }

    /// Draws what the trace holds now, if anyone can see it.
    void show() {
        if (getScene() == null) return;
        List<PathElement> line = new ArrayList<>(trace.size());
        boolean down = false;
        for (int i = 0; i < trace.size(); i++) {
            double degrees = trace.degrees(i);
            if (Double.isNaN(degrees)) {
                down = false;
                continue;
            }
            line.add(down ? new LineTo(x(i), y(degrees)) : new MoveTo(x(i), y(degrees)));
            down = true;
        }
        curve.getElements().setAll(line);
        active.getElements().setAll(bands(Phase.ACTIVE));
        unsure.getElements().setAll(bands(Phase.UNSURE));
    }

    private List<PathElement> bands(Phase phase) {
        List<PathElement> bands = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= trace.size(); i++) {
            boolean within = i < trace.size() && trace.phase(i) == phase;
            if (within && from < 0) from = i;
            if (within || from < 0) continue;
            double left = x(from);
            double right = x(Math.min(i, trace.size() - 1));
            bands.add(new MoveTo(left, 0));
            bands.add(new LineTo(right, 0));
            bands.add(new LineTo(right, getHeight()));
            bands.add(new LineTo(left, getHeight()));
            bands.add(new ClosePath());
            from = -1;
        }
        return bands;
    }
}
