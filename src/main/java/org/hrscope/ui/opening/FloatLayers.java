package org.hrscope.ui.opening;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.hrscope.hrnet.PartNames;
import org.hrscope.quantise.Quantised;
import org.hrscope.ui.common.Scrolled;
import org.hrscope.ui.common.Spacer;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// The noisiest layers of a quantised network and those that stay float, or all, the noisiest first; those that are
/// ticked stay float when it is made again. Space ticks the chosen one. They are called as on the map, and in the tip
/// as in the file. As high as its rows: only what is around it scrolls. FX thread.
final class FloatLayers extends ListView<String> {
    private static final double ROW = 25;
    private static final double EDGES = 4;
    private static final int FEW = 8;

    private final Set<String> ticked = new HashSet<>();
    private final BooleanProperty edited = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper hidden = new ReadOnlyIntegerWrapper();
    private List<String> all = List.of();
    private LayerNames names = new LayerNames(new PartNames(Map.of()), Map.of());
    private @Nullable Quantised made;

    FloatLayers() {
        getStyleClass().addAll("float-layers", "takes-arrows", "takes-space");
        setFixedCellSize(ROW);
        prefHeightProperty().bind(Bindings.size(getItems()).multiply(ROW).add(EDGES));
        setMinHeight(USE_PREF_SIZE);
        setCellFactory(view -> new Row());
        setOnKeyPressed(event -> {
            String layer = getSelectionModel().getSelectedItem();
            if (event.getCode() != KeyCode.SPACE || layer == null) return;
            tick(layer);
            event.consume();
        });
    }

    /// @param chosen whether its float layers are what somebody ticked
    /// @param parts  of the network, as the map calls them
    void show(Quantised network, boolean chosen, PartNames parts) {
        made = network;
        ticked.clear();
        // Whoever wants more than the wish allows begins with none, not with a hundred ticks to
        // remove.
        boolean none = network.allFloat() && !chosen;
        if (!none) ticked.addAll(network.kept());
        edited.set(none);
        Map<String, Double> noise = network.noise();
        // What only moves values adds no noise of its own, but may be kept with what it moves.
        all =
                Stream.concat(noise.keySet().stream(), network.kept().stream())
                        .distinct()
                        .sorted(
                                Comparator.comparingDouble(
                                        layer -> noise.getOrDefault(layer, Double.MAX_VALUE)))
                        .toList();
        names = LayerNames.of(parts, all);
        items(FEW);
        getSelectionModel().selectFirst();
        refresh();
    }

    void showAll() {
        items(all.size());
        requestFocus();
    }

    private void items(int most) {
        getItems().setAll(all);
        getItems().removeIf(each -> all.indexOf(each) >= most && !ticked.contains(each));
        hidden.set(all.size() - getItems().size());
    }

    /// Layers that are not listed.
    ReadOnlyIntegerProperty hiddenProperty() {
        return hidden.getReadOnlyProperty();
    }

    /// Holds no network any more.
    void clear() {
        made = null;
        ticked.clear();
        edited.set(false);
        all = List.of();
        items(0);
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
            selectedProperty()
                    .subscribe(now -> {
                        if (now && FloatLayers.this.isFocused()) Scrolled.to(this, 0);
                    });
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
            box.setText(names.of(layer));
            box.setTooltip(new Tooltip(layer));
            box.setSelected(ticked.contains(layer));
            Double ratio = network.noise().get(layer);
            decibels.setText(ratio == null ? "" : Texts.format("%.1f", ratio));
        }
    }
}
