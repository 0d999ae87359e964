package org.hrscope.ui.library;

import java.util.concurrent.Callable;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.textfield.CustomTextField;
import org.hrscope.domain.Problem;
import org.hrscope.library.CatalogueEntry.Kind;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Chosen;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// The library as a table: search and filters above, the selected network's details below. FX thread.
public final class LibraryPanel extends VBox {
    private final LibraryViewModel library;
    private final Texts texts;
    private final CustomTextField search = new CustomTextField();
    private final LibraryTable table;

    /// @param bundled the row of the network that comes with the program
    public LibraryPanel(LibraryViewModel library, Node bundled, Controls controls, Texts texts) {
        this.library = library;
        this.texts = texts;
        EntryTexts words = new EntryTexts(texts);
        getStyleClass().add("library");
        search.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
        search.promptTextProperty().bind(texts.of("library.search"));
        search.textProperty().bindBidirectional(library.searchProperty());
        controls.named(search, "library.search");
        search.setPrefWidth(200);
        HBox.setHgrow(search, Priority.ALWAYS);
        ToggleButton here =
                controls.toggle(MaterialDesignC.CHECK_CIRCLE_OUTLINE, "library.onlyHere");
        here.selectedProperty().bindBidirectional(library.hereOnlyProperty());
        HBox head = new HBox(search, kinds(controls), here, count());
        head.getStyleClass().add("library-head");
        table = new LibraryTable(library, words, controls, texts);
        table.setPlaceholder(placeholder());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        VBox.setVgrow(table, Priority.ALWAYS);
        followSelection();
        getChildren()
                .addAll(
                        head,
                        bundled,
                        table,
                        // Here they take their room from the table's foot, and no button moves
                        // under the pointer.
                        offline(),
                        unread(),
                        new EntryDetails(library, words, controls, texts));
    }

    /// Moves focus to the search field.
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private SegmentedButton kinds(Controls controls) {
        SegmentedButton buttons = new SegmentedButton();
        for (Kind kind : Kind.values()) {
            String key = Texts.key("library.kind.", kind);
            ToggleButton button = controls.toggle(Icons.of(kind), key);
            button.textProperty().bind(texts.of(key));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.selectedProperty()
                    .subscribe((_, on) -> {
                        if (on) library.kinds().add(kind);
                        else library.kinds().remove(kind);
                    });
            buttons.getButtons().add(button);
        }
        // Several may be selected.
        buttons.setToggleGroup(null);
        return buttons;
    }

    private Label count() {
        Callable<String> words =
                () -> texts.get("library.count", library.shown().size(), library.size());
        Label count = new Caption(texts.of(words, library.shown()), "muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        return count;
    }

    private Label offline() {
        return sign(
                new Caption(texts, "library.offline", "library-offline"),
                MaterialDesignW.WIFI_OFF,
                library.offlineProperty());
    }

    private Label unread() {
        var problem = library.unreadProperty();
        Callable<String> words =
                () -> {
                    Problem why = problem.get();
                    return why == null ? "" : why.message(texts.language());
                };
        return sign(
                new Caption(texts.of(words, problem), "library-offline"),
                MaterialDesignA.ALERT_OUTLINE,
                problem.isNotNull());
    }

    private static Label sign(Label words, Ikon icon, ObservableBooleanValue when) {
        words.setGraphic(new FontIcon(icon));
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        Presence.when(when, words);
        return words;
    }

    private Label placeholder() {
        Callable<String> words =
                () -> {
                    if (library.size() > 0) return texts.get("library.nothing");
                    boolean coming = library.unreadProperty().get() == null;
                    return coming ? texts.get("library.loading") : "";
                };
        Label nothing =
                new Caption(texts.of(words, library.shown(), library.unreadProperty()), "muted");
        nothing.setWrapText(true);
        return nothing;
    }

    private void followSelection() {
        // A filter that hides the selected network keeps its details.
        Chosen.in(table.getSelectionModel(), library.selectedProperty()::set);
        library.selectedProperty().subscribe((_, now) -> select(now));
    }

    private void select(@Nullable LibraryRow row) {
        if (row == null || row.equals(table.getSelectionModel().getSelectedItem())) return;
        if (table.getItems().contains(row)) table.getSelectionModel().select(row);
        else table.getSelectionModel().clearSelection();
    }

    /// Enter runs the first action, Delete removes.
    private void pressed(KeyEvent event) {
        LibraryRow row = table.getSelectionModel().getSelectedItem();
        if (row == null) return;
        if (event.getCode() == KeyCode.DELETE) {
            library.perform(Action.REMOVE, row);
        } else if (event.getCode() == KeyCode.ENTER) {
            row.actions().stream().findFirst().ifPresent(first -> library.perform(first, row));
        }
    }
}
