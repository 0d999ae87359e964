package org.hrscope.ui.playground;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;

/// All parameters of the convolution, each for both axes, and the output size each kind of padding would give. FX
/// thread.
final class SettingsForm extends GridPane {
    private static final double HINT = 230;

    private final Map<Parameter, Spinner<Integer>> spinners = new EnumMap<>(Parameter.class);
    private final Map<Padding, ToggleButton> paddings = new EnumMap<>(Padding.class);
    private final CheckBox bias = new CheckBox();
    private final PlaygroundViewModel model;
    private final Texts texts;
    private final Controls controls;
    private boolean filling;

    SettingsForm(PlaygroundViewModel model, Texts texts, Controls controls) {
        this.model = model;
        this.texts = texts;
        this.controls = controls;
        getStyleClass().addAll("facts", "playground-form");
        addRow(0, new Label(), muted("playground.height"), muted("playground.width"));
        row("playground.input", Parameter.INPUT_HEIGHT, Parameter.INPUT_WIDTH);
        row("playground.kernel", Parameter.KERNEL_HEIGHT, Parameter.KERNEL_WIDTH);
        row("playground.stride", Parameter.STRIDE_HEIGHT, Parameter.STRIDE_WIDTH);
        row("playground.dilation", Parameter.DILATION_HEIGHT, Parameter.DILATION_WIDTH);
        HBox ways = new HBox();
        ways.getStyleClass().add("padding-ways");
        for (Padding way : Padding.values()) {
            ToggleButton button = new ToggleButton();
            button.setOnAction(event -> {
                model.setPadding(way);
                refresh();
            });
            controls.named(button, Texts.key("playground.padding.", way));
            paddings.put(way, button);
            ways.getChildren().add(button);
        }
        add(muted("playground.padding"), 0, getRowCount());
        add(ways, 0, getRowCount(), 3, 1);
        row("playground.sides", Parameter.PAD_HEIGHT, Parameter.PAD_WIDTH);
        addRow(getRowCount(), new Label(), muted("playground.in"), muted("playground.out"));
        row("playground.channels", Parameter.INPUT_CHANNELS, Parameter.OUTPUT_CHANNELS);
        bias.textProperty().bind(texts.of("playground.bias"));
        bias.setOnAction(event -> model.setBias(bias.isSelected()));
        addRow(getRowCount(), muted("playground.groups"), spinner(Parameter.GROUPS), bias);
        Label hint = muted("playground.hint");
        hint.setWrapText(true);
        hint.setMaxWidth(HINT);
        add(hint, 0, getRowCount(), 3, 1);
    }

    private Label muted(String key) {
        return new Caption(texts, key, "muted");
    }

    private void row(String key, Parameter down, Parameter across) {
        addRow(getRowCount(), muted(key), spinner(down), spinner(across));
    }

    private Spinner<Integer> spinner(Parameter parameter) {
        Spinner<Integer> spinner =
                new Spinner<>(parameter.least, parameter.most, model.setting().get(parameter));
        spinner.setPrefWidth(70);
        controls.named(spinner, Texts.key("playground.set.", parameter));
        spinner.valueProperty()
                .subscribe((_, now) -> {
                    if (!filling) model.set(parameter, now);
                });
        spinners.put(parameter, spinner);
        return spinner;
    }

    void refresh() {
        Setting setting = model.setting();
        filling = true;
        spinners.forEach((parameter, spinner) -> {
            int number = setting.get(parameter);
            // A real layer may be beyond the bounds.
            if (spinner.getValueFactory() instanceof IntegerSpinnerValueFactory bounds) {
                bounds.setMin(Math.min(parameter.least, number));
                bounds.setMax(Math.max(parameter.most, number));
            }
            spinner.getValueFactory().setValue(number);
        });
        filling = false;
        paddings.forEach((way, button) -> {
            Setting other = setting.with(way);
            String size = other.height().output() + " × " + other.width().output();
            String name = way == Padding.NUMBER ? texts.get("playground.number") : way.name();
            button.setText(name + "\n" + (other.steps() == 0 ? "–" : size));
            button.setSelected(way == setting.padding());
        });
        for (Parameter sides : List.of(Parameter.PAD_HEIGHT, Parameter.PAD_WIDTH)) {
            requireNonNull(spinners.get(sides)).setDisable(setting.padding() != Padding.NUMBER);
        }
        bias.setSelected(setting.bias());
    }
}
