package org.hrscope.ui.help;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.TextItem;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The help menu: keys, the first hints again, about, licences, the log. FX thread.
public final class HelpMenu extends MenuButton {
    private final Shell shell;
    private final Installation installation = new Installation();

    /// @param keys  lists the keys
    /// @param hints shows the first hints
    public HelpMenu(Shell shell, Runnable keys, Runnable hints) {
        this.shell = shell;
        setGraphic(new FontIcon(MaterialDesignH.HELP_CIRCLE_OUTLINE));
        getStyleClass().addAll("icon-button", "help-menu");
        shell.controls().named(this, "help");
        MenuItem list = item("keys", MaterialDesignK.KEYBOARD_OUTLINE, keys);
        list.setAccelerator(KeyCombination.valueOf("F1"));
        MenuItem log = item("help.log", MaterialDesignF.FOLDER_TEXT_OUTLINE, this::showLog);
        log.setDisable(installation.log().isEmpty());
        getItems()
                .addAll(
                        list,
                        item("help.hints", MaterialDesignS.SIGN_DIRECTION, hints),
                        new SeparatorMenuItem(),
                        item("help.about", MaterialDesignI.INFORMATION_OUTLINE, this::about),
                        item("help.licences", MaterialDesignL.LICENSE, this::licences),
                        log);
    }

    private MenuItem item(String key, Ikon icon, Runnable action) {
        MenuItem item = new TextItem(shell.texts(), key, action);
        item.setGraphic(new FontIcon(icon));
        return item;
    }

    private void about() {
        String words =
                shell.texts()
                        .get(
                                "help.about.text",
                                installation.version(),
                                System.getProperty("java.version", "?"),
                                System.getProperty("os.name", "?"));
        new ReadingWindow(shell, getScene().getWindow()).show("help.about", words);
    }

    private void licences() {
        shell.jobs()
                .run(
                        installation::notices,
                        text ->
                                new ReadingWindow(shell, getScene().getWindow())
                                        .show("help.licences", text),
                        shell.notices()::problem);
    }

    private void showLog() {
        installation
                .log()
                .ifPresent(folder ->
                        shell.jobs()
                                .run(
                                        () -> installation.show(folder),
                                        shown ->
                                                shell.notices()
                                                        .news(
                                                                shell.texts()
                                                                        .of("help.log.at", shown)),
                                        shell.notices()::problem));
    }
}
