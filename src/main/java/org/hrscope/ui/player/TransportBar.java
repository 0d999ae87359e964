package org.hrscope.ui.player;

import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.hrscope.capture.SourceInfo;
import org.hrscope.ui.common.Controls;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Previous frame, play or pause, next frame, loop, speed. FX thread.
public final class TransportBar extends HBox {

    public TransportBar(LiveViewModel live, Controls controls) {
        getStyleClass().add("bar-group");
        Button back =
                controls.button(
                        MaterialDesignS.SKIP_PREVIOUS, "transport.back", () -> live.step(-1));
        Button play = controls.button(MaterialDesignP.PAUSE, "transport.play", live::togglePlaying);
        FontIcon icon = new FontIcon(MaterialDesignP.PAUSE);
        play.setGraphic(icon);
        live.pausedProperty()
                .subscribe((_, now) ->
                        icon.setIconCode(now ? MaterialDesignP.PLAY : MaterialDesignP.PAUSE));
        Button on = controls.button(MaterialDesignS.SKIP_NEXT, "transport.on", () -> live.step(1));
        ToggleButton loop = controls.toggle(MaterialDesignR.REPEAT, "transport.loop");
        loop.selectedProperty().bindBidirectional(live.loopProperty());
        ChoiceBox<Double> speed = speed(live);
        controls.named(speed, "transport.speed");
        var fixed = live.infoProperty().map(info -> !info.seekable()).orElse(true);
        back.disableProperty().bind(fixed);
        loop.disableProperty().bind(fixed);
        // A still image has no frame after it.
        on.disableProperty().bind(live.infoProperty().map(info -> info.frames() == 1).orElse(true));
        speed.disableProperty().bind(live.infoProperty().map(SourceInfo::live).orElse(true));
        getChildren().addAll(back, play, on, loop, speed);
    }

    private static ChoiceBox<Double> speed(LiveViewModel live) {
        ChoiceBox<Double> speed = new ChoiceBox<>();
        speed.getItems().addAll(0.1, 0.25, 0.5, 1.0, 2.0);
        speed.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Double value) {
                        return (value == Math.rint(value)
                                        ? String.valueOf(value.intValue())
                                        : String.valueOf(value))
                                + "×";
                    }

                    @Override
                    public Double fromString(String text) {
                        return Double.valueOf(text.replace("×", ""));
                    }
                });
        speed.setValue(1.0);
        speed.valueProperty().subscribe((_, now) -> live.speedProperty().set(now));
        return speed;
    }
}
