package org.hrscope.ui.main;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import org.hrscope.detect.PersonMode;
import org.hrscope.model.Decoder;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Who is looked at, how joints are read off the maps, and whether the mirrored crop is asked too. FX thread.
final class EstimationControls extends HBox {
    private static final Map<PersonMode, Ikon> ICONS =
            Map.of(
                    PersonMode.WHOLE_PICTURE, MaterialDesignI.IMAGE_OUTLINE,
                    PersonMode.TRACKED, MaterialDesignA.ACCOUNT_SEARCH_OUTLINE,
                    PersonMode.DRAWN, MaterialDesignS.SELECT_DRAG);

    EstimationControls(LiveViewModel live, Controls controls, Texts texts) {
        getStyleClass().add("bar-group");
        ToggleButton flip = controls.toggle(MaterialDesignF.FLIP_HORIZONTAL, "estimate.flip");
        flip.selectedProperty().bindBidirectional(live.flipProperty());
        getChildren().addAll(people(live, controls), decoder(live, controls, texts), flip);
    }

    private static SegmentedButton people(LiveViewModel live, Controls controls) {
        SegmentedButton people = new SegmentedButton();
        ToggleGroup group = new ToggleGroup();
        Map<PersonMode, ToggleButton> buttons = new EnumMap<>(PersonMode.class);
        for (PersonMode mode : PersonMode.values()) {
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

    private static ComboBox<Decoder> decoder(LiveViewModel live, Controls controls, Texts texts) {
        ComboBox<Decoder> decoder = new ComboBox<>();
        decoder.getItems().setAll(Decoder.values());
        decoder.setCellFactory(list -> new DecoderCell(texts));
        decoder.setButtonCell(new DecoderCell(texts));
        decoder.valueProperty().bindBidirectional(live.decoderProperty());
        controls.named(decoder, "estimate.decoder");
        return decoder;
    }

    private static final class DecoderCell extends ListCell<Decoder> {
        private final Texts texts;

        DecoderCell(Texts texts) {
            this.texts = texts;
        }

        @Override
        protected void updateItem(Decoder item, boolean empty) {
            super.updateItem(item, empty);
            textProperty().unbind();
            if (empty || item == null) {
                setText("");
            } else {
                textProperty()
                        .bind(
                                Bindings.createStringBinding(
                                        () -> texts.get("decoder." + item.id()),
                                        texts.languageProperty()));
            }
        }
    }
}
