package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// The list of shortcuts stays low enough for a small window: as many columns as it is wide, one row an action.
@Timeout(60)
@ExtendWith(FxToolkit.class)
class KeysViewTest {

    @Test
    void threeColumnsAndOneRowForKeysOfOneAction() {
        Keys keys = new Keys();
        keys.on(KeyCode.SPACE, "transport.play", () -> {});
        keys.on(KeyCode.DELETE, "people.drop", () -> {});
        keys.on(KeyCode.BACK_SPACE, "people.drop", () -> {});
        keys.on(KeyCode.F, "view.fit", () -> {});
        keys.on(KeyCode.H, "layer.heatmaps", () -> {});
        keys.on(KeyCode.N, "network.fold", () -> {});
        KeysView view = FxToolkit.on(() -> new KeysView(keys, new Texts(), 900));
        HBox columns = (HBox) view.getChildren().get(1);
        assertThat(columns.getChildren())
                .map(column -> ((GridPane) column).getRowCount())
                .containsExactly(2, 2, 1);
        List<String> caps =
                view.lookupAll(".key-cap").stream()
                        .map(cap -> ((Label) cap).getText().toLowerCase(Locale.ROOT))
                        .toList();
        assertThat(caps).hasSize(6).contains("space", "del", "f");
        HBox drop = (HBox) ((GridPane) columns.getChildren().getFirst()).getChildren().get(2);
        assertThat(drop.getChildren()).hasSize(2);
    }
}
