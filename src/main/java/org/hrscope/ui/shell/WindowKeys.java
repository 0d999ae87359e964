package org.hrscope.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.controlsfx.control.PopOver;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.inspector.InspectorViewModel;
import org.hrscope.ui.player.SmoothingButton;
import org.hrscope.ui.stage.StageLayer;

/// What each key does in the main window, and the list of them. FX thread.
final class WindowKeys {
    private final Keys keys = new Keys();
    private final Shell shell;
    private final ViewModels models;
    private final Panels panels;

    WindowKeys(Shell shell, ViewModels models, Panels panels, Ways ways) {
        this.shell = shell;
        this.models = models;
        this.panels = panels;
        playing();
        layers();
        selecting();
        cutting();
        viewing();
        opening(ways);
    }

    private void playing() {
        var live = models.live();
        keys.on(KeyCode.SPACE, "transport.play", live::togglePlaying);
        keys.on(KeyCode.LEFT, "transport.back", () -> live.step(-1));
        keys.on(KeyCode.RIGHT, "transport.on", () -> live.step(1));
        keys.on(KeyCode.HOME, "transport.start", () -> live.seek(0));
    }

    private void layers() {
        var layers = models.layers();
        keys.on(KeyCode.H, "layer.heatmaps", () -> layers.toggle(StageLayer.HEATMAPS));
        keys.on(KeyCode.C, "heatmap.hues", () -> flip(layers.huesProperty()));
        keys.on(KeyCode.G, "layer.by_person", () -> flip(layers.byPersonProperty()));
        keys.on(KeyCode.R, "view.mirror", () -> flip(layers.mirrorProperty()));
        keys.on(KeyCode.UP, "joints.previous", () -> models.joints().stepSolo(-1));
        keys.on(KeyCode.DOWN, "joints.next", () -> models.joints().stepSolo(1));
        StageLayer[] all = StageLayer.values();
        for (int i = 0; i < all.length; i++) {
            StageLayer layer = all[i];
            keys.on(
                    KeyCode.getKeyCode(String.valueOf(i + 1)),
                    layer.textKey(),
                    () -> layers.toggle(layer));
        }
    }

    private void selecting() {
        var selection = models.selection();
        keys.on(KeyCode.OPEN_BRACKET, "people.previous", () -> selection.stepPerson(-1));
        keys.on(KeyCode.CLOSE_BRACKET, "people.next", () -> selection.stepPerson(1));
        keys.on(KeyCode.DELETE, "people.drop", models.live()::dropBox);
        keys.on(KeyCode.BACK_SPACE, "people.drop", models.live()::dropBox);
        keys.on(KeyCode.M, "estimate.flip", () -> flip(models.live().flipProperty()));
        SmoothingButton smoothing = panels.smoothing();
        keys.on(KeyCode.S, "smoothing.on", () -> flip(smoothing.model().onProperty()));
        keys.on(KeyCode.S, "smoothing.open", smoothing::toggle, KeyCombination.SHIFT_DOWN);
    }

    private void cutting() {
        var cuts = models.lab().cuts();
        keys.on(KeyCode.X, "cut.toggle", () -> panels.lab().toggle(panels.inspector().isFocused()));
        keys.on(KeyCode.Z, "cut.undo", cuts::undo, KeyCombination.SHORTCUT_DOWN);
        keys.on(
                KeyCode.Z,
                "cut.redo",
                cuts::redo,
                KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN);
    }

    private void viewing() {
        keys.on(KeyCode.N, "network.fold", panels.dock()::toggle);
        keys.on(KeyCode.F, "view.fit", panels.stage()::fit);
        keys.on(KeyCode.EQUALS, "view.larger", () -> panels.stage().zoom(1.25));
        keys.on(KeyCode.MINUS, "view.smaller", () -> panels.stage().zoom(0.8));
    }

    private void opening(Ways ways) {
        var sources = panels.sources();
        keys.on(KeyCode.O, "source.file", sources::chooseFile, KeyCombination.SHORTCUT_DOWN);
        keys.on(
                KeyCode.O,
                "source.folder",
                sources::chooseFolder,
                KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN);
        keys.on(KeyCode.L, "source.address", sources::askAddress, KeyCombination.SHORTCUT_DOWN);
        keys.on(
                KeyCode.S,
                "snapshot",
                () -> panels.snapshot().take(panels.stage()),
                KeyCombination.SHORTCUT_DOWN);
        var recorder = panels.recording().recorder();
        keys.on(KeyCode.R, "record", recorder::toggle, KeyCombination.SHORTCUT_DOWN);
        keys.on(KeyCode.I, "record.from", recorder::markFrom, KeyCombination.SHIFT_DOWN);
        keys.on(KeyCode.O, "record.to", recorder::markTo, KeyCombination.SHIFT_DOWN);
        keys.on(KeyCode.PAGE_UP, "lesson.back", panels.lessons()::back);
        keys.on(KeyCode.PAGE_DOWN, "lesson.next", panels.lessons()::next);
        InspectorViewModel inside = panels.inspector().inspector();
        keys.on(KeyCode.I, "inspector.toggle", inside::toggle);
        keys.on(KeyCode.P, "inspector.pin", inside::togglePin);
        keys.on(KeyCode.V, "inspector.over", () -> flip(inside.overPictureProperty()));
        keys.on(KeyCode.ESCAPE, "inspector.escape", this::escape);
        keys.on(KeyCode.SLASH, "keys", this::list, KeyCombination.SHIFT_ANY);
        keys.on(KeyCode.F1, "keys", this::list);
        keys.on(KeyCode.L, "library", ways.library());
        keys.on(KeyCode.K, "playground", ways.playground());
    }

    void attach(Scene scene) {
        keys.attach(scene);
    }

    /// Shows the list.
    void list() {
        PopOver popOver = new PopOver(new KeysView(keys, shell.texts()));
        popOver.setArrowSize(0);
        popOver.setDetachable(false);
        shell.theme().style(popOver.getRoot());
        popOver.show(panels.stage().getScene().getWindow());
    }

    /// The topmost closes first.
    private void escape() {
        if (shell.notices().isVisible()) shell.notices().hide();
        else if (models.selection().openedProperty().get()) panels.inspector().inspector().close();
        else models.live().dropBox();
    }

    private static void flip(BooleanProperty property) {
        property.set(!property.get());
    }
}
