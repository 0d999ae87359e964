package org.hrscope.ui.lab;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Slider;
import javafx.scene.layout.BorderPane;
import org.hrscope.ablation.Gains.Gain;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One changed gain: its place, a slider from 0 to 2, and a button that restores it. FX thread.
final class GainRow extends BorderPane {
    private static final double MOST = 2;

    private final Slider slider = new Slider(0, MOST, 1);
    private final Label value = new Label();
    private final Cuts cuts;
    private final Gain place;
    private boolean showing;

    GainRow(Cuts cuts, Gain gain, Controls controls, Texts texts) {
        this.cuts = cuts;
        place = gain;
        String name =
                gain.channel().isPresent()
                        ? gain.name() + "#" + gain.channel().getAsInt()
                        : gain.name();
        Label title = new Label(name);
        title.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        value.getStyleClass().add("meter-value");
        value.setMinWidth(USE_PREF_SIZE);
        controls.named(slider, texts.of(() -> texts.get("cut.gain", name)));
        slider.setBlockIncrement(0.1);
        slider.valueProperty().subscribe((_, now) -> slide(now.doubleValue()));
        slider.valueChangingProperty()
                .subscribe((_, now) -> {
                    if (!now) cuts.settle();
                });
        Button restore =
                controls.button(
                        MaterialDesignC.CLOSE,
                        "cut.restore-one",
                        () -> cuts.set(new Gain(place.name(), place.channel(), 1)));
        getStyleClass().add("gain-row");
        BorderPane head = new BorderPane(title, null, value, null, null);
        BorderPane.setAlignment(title, javafx.geometry.Pos.CENTER_LEFT);
        setCenter(new javafx.scene.layout.VBox(head, slider));
        setRight(restore);
    }

    boolean isOf(Gain gain) {
        return gain.isAt(place.name(), place.channel());
    }

    /// Whether it must stay even at gain 1, because it is being dragged or has the focus.
    boolean held() {
        return slider.isValueChanging() || slider.isFocused();
    }

    void show(float gain) {
        showing = true;
        slider.setValue(Math.min(MOST, gain));
        showing = false;
        value.setText(Figures.gain(gain));
    }

    private void slide(double to) {
        if (showing) return;
        // Full hundredths, and 1 within reach of a hand.
        double rounded = Math.round(to * 100) / 100.0;
        if (Math.abs(rounded - 1) < 0.03 && slider.isValueChanging()) rounded = 1;
        cuts.slide(new Gain(place.name(), place.channel(), (float) rounded));
        value.setText(Figures.gain(rounded));
    }
}
