package org.hrscope.ui.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.hrscope.bundle.SharedNetwork;
import org.hrscope.bundle.SharedSource;
import org.hrscope.ui.common.FileDialog;
import org.hrscope.ui.common.Shell;

/// Asks for what a shared view needs and is not here. FX thread.
interface MissingParts {
    /// @param chosen gets the file, unless the user gives up
    void source(SharedSource wanted, Consumer<Path> chosen);

    /// @param chosen  gets the file, if one is chosen
    /// @param without goes on with the network in use
    void network(SharedNetwork wanted, Consumer<Path> chosen, Runnable without);

    /// By dialogs of the window.
    record Dialogs(Shell shell, Supplier<Window> owner, Runnable library) implements MissingParts {

        @Override
        public void source(SharedSource wanted, Consumer<Path> chosen) {
            ButtonType choose = button("share.choose", ButtonData.YES);
            ButtonType asked = ask("share.noSource", wanted.name(), choose);
            if (asked == choose) choose(wanted.name(), chosen);
        }

        @Override
        public void network(SharedNetwork wanted, Consumer<Path> chosen, Runnable without) {
            ButtonType choose = button("share.choose", ButtonData.YES);
            ButtonType get = button("share.library", ButtonData.LEFT);
            ButtonType go = button("share.without", ButtonData.NO);
            ButtonType asked = ask("share.noNetwork", wanted.name(), choose, get, go);
            if (asked == choose) choose(wanted.name(), chosen);
            else if (asked == get) library.run();
            else if (asked == go) without.run();
        }

        private ButtonType button(String key, ButtonData data) {
            return new ButtonType(shell.texts().get(key), data);
        }

        private ButtonType ask(String key, String name, ButtonType... buttons) {
            Alert alert = new Alert(Alert.AlertType.CONFIRMATION);
            alert.initOwner(owner.get());
            alert.setTitle("HRScope");
            alert.setHeaderText(null);
            alert.setContentText(shell.texts().get(key, name));
            alert.getButtonTypes().setAll(buttons);
            alert.getButtonTypes().add(button("dialog.cancel", ButtonData.CANCEL_CLOSE));
            alert.getDialogPane().setMinHeight(160);
            alert.getDialogPane().setPrefWidth(560);
            shell.theme().style(alert.getDialogPane());
            return alert.showAndWait().orElse(ButtonType.CANCEL);
        }

        private void choose(String name, Consumer<Path> chosen) {
            new FileDialog(owner.get(), name).open().ifPresent(chosen);
        }
    }
}
