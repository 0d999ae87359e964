package org.hrscope.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.controlsfx.control.PopOver;
import org.hrscope.ui.common.Motion;
import org.hrscope.ui.common.Shell;

/// The keys of the main window: those of its parts and a few of its own, and the list of them. FX thread.
final class WindowKeys {
    private final Keys keys = new Keys();
    private final Shell shell;
    private final ViewModels models;
    private final List<Part> parts;
    private final Node window;

    /// @param window its root
    WindowKeys(Shell shell, ViewModels models, Ways ways, List<Part> parts, Node window) {
        this.shell = shell;
        this.models = models;
        this.parts = parts;
        this.window = window;
        parts.forEach(part -> part.bind(keys));
        keys.on(KeyCode.ESCAPE, "inspector.escape", this::escape);
        keys.on(KeyCode.SLASH, "keys", this::list, KeyCombination.SHIFT_ANY);
        keys.on(KeyCode.F1, "keys", this::list);
        keys.on(KeyCode.L, "library", ways.library());
        keys.on(KeyCode.K, "playground", ways.playground());
        keys.on(KeyCode.Q, "window.quit", ways.quit(), KeyCombination.SHORTCUT_DOWN);
    }

    void attach(Scene scene) {
        keys.attach(scene);
    }

    /// Shows the list.
    void list() {
        PopOver popOver = new PopOver(new KeysView(keys, shell.texts()));
        popOver.setArrowSize(0);
        popOver.setDetachable(false);
        Motion.calm(popOver);
        shell.theme().style(popOver.getRoot());
        popOver.show(window.getScene().getWindow());
    }

    /// The topmost closes first.
    private void escape() {
        if (shell.notices().isVisible()) shell.notices().hide();
        else if (parts.stream().noneMatch(Part::escape)) models.live().dropBox();
    }
}
