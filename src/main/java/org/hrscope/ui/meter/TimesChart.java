package org.hrscope.ui.meter;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.player.PlanInUse;
import org.jspecify.annotations.Nullable;

/// One bar per step: the median filled, the 95th percentile as a lighter tail, in milliseconds; below, how the network
/// is run. FX thread.
final class TimesChart extends VBox {
    private static final double WIDTH = 220;

    private record Bar(Region median, Region tail, Label figures) {}

    private final StepTimes times;
    private final Map<StepTimes.Step, Bar> bars = new EnumMap<>(StepTimes.Step.class);

    TimesChart(StepTimes times, Texts texts, ObservableValue<@Nullable PlanInUse> plan) {
        this.times = times;
        getStyleClass().add("times-chart");
        GridPane grid = Styled.as(new GridPane(), "times-grid");
        int row = 0;
        for (StepTimes.Step step : StepTimes.Step.values()) {
            Label name = new Caption(texts, MeterView.key(step));
            Bar bar = new Bar(new Region(), new Region(), new Label());
            bar.median.getStyleClass().add("times-median");
            bar.tail.getStyleClass().add("times-tail");
            bar.figures.getStyleClass().add("meter-value");
            StackPane track = Styled.as(new StackPane(bar.tail, bar.median), "score-bar");
            track.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            track.setPrefSize(WIDTH, 12);
            bars.put(step, bar);
            grid.addRow(row++, name, track, bar.figures);
            GridPane.setHalignment(bar.figures, HPos.RIGHT);
        }
        Label lanes = new Label();
        lanes.textProperty()
                .bind(
                        texts.of(
                                () -> plan.getValue() == null ? "" : plan.getValue().text(texts),
                                plan));
        getChildren().addAll(new Caption(texts, "meter.chart", "panel-title"), grid, lanes);
    }

    void update() {
        double longest = 1;
        for (StepTimes.Step step : StepTimes.Step.values())
            longest = Math.max(longest, times.of(step).p95Millis());
        for (Map.Entry<StepTimes.Step, Bar> entry : bars.entrySet()) {
            double median = times.of(entry.getKey()).medianMillis();
            double p95 = times.of(entry.getKey()).p95Millis();
            width(entry.getValue().median, WIDTH * median / longest);
            width(entry.getValue().tail, WIDTH * p95 / longest);
            entry.getValue().figures.setText(Texts.format("%5s / %5s ms", brief(median), brief(p95)));
        }
    }

    /// Three digits.
    private static String brief(double millis) {
        return Texts.format(millis >= 100 ? "%.0f" : millis >= 10 ? "%.1f" : "%.2f", millis);
    }

    private static void width(Region bar, double width) {
        bar.setMinWidth(width);
        bar.setMaxWidth(width);
    }
}
