package org.hrscope.ui.library;

import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.library.CatalogueEntry;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// Details of the selected network: problem or advice, every published metric, licence and address. FX thread.
final class EntryDetails extends VBox {
    private final LibraryViewModel library;
    private final Texts texts;
    private final EntryTexts words;
    private final Label advice = Styled.as(new Label(), "warning");
    private final TextField address = new TextField();
    private final GridPane facts = Styled.as(new GridPane(), "facts");
    private final InvalidationListener changes = changed -> show();
    private @Nullable LibraryRow row;

    EntryDetails(LibraryViewModel library, EntryTexts words, Controls controls, Texts texts) {
        this.library = library;
        this.texts = texts;
        this.words = words;
        getStyleClass().add("library-details");
        Paragraph.of(advice);
        advice.managedProperty().bind(advice.visibleProperty());
        address.setEditable(false);
        controls.named(address, "library.address");
        GridPane.setHgrow(address, Priority.ALWAYS);
        getChildren().addAll(advice, facts);
        library.selectedProperty().subscribe((_, now) -> choose(now));
        texts.languageProperty().addListener(changes);
        choose(null);
    }

    private void choose(@Nullable LibraryRow now) {
        if (row != null) row.stateProperty().removeListener(changes);
        row = now;
        if (now != null) now.stateProperty().addListener(changes);
        show();
    }

    private void show() {
        LibraryRow shown = row;
        setVisible(shown != null);
        setManaged(shown != null);
        if (shown == null) return;
        CatalogueEntry entry = shown.entry();
        advice.setText(words.advice(shown, library));
        advice.setVisible(!advice.getText().isEmpty());
        address.setText(EntryTexts.address(entry));
        facts.getChildren().clear();
        facts.addRow(0, name("library.finds"), value(finds(shown)));
        facts.addRow(1, name("library.published"), value(EntryTexts.figures(entry)));
        facts.addRow(2, name("library.licence"), value(entry.licence()));
        facts.addRow(3, name("library.address"), address);
    }

    private String finds(LibraryRow shown) {
        CatalogueEntry entry = shown.entry();
        String joints = words.joints(shown) + " (" + entry.skeleton().id() + ")";
        return words.kind(entry.kind()) + ", " + joints;
    }

    private Label name(String key) {
        Label label = Styled.as(new Label(texts.get(key)), "muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label value(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
