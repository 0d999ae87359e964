package org.hrscope.ui.common;

import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextInputDialog;
import javafx.stage.Window;

/// Asks for one line of text, with buttons in the window's language: those of JavaFX are in the machine's. FX thread.
public final class LineDialog extends TextInputDialog {
    /// @param titleKey names the text of its title
    /// @param labelKey names the text before the field
    /// @param line     what the field holds at first
    public LineDialog(Shell shell, Window owner, String titleKey, String labelKey, String line) {
        super(line);
        Texts texts = shell.texts();
        initOwner(owner);
        setTitle(texts.get(titleKey));
        setHeaderText(null);
        setGraphic(null);
        setContentText(texts.get(labelKey));
        DialogPane pane = getDialogPane();
        pane.getButtonTypes()
                .setAll(
                        new ButtonType(texts.get("dialog.ok"), ButtonData.OK_DONE),
                        new ButtonType(texts.get("dialog.cancel"), ButtonData.CANCEL_CLOSE));
        pane.setPrefWidth(460);
        shell.theme().style(pane);
    }
}
