package org.hrscope.ui.shell;

import java.nio.file.Path;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.TextItem;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// The menu of what leaves the window: the view as a file, images, copies, results; and the presentation. FX thread.
final class TakeAway extends MenuButton implements Part {
    private final Shell shell;
    private final ShareView share;
    private final ViewOpening opening;
    private final Pictures pictures;

    TakeAway(Shell shell, ViewOnFile view, MapDock map, Ways ways) {
        this.shell = shell;
        share = new ShareView(shell, view);
        pictures = new Pictures(shell, view.stage(), map.map(), ways.pictures());
        opening =
                new ViewOpening(
                        shell,
                        view,
                        new MissingParts.Dialogs(
                                shell, () -> getScene().getWindow(), ways.library()),
                        ways.networks());
        view.models().opener().views(opening::open);
        setGraphic(new FontIcon(MaterialDesignE.EXPORT_VARIANT));
        getStyleClass().addAll("icon-button", "take-away");
        shell.controls().named(this, "away");
        add("share.view", () -> share.ask(false));
        add("share.enclosed", () -> share.ask(true));
        ResultsExport results = new ResultsExport(shell, view.models());
        add("results", () -> results.ask(getScene().getWindow()));
        getItems().add(new SeparatorMenuItem());
        add("picture.stage", pictures::stage);
        add("picture.frame", pictures::frame);
        add("picture.map", pictures::map);
        add("picture.svg", pictures::svg);
        getItems().add(new SeparatorMenuItem());
        add("copy.stage", pictures::copyStage);
        add("copy.map", pictures::copyMap);
        add("copy.panel", () -> pictures.copyPanel(getScene()));
    }

    void present(Presentation presentation, SecondScreen second) {
        getItems().add(new SeparatorMenuItem());
        add("present", presentation::toggle);
        add("present.full", presentation::fullScreen);
        add("present.second", second::toggle);
    }

    private void add(String key, Runnable action) {
        getItems().add(new TextItem(shell.texts(), key, action));
    }

    /// Shares the view without the menu.
    void share(Path file, boolean enclosing) {
        share.write(file, enclosing);
    }

    @Override
    public void bind(Keys keys) {
        keys.on(
                KeyCode.C,
                "copy.pointed",
                () -> pictures.copyPointed(getScene()),
                KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN);
    }

    @Override
    public void pulse() {
        opening.pulse();
    }
}
