package org.hrscope.ui.player;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import org.hrscope.domain.Decoder;
import org.hrscope.people.PersonMode;
import org.hrscope.ui.common.Controls;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Where people are found, how joints are decoded, whether to run the flip test, and smoothing. FX thread.
public final class EstimationControls extends HBox {
    /// Tracking a single person is not offered: finding everyone covers it.
    private static final List<PersonMode> OFFERED =
            List.of(PersonMode.EVERYONE, PersonMode.WHOLE_PICTURE, PersonMode.DRAWN);

    private static final Map<PersonMode, Ikon> ICONS =
            Map.of(
                    PersonMode.EVERYONE, MaterialDesignA.ACCOUNT_GROUP_OUTLINE,
                    PersonMode.WHOLE_PICTURE, MaterialDesignI.IMAGE_OUTLINE,
                    PersonMode.DRAWN, MaterialDesignS.SELECT_DRAG);

    public EstimationControls(LiveViewModel live, Controls controls, SmoothingButton smoothing) {
        getStyleClass().add("bar-group");
        ToggleButton flip = controls.toggle(MaterialDesignF.FLIP_HORIZONTAL, "estimate.flip");
        flip.selectedProperty().bindBidirectional(live.flipProperty());
        ComboBox<Decoder> decoder =
                controls.choice(
                        Decoder.values(), "decoder.", live.decoderProperty(), "estimate.decoder");
        getChildren().addAll(people(live, controls), decoder, flip, smoothing);
    }

    private static SegmentedButton people(LiveViewModel live, Controls controls) {
        SegmentedButton people = new SegmentedButton();
        ToggleGroup group = new ToggleGroup();
        Map<PersonMode, ToggleButton> buttons = new EnumMap<>(PersonMode.class);
        for (PersonMode mode : OFFERED) {
            Ikon icon = java.util.Objects.requireNonNull(ICONS.get(mode));
            ToggleButton button =
                    controls.toggle(
                            icon, "people." + mode.name().toLowerCase(java.util.Locale.ROOT));
            button.setSelected(live.peopleProperty().get() == mode);
            button.setOnAction(event -> {
                button.setSelected(true);
                live.peopleProperty().set(mode);
            });
            buttons.put(mode, button);
            people.getButtons().add(button);
        }
        people.setToggleGroup(group);
        live.peopleProperty()
                .addListener((property, before, now) ->
                        buttons.forEach((mode, button) -> button.setSelected(mode == now)));
        return people;
    }
}
