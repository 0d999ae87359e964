package org.hrscope.ui.shell;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// The bar above the stage, in order of use: source, transport, people and decoder; on the right the meter, snapshot,
/// shortcuts, theme and language. FX thread.
final class TopBar extends HBox {

    TopBar(Node source, Node transport, Node estimation, Node meter, Node... tools) {
        getStyleClass().add("top-bar");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox right = new HBox(tools);
        right.getStyleClass().add("bar-group");
        getChildren()
                .addAll(source, divider(), transport, divider(), estimation, space, meter, right);
    }

    private static Region divider() {
        Region line = new Region();
        line.getStyleClass().add("bar-divider");
        return line;
    }

    static Node[] tools(
            Controls controls,
            Texts texts,
            Theme theme,
            Runnable snapshot,
            Runnable playground,
            Runnable keys) {
        Button dark =
                controls.button(
                        MaterialDesignT.THEME_LIGHT_DARK,
                        "view.theme",
                        () -> theme.darkProperty().set(!theme.darkProperty().get()));
        return new Node[] {
            controls.button(MaterialDesignC.CAMERA_IRIS, "snapshot", snapshot),
            controls.button(MaterialDesignM.MATRIX, "playground", playground),
            controls.button(MaterialDesignK.KEYBOARD_OUTLINE, "keys", keys),
            dark,
            language(controls, texts)
        };
    }

    private static MenuButton language(Controls controls, Texts texts) {
        MenuButton menu = new MenuButton();
        menu.setGraphic(new FontIcon(MaterialDesignW.WEB));
        menu.getStyleClass().add("icon-button");
        controls.named(menu, "view.language");
        ToggleGroup group = new ToggleGroup();
        for (Locale language : Texts.LANGUAGES) {
            RadioMenuItem item = new RadioMenuItem(language.getDisplayLanguage(language));
            item.setToggleGroup(group);
            item.setSelected(language.equals(texts.language()));
            item.setOnAction(event -> texts.languageProperty().set(language));
            menu.getItems().add(item);
        }
        return menu;
    }
}
