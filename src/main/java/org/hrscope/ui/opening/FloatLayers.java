package org.hrscope.ui.opening;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.hrscope.quantise.Quantised;
import org.hrscope.ui.common.Spacer;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// The layers of a quantised network, the noisiest first; those that are ticked stay float when it is made again. Space
/// ticks the chosen one. FX thread.
final class FloatLayers extends ListView<String> {
    private static final double ROW = 25;
    private static final int ROWS = 8;

    private final Set<String> ticked = new HashSet<>();
    private final BooleanProperty edited = new SimpleBooleanProperty();
    private @Nullable Quantised made;

    FloatLayers() {
        getStyleClass().addAll("float-layers", "takes-arrows", "takes-space");
        setFixedCellSize(ROW);
        setPrefHeight(ROWS * ROW + 2);
        setMinHeight(USE_PREF_SIZE);
        setCellFactory(view -> new Row());
        setOnKeyPressed(event -> {
            String layer = getSelectionModel().getSelectedItem();
            if (event.getCode() != KeyCode.SPACE || layer == null) return;
            tick(layer);
            event.consume();
        });
    }

    void show(Quantised network) {
        made = network;
        ticked.clear();
        ticked.addAll(network.kept());
        edited.set(false);
        List<String> worst =
                network.noise().entrySet().stream()
                        .sorted(Comparator.comparingDouble(each -> each.getValue()))
                        .map(each -> each.getKey())
                        .toList();
        getItems().setAll(worst);
        getSelectionModel().selectFirst();
        refresh();
    }

    /// Holds no network any more.
    void clear() {
        made = null;
        ticked.clear();
        edited.set(false);
        getItems().clear();
    }

    private void tick(String layer) {
        if (!ticked.remove(layer)) ticked.add(layer);
        edited.set(made != null && !ticked.equals(Set.copyOf(made.kept())));
        refresh();
    }

    Set<String> ticked() {
        return Set.copyOf(ticked);
    }

    /// Whether other layers are ticked than those that stay float now.
    ObservableValue<Boolean> edited() {
        return edited;
    }

    private final class Row extends ListCell<String> {
        private final CheckBox box = new CheckBox();
        private final Label decibels = Styled.as(new Label(), "meter-value");
        private final HBox row = Styled.as(new HBox(box, new Spacer(), decibels), "float-layer");

        Row() {
            // As wide as the list: nothing scrolls sideways.
            setPrefWidth(0);
            box.setFocusTraversable(false);
            box.setMnemonicParsing(false);
            box.setOnAction(event -> {
                FloatLayers.this.requestFocus();
                getListView().getSelectionModel().select(getItem());
                tick(getItem());
            });
            decibels.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(String layer, boolean empty) {
            super.updateItem(layer, empty);
            Quantised network = made;
            if (empty || layer == null || network == null) {
                setGraphic(null);
                return;
            }
            setGraphic(row);
            box.setText(layer);
            box.setSelected(ticked.contains(layer));
            double ratio = network.noise().getOrDefault(layer, 0.0);
            decibels.setText(Texts.format("%.1f", ratio));
        }
    }
}
