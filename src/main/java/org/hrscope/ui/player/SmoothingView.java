package org.hrscope.ui.player;

import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.hrscope.domain.Skeleton;
import org.hrscope.motion.JointCurve;
import org.hrscope.motion.RecentPoses;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Spacer;
import org.hrscope.ui.common.TextButton;
import org.hrscope.ui.common.TextCheck;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.LayersViewModel;

/// The switch, the filter's two parameters in plain words, and what they do to the selected joint. FX thread.
final class SmoothingView extends VBox {
    private final SmoothingViewModel model;
    private final RecentPoses recent;
    private final Selection selection;
    private final JointCurveView curve = new JointCurveView();

    SmoothingView(
            SmoothingViewModel model,
            RecentPoses recent,
            Selection selection,
            ObservableValue<Skeleton> skeleton,
            Texts texts) {
        this.model = model;
        this.recent = recent;
        this.selection = selection;
        getStyleClass().add("smoothing-view");
        CheckBox on = new TextCheck(texts, "smoothing.on", model.onProperty());
        Button reset = new TextButton(texts, "smoothing.reset", model::reset);
        Controls controls = new Controls(texts);
        Label joint =
                new Caption(
                        texts.of(
                                () -> title(skeleton.getValue(), texts),
                                selection.jointProperty(),
                                skeleton));
        joint.setWrapText(true);
        getChildren()
                .addAll(
                        new Caption(texts, "smoothing", "panel-title"),
                        on,
                        slider(
                                "smoothing.cutoff.",
                                SmoothingViewModel.LEAST_CUTOFF,
                                SmoothingViewModel.MOST_CUTOFF,
                                model.cutoffProperty(),
                                controls,
                                texts),
                        slider(
                                "smoothing.beta.",
                                0,
                                SmoothingViewModel.MOST_BETA,
                                model.betaProperty(),
                                controls,
                                texts),
                        joint,
                        curve,
                        new HBox(
                                14,
                                key("smoothing.raw", "curve-raw", texts),
                                key("smoothing.smooth", "curve-smooth", texts),
                                new Spacer(),
                                reset));
    }

    private String title(Skeleton skeleton, Texts texts) {
        int joint = selection.jointProperty().get();
        if (joint < 0 || joint >= skeleton.size()) return texts.get("smoothing.hint");
        return texts.get("smoothing.curve", new JointNames(texts).of(skeleton.joints().get(joint)));
    }

    private static Node slider(
            String key,
            double least,
            double most,
            DoubleProperty value,
            Controls controls,
            Texts texts) {
        Slider slider = new Slider(least, most, value.get());
        slider.setBlockIncrement((most - least) / 40);
        slider.valueProperty().bindBidirectional(value);
        controls.named(slider, key + "name");
        var number = value.map(now -> Texts.format("%.1f", now));
        Label figure = new Caption(texts.of(key + "value", number), "meter-value");
        Label words = new Caption(texts, key + "words", "muted");
        words.setWrapText(true);
        return new VBox(
                2,
                new HBox(8, new Caption(texts, key + "name"), new Spacer(), figure),
                slider,
                words);
    }

    private static Label key(String text, String style, Texts texts) {
        Label label = new Caption(texts, text);
        Line line = new Line(0, 0, 16, 0);
        line.getStyleClass().add(style);
        label.setGraphic(line);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /// Draws the curve anew.
    void pulse() {
        curve.show(
                JointCurve.of(
                        recent.moments(),
                        selection.jointProperty().get(),
                        model.settings(),
                        LayersViewModel.LEAST_SCORE));
    }
}
