package org.hrscope.ui.inspector;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.hrscope.pixels.ChannelOrder;
import org.hrscope.pixels.ColorMap;
import org.hrscope.pixels.ColourScale.Range;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.inspector.InspectorViewModel.Shown;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// Channel order, colours, and whether the selected channel is overlaid on the image; in two rows where one is too
/// narrow. FX thread.
final class InspectorTools extends FlowPane {
    private static final ColorMap[] SEQUENTIAL = {
        ColorMap.VIRIDIS, ColorMap.MAGMA, ColorMap.CIVIDIS
    };

    private final InspectorViewModel inspector;
    private final ObjectProperty<ColorMap> colours = new SimpleObjectProperty<>();
    private final ObjectProperty<Range> range = new SimpleObjectProperty<>(Colouring.USUAL.range());
    private final TextField fixed = new TextField();
    private boolean following;

    InspectorTools(InspectorViewModel inspector, Controls controls) {
        this.inspector = inspector;
        follow(inspector.colouringProperty().get());
        getStyleClass().add("inspector-tools");
        fixed.setPrefColumnCount(5);
        fixed.setMinWidth(56);
        Presence.when(range.isEqualTo(Range.FIXED), fixed);
        controls.named(fixed, "inspector.fixed");
        fixed.setOnAction(event -> apply());
        Changes.of(this::apply, fixed.focusedProperty(), colours);
        range.subscribe((_, now) -> {
            if (now == Range.FIXED && !following) hold();
            apply();
        });
        // A view from a file, or the last session, sets it too.
        inspector.colouringProperty().subscribe((_, now) -> follow(now));
        ToggleButton over = controls.toggle(MaterialDesignL.LAYERS_OUTLINE, "inspector.over");
        over.selectedProperty().bindBidirectional(inspector.overPictureProperty());
        getChildren()
                .addAll(
                        controls.choice(
                                ChannelOrder.values(),
                                "inspector.order.",
                                inspector.orderProperty(),
                                "inspector.order"),
                        controls.choice(
                                Range.values(), "inspector.range.", range, "inspector.range"),
                        fixed,
                        controls.choice(
                                SEQUENTIAL, "inspector.colours.", colours, "inspector.colours"),
                        over);
        getChildren()
                .forEach(node -> {
                    if (node instanceof ComboBox<?> choice) choice.setMinWidth(USE_PREF_SIZE);
                });
    }

    private void follow(Colouring now) {
        following = true;
        colours.set(now.colours());
        range.set(now.range());
        if (!String.valueOf(now.fixed()).equals(fixed.getText().strip())) {
            fixed.setText(String.valueOf(now.fixed()));
        }
        following = false;
    }

    /// Fixes the range at the layer's current extent.
    private void hold() {
        Shown shown = inspector.shownProperty().get();
        double reach = shown == null ? 1 : shown.maps().layer().reach();
        fixed.setText(Texts.format("%.3g", reach));
    }

    /// Ignores anything that is not a number above 0.
    private void apply() {
        if (following) return;
        float end = inspector.colouringProperty().get().fixed();
        try {
            float typed = Float.parseFloat(fixed.getText().strip());
            if (typed > 0 && Float.isFinite(typed)) end = typed;
        } catch (NumberFormatException _) {
            fixed.setText(String.valueOf(end));
        }
        inspector.colouringProperty().set(new Colouring(colours.get(), range.get(), end));
    }
}
