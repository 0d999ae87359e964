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

    /// @param name of one channel, its number to be added
    /// @param used the others are dimmed
    void show(String heading, String name, int channels, int seen, IntPredicate used) {
        title.setText(heading);
        while (chips.getChildren().size() > channels) chips.getChildren().removeLast();
        while (chips.getChildren().size() < channels) chips.getChildren().add(chip());
        for (int i = 0; i < channels; i++) {
            ToggleButton chip = (ToggleButton) chips.getChildren().get(i);
            chip.setSelected(i == seen);
            chip.setOpacity(used.test(i) ? 1 : 0.45);
            chip.setAccessibleText(name + " " + (i + 1));
        }
        chips.setVisible(channels > 1);
    }

    /// A grid of one channel alone, and which that is.
    void show(String heading, String what) {
        title.setText(heading);
        Label note = new Label(what);
        note.getStyleClass().add("muted");
        chips.getChildren().setAll(note);
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
