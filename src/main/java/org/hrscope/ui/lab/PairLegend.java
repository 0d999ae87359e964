package org.hrscope.ui.lab;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.controlsfx.control.SegmentedButton;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.stage.PairLayer;
import org.hrscope.ui.stage.PairView;
import org.hrscope.ui.stage.StagePane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Over the stage while two things are compared: which is which, and how they are shown. FX thread.
public final class PairLegend extends VBox {
    /// The colour, the letter, and a sign that there is a name.
    private static final double LEAST = 52;

    /// The colour and the letter.
    private static final double LETTER = 34;

    /// On a narrower stage the choice stands below the names, which leaves the tools at its left in sight.
    private static final double NARROW = 640;

    /// Here no more than the letters of the names would be left.
    private static final double LETTERS = 250;

    /// The button at the left, the edges and the padding.
    private static final double BESIDE = 80;

    private static final double LONGEST = 224;
    private static final double LONGEST_NARROW = 202;

    private static final PseudoClass UNDER = PseudoClass.getPseudoClass("below");
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("narrow");

    private final HBox names = new HBox();
    private final BooleanProperty lettersOnly = new SimpleBooleanProperty();
    private double room;
    private final Node choice;
    private final Node end;

    public PairLegend(Comparison comparison, PairLayer layer, Controls controls) {
        getStyleClass().add("pair-legend");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Presence.when(comparison.active(), this);
        setPickOnBounds(false);
        choice = choice(layer.viewProperty(), controls);
        end = controls.button(MaterialDesignC.CLOSE, "pair.end", comparison.end());
        names.getChildren()
                .addAll(
                        key("A", comparison.a(), PairLayer.QUIET, controls),
                        key("B", comparison.b(), PairLayer.LOUD, controls),
                        choice,
                        end);
        names.getStyleClass().add("pair-names");
        getChildren().add(names);
        Changes.of(this::place, widthProperty());
    }

    /// How far down it reaches; 0 while it cannot be seen.
    public double foot() {
        return isVisible() ? getLayoutY() + getTranslateY() + getHeight() : 0;
    }

    /// @param width of the stage
    public void room(double width) {
        room = width;
        place();
        lettersOnly.set(width < LETTERS);
        boolean narrow = width < NARROW;
        if (narrow == getChildren().contains(choice)) return;
        pseudoClassStateChanged(TIGHT, narrow);
        for (Node each : names.getChildren()) {
            if (each instanceof Label key) key.setMaxWidth(narrow ? LONGEST_NARROW : LONGEST);
        }
        if (narrow) {
            names.getChildren().remove(choice);
            getChildren().add(choice);
        } else {
            getChildren().remove(choice);
            names.getChildren().add(names.getChildren().indexOf(end), choice);
        }
    }

    /// On a narrow stage one button unfolds the layer switches: below it only where there is no room beside it, because
    /// there it hides more of the image.
    private void place() {
        // Not its width as a whole: the padding depends on the answer.
        double inner = getWidth() - getInsets().getLeft() - getInsets().getRight();
        boolean beside = inner + BESIDE <= room;
        pseudoClassStateChanged(UNDER, room < StagePane.NARROW && !beside);
    }

    /// The colour, then A or B, then as much of the name as there is room for.
    private Label key(
            String letter, ObservableValue<String> name, Color colour, Controls controls) {
        Label label = new Label();
        label.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> lettersOnly.get() ? letter : letter + "  " + name.getValue(),
                                lettersOnly,
                                name));
        label.setGraphic(new Rectangle(16, 4, colour));
        label.setMaxWidth(LONGEST);
        label.minWidthProperty().bind(Bindings.when(lettersOnly).then(LETTER).otherwise(LEAST));
        controls.named(label, name);
        return label;
    }

    private static SegmentedButton choice(ObjectProperty<PairView> view, Controls controls) {
        SegmentedButton all = new SegmentedButton();
        all.getButtons().setAll(controls.alternatives(PairView.values(), "pair.", view));
        all.setToggleGroup(new ToggleGroup());
        return all;
    }
}
