package org.hrscope.ui.inspector;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.ablation.Gains;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.hrnet.Grown;
import org.hrscope.hrnet.Part;
import org.hrscope.pixels.ChannelAlarm;
import org.hrscope.quantise.RoundedNetwork;
import org.hrscope.ui.common.AlarmText;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.GrownText;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.RoundedText;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.inspector.InspectorViewModel.Shown;
import org.hrscope.ui.lab.Cuts;
import org.hrscope.ui.lab.GainText;
import org.hrscope.ui.lab.InnerGains;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The node's name, kind and shape, the frame shown, and the actions on the whole node. FX thread.
final class InspectorHead extends HBox {
    private final InspectorViewModel inspector;
    private final ObservableBooleanValue still;
    private final ReadOnlyLongProperty position;
    private final ObservableValue<@Nullable Grown> grown;
    private final ObservableValue<@Nullable RoundedNetwork> rounded;
    private final Cuts cuts;
    private final ObservableValue<Gains> gains;
    private final Texts texts;
    private final Label name = Styled.as(new Label(), "panel-title");
    private final Label kind = Styled.as(new Label(), "muted");
    private final Label frame = Styled.as(new Label(), "muted");
    private final VBox right = Styled.as(new VBox(), "inspector-head-right");
    private final Label alarm = Styled.as(new Label(), "muted");

    InspectorHead(
            InspectorViewModel inspector,
            InspectorPanel.Parts parts,
            Node export,
            Controls controls,
            Texts texts) {
        this.inspector = inspector;
        still = parts.still();
        position = parts.position();
        grown = parts.grown();
        rounded = parts.rounded();
        cuts = parts.cuts();
        gains = parts.gains();
        this.texts = texts;
        getStyleClass().add("inspector-head");
        Paragraph.of(kind);
        alarm.managedProperty().bind(alarm.visibleProperty());
        alarm.setVisible(false);
        VBox words = Styled.as(new VBox(name, kind, frame, alarm), "inspector-words");
        words.setMinWidth(60);
        HBox.setHgrow(words, Priority.ALWAYS);
        ToggleButton pin = controls.toggle(MaterialDesignP.PIN_OUTLINE, "inspector.pin");
        pin.setOnAction(event -> inspector.togglePin());
        inspector.pinnedProperty().subscribe((_, now) -> pin.setSelected(now != null));
        Node close = controls.button(MaterialDesignC.CLOSE, "inspector.close", inspector::close);
        HBox icons = new HBox(pin, export, close);
        icons.setAlignment(Pos.CENTER_RIGHT);
        right.getChildren().add(icons);
        getChildren().addAll(words, right);
        Changes.of(
                this::show,
                inspector.nodeProperty(),
                inspector.shownProperty(),
                inspector.nobodyProperty(),
                grown,
                rounded,
                gains,
                still,
                texts.languageProperty());
    }

    /// Adds a row below the icons.
    void under(Node row) {
        right.getChildren().add(row);
    }

    private void show() {
        Shown shown = inspector.shownProperty().get();
        String node = inspector.nodeProperty().get();
        if (node == null) return;
        name.setText(node);
        if (shown == null || !shown.maps().node().equals(node)) {
            boolean nobody = inspector.nobodyProperty().getValue();
            kind.setText(texts.get(nobody ? "people.nobody" : "inspector.waiting"));
            frame.setText("");
            return;
        }
        Part part = inspector.part();
        String what = part == null ? "value" : part.kind().name().toLowerCase(Locale.ROOT);
        FeatureMaps maps = shown.maps().maps();
        String untrained = new GrownText(texts, grown.getValue()).part(node);
        String noise = new RoundedText(texts, rounded.getValue()).part(node, Set.of());
        Gains inMaps = shown.gains(gains.getValue());
        String gained = new GainText(texts, cuts, inMaps).part(node);
        String shape = texts.get("inspector.shape", maps.channels(), maps.height(), maps.width());
        kind.setText(
                Stream.of(texts.get("kind." + what) + shape, untrained, noise, gained)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n")));
        // Channels that are cut are zero.
        int silent = new InnerGains(cuts, inMaps).silent(node);
        String found = AlarmText.of(texts, ChannelAlarm.of(maps).without(silent));
        alarm.setText(found);
        alarm.setVisible(!found.isEmpty());
        long index = shown.maps().frame().index();
        String state = "inspector.following";
        if (still.get()) state = index == position.get() ? "inspector.exact" : "inspector.behind";
        frame.setText(texts.get(state, "" + index, "" + position.get()));
    }
}
