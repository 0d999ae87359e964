package org.hrscope.ui.common;

import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Buttons that show an icon and say in words, for the pointer and for screen readers, what they do. FX thread.
public final class Controls {
    private final Texts texts;

    public Controls(Texts texts) {
        this.texts = texts;
    }

    public Button button(Ikon icon, String key, Runnable action) {
        Button button = new Button();
        button.setOnAction(event -> action.run());
        return dressed(button, icon, key);
    }

    public ToggleButton toggle(Ikon icon, String key) {
        return dressed(new ToggleButton(), icon, key);
    }

    private <B extends ButtonBase> B dressed(B button, Ikon icon, String key) {
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        named(button, texts.of(key));
        return button;
    }

    /// The control's name, as tool tip and for screen readers.
    public void named(Control control, ObservableValue<String> name) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(name);
        control.setTooltip(tip);
        control.accessibleTextProperty().bind(name);
    }

    public void named(Control control, String key) {
        StringBinding name = texts.of(key);
        named(control, name);
    }
}
