package org.hrscope.ui.playground;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Styled;

/// A titled grid, with a switch per channel. FX thread.
final class GridPart extends VBox {
    private final Label title = Styled.as(new Label(), "panel-title");
    private final HBox chips = Styled.as(new HBox(), "channel-chips");
    private final Spinner<Integer> many = new Spinner<>();
    private final IntConsumer choose;
    private int lowest;
    private boolean filling;

    /// @param choose called with the channel to show
    GridPart(CellGrid grid, IntConsumer choose) {
        this.choose = choose;
        getStyleClass().add("grid-part");
        title.setMinWidth(USE_PREF_SIZE);
        setVgrow(grid, Priority.ALWAYS);
        many.setPrefWidth(90);
        many.valueProperty()
                .subscribe((_, now) -> {
                    if (!filling && now != null) choose.accept(now - lowest);
                });
        getChildren().addAll(title, chips, grid);
    }

    void title(String text) {
        title.setText(text);
    }

    /// Shown instead of the switches.
    void note(String text) {
        Label note = Styled.as(new Label(text), "muted");
        note.setWrapText(true);
        chips.getChildren().setAll(note);
    }

    /// One number instead of the switches: a real layer has many channels.
    ///
    /// @param first what the channel that comes first is called
    void channels(String name, int first, int count, int seen) {
        if (!chips.getChildren().contains(many)) chips.getChildren().setAll(many);
        chips.setVisible(true);
        many.setAccessibleText(name);
        lowest = first;
        filling = true;
        IntegerSpinnerValueFactory bounds =
                new IntegerSpinnerValueFactory(first, first + count - 1);
        bounds.setValue(first + seen);
        bounds.setWrapAround(true);
        many.setValueFactory(bounds);
        filling = false;
    }

    /// @param name of a channel; its number is appended
    /// @param used all others are dimmed
    void channels(String name, int count, int seen, IntPredicate used) {
        chips.getChildren().remove(many);
        while (chips.getChildren().size() > count) chips.getChildren().removeLast();
        while (chips.getChildren().size() < count) chips.getChildren().add(chip());
        for (int i = 0; i < count; i++) {
            ToggleButton chip = (ToggleButton) chips.getChildren().get(i);
            chip.setSelected(i == seen);
            chip.setOpacity(used.test(i) ? 1 : 0.7);
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
