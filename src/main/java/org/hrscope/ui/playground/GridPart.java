package org.hrscope.ui.playground;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A grid with its name over it, and a switch for each of its channels. FX thread.
final class GridPart extends VBox {
    private final Label title = new Label();
    private final HBox chips = new HBox();
    private final IntConsumer choose;

    /// @param choose told which channel is to be seen
    GridPart(CellGrid grid, IntConsumer choose) {
        this.choose = choose;
        getStyleClass().add("grid-part");
        title.getStyleClass().add("panel-title");
        chips.getStyleClass().add("channel-chips");
        setVgrow(grid, Priority.ALWAYS);
        getChildren().addAll(title, chips, grid);
    }

    void title(String text) {
        title.setText(text);
    }

    /// In the place of switches.
    void note(String text) {
        Label note = new Label(text);
        note.getStyleClass().add("muted");
        chips.getChildren().setAll(note);
    }

    /// @param name of one channel, its number to be added
    /// @param used the others are dimmed
    void channels(String name, int count, int seen, IntPredicate used) {
        while (chips.getChildren().size() > count) chips.getChildren().removeLast();
        while (chips.getChildren().size() < count) chips.getChildren().add(chip());
        for (int i = 0; i < count; i++) {
            ToggleButton chip = (ToggleButton) chips.getChildren().get(i);
            chip.setSelected(i == seen);
            chip.setOpacity(used.test(i) ? 1 : 0.45);
            chip.setAccessibleText(name + " " + (i + 1));
        }
        chips.setVisible(count > 1);
    }

    private ToggleButton chip() {
        int channel = chips.getChildren().size();
        ToggleButton chip = new ToggleButton(String.valueOf(channel + 1));
        chip.setOnAction(event -> {
            chip.setSelected(true);
            choose.accept(channel);
        });
        return chip;
    }
}
