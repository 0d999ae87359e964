package org.hrscope.ui.network;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The field over the map that finds nodes by name: the first match is selected while typing, Enter goes to the next,
/// Escape closes. FX thread.
final class FindBar extends VBox {
    private static final double ROW = 24;
    private static final int MOST_ROWS = 6;

    private final NetworkViewModel model;
    private final MapCanvas view;
    private final Texts texts;
    private final TextField typed = new TextField();
    private final Label count = new Label();
    private final ListView<MapNode> found = new ListView<>();

    FindBar(NetworkViewModel model, MapCanvas view, Controls controls, Texts texts) {
        this.model = model;
        this.view = view;
        this.texts = texts;
        getStyleClass().addAll("find-bar", "takes-typing");
        typed.promptTextProperty().bind(texts.of("network.find"));
        typed.accessibleTextProperty().bind(texts.of("network.find"));
        count.getStyleClass().add("muted");
        HBox.setHgrow(typed, Priority.ALWAYS);
        HBox line =
                new HBox(
                        typed,
                        count,
                        controls.button(MaterialDesignC.CLOSE, "network.find.close", this::close));
        line.setAlignment(Pos.CENTER_LEFT);
        found.setFixedCellSize(ROW);
        found.setFocusTraversable(false);
        found.setMinHeight(0);
        found.accessibleTextProperty().bind(texts.of("network.find.matches"));
        found.setCellFactory(list -> new Name());
        Presence.when(Bindings.isNotEmpty(found.getItems()), found);
        getChildren().addAll(line, found);
        setMaxSize(300, USE_PREF_SIZE);
        setVisible(false);
        Changes.of(this::search, typed.textProperty());
        Changes.of(this::tell, texts.languageProperty());
        Changes.of(this::close, model.networkProperty());
        found.getSelectionModel()
                .selectedItemProperty()
                .subscribe((_, now) -> {
                    if (now != null) model.selection().nodeProperty().set(now.name());
                    tell();
                });
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    void open() {
        setVisible(true);
        typed.requestFocus();
        typed.selectAll();
        search();
    }

    private void close() {
        if (!isVisible()) return;
        setVisible(false);
        typed.clear();
        view.requestFocus();
    }

    private void search() {
        MapLayout map = model.map();
        List<MapNode> matches =
                map == null || !isVisible() ? List.of() : map.named(typed.getText());
        found.getItems().setAll(matches);
        found.setPrefHeight(ROW * Math.min(MOST_ROWS, matches.size()) + 4);
        found.getSelectionModel().selectFirst();
        tell();
    }

    private void tell() {
        int all = found.getItems().size();
        int at = found.getSelectionModel().getSelectedIndex() + 1;
        boolean asked = !typed.getText().isBlank();
        count.setText(
                all > 0
                        ? texts.get("network.find.count", at, all)
                        : asked ? texts.get("network.find.none") : "");
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> enter(event.isShiftDown() ? -1 : 1);
            case DOWN -> step(1);
            case UP -> step(-1);
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Among several, the next; what alone is meant opens.
    private void enter(int by) {
        if (found.getItems().size() != 1) {
            step(by);
            return;
        }
        String name = found.getItems().getFirst().name();
        close();
        model.selection().open(name);
    }

    private void step(int by) {
        int all = found.getItems().size();
        if (all == 0) return;
        int next = Math.floorMod(found.getSelectionModel().getSelectedIndex() + by, all);
        found.getSelectionModel().select(next);
        found.scrollTo(Math.max(0, next - 1));
    }

    private static final class Name extends ListCell<MapNode> {
        @Override
        protected void updateItem(MapNode item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item.name());
        }
    }
}
