package org.hrscope.ui.meter;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Shrinking;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.player.PlanInUse;
import org.jspecify.annotations.Nullable;

/// Frames per second and the median time of each step, in fixed-width figures; a click opens the chart. While the
/// inspector is open, also the frame rate without it. FX thread.
public final class MeterView extends HBox implements Shrinking {
    private final StepTimes times;
    private final Texts texts;
    private final Label frames = Styled.as(new Label(), "meter-fps");

    /// Frames per second without the inspector; 0 while it is closed.
    private final DoubleProperty closed = new SimpleDoubleProperty();

    private final Map<StepTimes.Step, Label> steps = new EnumMap<>(StepTimes.Step.class);
    private final TimesChart chart;
    private final HBox stepFigures = Styled.as(new HBox(), "meter-figures");

    /// @param plan how the network is run; null before the first
    public MeterView(
            StepTimes times,
            Texts texts,
            Controls controls,
            Theme theme,
            ObservableValue<@Nullable PlanInUse> plan) {
        this.times = times;
        this.texts = texts;
        chart = new TimesChart(times, texts, plan);
        getStyleClass().add("meter");
        HBox figures = Styled.as(new HBox(), "meter-figures");
        VBox speed = figure(frames, new Caption(texts.of(this::unit, closed)));
        speed.getStyleClass().add("meter-speed");
        figures.getChildren().add(speed);
        for (StepTimes.Step step : StepTimes.Step.values()) {
            Label value = new Label();
            steps.put(step, value);
            stepFigures.getChildren().add(figure(value, new Caption(texts, key(step))));
        }
        stepFigures.managedProperty().bind(stepFigures.visibleProperty());
        figures.getChildren().add(stepFigures);
        Button button = Styled.as(new Button(), "meter-button");
        button.setGraphic(figures);
        controls.named(button, "meter.open");
        button.setOnAction(event -> open(button, theme));
        getChildren().add(button);
        update(0);
    }

    static String key(StepTimes.Step step) {
        return Texts.key("meter.", step);
    }

    private static VBox figure(Label value, Label name) {
        value.getStyleClass().add("meter-value");
        name.getStyleClass().add("meter-name");
        return Styled.as(new VBox(value, name), "meter-figure");
    }

    private void open(Button owner, Theme theme) {
        theme.popOver(chart, PopOver.ArrowLocation.TOP_CENTER).show(owner);
    }

    /// Keeps the frame rate; the steps are one click away.
    @Override
    public void shrink(boolean now) {
        stepFigures.setVisible(!now);
    }

    @Override
    public ObservableValue<?> fullProperty() {
        return texts.languageProperty();
    }

    private String unit() {
        return closed.get() == 0
                ? texts.get("meter.fps")
                : texts.get("meter.of", Texts.format("%.1f", closed.get()));
    }

    /// A few times a second.
    public void update(long now) {
        double rate = times.framesPerSecond(now);
        // A still image has no rate.
        frames.setText(rate == 0 ? "–" : Texts.format("%.1f", rate));
        closed.set(times.closedFramesPerSecond());
        steps.forEach((step, label) ->
                label.setText(Texts.format("%.1f", times.of(step).medianMillis())));
        chart.update();
    }
}
