package org.hrscope.ui.shell;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import org.controlsfx.control.PopOver;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.TallPane;

/// The keys of the main window: those of its parts and a few of its own, and the list of them. FX thread.
final class WindowKeys {
    /// Between the list and the edges of the window.
    private static final double MARGIN = 60;

    private final Keys keys = new Keys();
    private final Shell shell;
    private final ViewModels models;
    private final List<Part> parts;
    private final BorderPane window;

    /// @param window its root
    WindowKeys(Shell shell, ViewModels models, Ways ways, List<Part> parts, BorderPane window) {
        this.shell = shell;
        this.models = models;
        this.parts = parts;
        this.window = window;
        parts.forEach(part -> part.bind(keys));
        keys.on(KeyCode.ESCAPE, "inspector.escape", this::escape);
        keys.on(KeyCode.SLASH, "keys", this::list, KeyCombination.SHIFT_ANY);
        keys.on(KeyCode.F1, "keys", this::list);
        WindowParts places = new WindowParts(window);
        keys.on(KeyCode.F6, "window.part", () -> places.go(1));
        keys.on(KeyCode.F6, "window.part", () -> places.go(-1), KeyCombination.SHIFT_DOWN);
        keys.on(KeyCode.L, "library", ways.library());
        keys.on(KeyCode.K, "playground", ways.playground());
        keys.on(KeyCode.Q, "window.quit", ways.quit(), KeyCombination.SHORTCUT_DOWN);
        for (Keys.Binding binding : keys.bindings()) {
            shell.controls().shortcut(binding.textKey(), binding.text());
        }
    }

    void attach(Scene scene) {
        keys.attach(scene);
    }

    /// Shows the list.
    void list() {
        Bounds room = window.getLayoutBounds();
        TallPane list = new TallPane(new KeysView(keys, shell.texts(), room.getWidth() - MARGIN));
        list.setMaxHeight(room.getHeight() - MARGIN);
        PopOver popOver = shell.theme().popOver(list, PopOver.ArrowLocation.TOP_CENTER);
        popOver.setArrowSize(0);
        popOver.setCornerRadius(0);
        // In the middle: by itself it would take the size it has before its words wrap.
        Bounds at = window.localToScreen(room);
        popOver.show(window.getScene().getWindow(), at.getCenterX(), at.getMinY() + MARGIN / 2);
        // Where it is higher than its room, arrows and Page Down scroll it.
        list.requestFocus();
    }

    /// The topmost closes first.
    private void escape() {
        if (shell.notices().isVisible()) shell.notices().hide();
        else if (parts.stream().noneMatch(Part::escape)) models.live().dropBox();
    }
}
