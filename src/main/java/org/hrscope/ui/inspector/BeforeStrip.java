package org.hrscope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.hrnet.Part;
import org.hrscope.hrnet.ReceptiveWindow;
import org.hrscope.pixels.ColourScale;
import org.hrscope.pixels.TensorStatistics;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.inspector.InspectorViewModel.Shown;
import org.hrscope.ui.maps.FeatureMapView;

/// The open node's inputs, each as its mean map with the window the hovered cell reads; a click opens it. FX thread.
final class BeforeStrip extends VBox {
    private static final double SIZE = 62;
    private static final double SMALL = 32;

    private final InspectorViewModel inspector;
    private final Texts texts;
    private final HBox row = Styled.as(new HBox(), "before-row");
    private final List<FeatureMapView> canvases = new ArrayList<>();
    private List<String> names = List.of();
    private double size = SIZE;

    BeforeStrip(InspectorViewModel inspector, Texts texts) {
        this.inspector = inspector;
        this.texts = texts;
        getStyleClass().add("before-strip");
        getChildren().addAll(new Caption(texts, "inspector.before", "meter-name"), row);
        Changes.of(this::point, inspector.cellProperty());
        managedProperty().bind(visibleProperty());
        Changes.now(this::show, inspector.shownProperty(), inspector.pinnedProperty());
    }

    /// @param low whether height is scarce
    void arrange(boolean low) {
        size = low ? SMALL : SIZE;
        names = List.of();
        show();
    }

    private void show() {
        Shown shown = inspector.shownProperty().get();
        Part part = inspector.part();
        List<String> inputs = shown == null || part == null ? List.of() : part.inputs();
        // Makes room for a pinned map.
        setVisible(!inputs.isEmpty() && inspector.pinnedProperty().get() == null);
        if (!inputs.equals(names)) build(inputs);
        if (shown == null) return;
        for (int i = 0; i < inputs.size(); i++) {
            FeatureMaps mean = shown.maps().before().get(inputs.get(i));
            if (mean == null) continue;
            float[] values = mean.values();
            TensorStatistics of = TensorStatistics.of(values, 0, values.length);
            canvases.get(i)
                    .show(
                            mean,
                            ColourScale.of(shown.colouring().colours(), of.min() < 0, of.reach()));
        }
        point();
    }

    private void build(List<String> inputs) {
        names = inputs;
        canvases.clear();
        row.getChildren().clear();
        for (String name : inputs) {
            FeatureMapView canvas = new FeatureMapView(cell -> {});
            canvas.setFocusTraversable(false);
            canvas.setMinSize(size, size);
            canvas.setPrefSize(size, size);
            canvases.add(canvas);
            boolean image = name.equals("image");
            Label label =
                    image
                            ? new Caption(texts, "inspector.before.image", "meter-name")
                            : Styled.as(new Label(shortened(name)), "meter-name");
            label.setTooltip(new Tooltip(name));
            label.setMaxWidth(inputs.size() > 2 ? 1.6 * SIZE : 4 * SIZE);
            label.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
            VBox box = Styled.as(new VBox(canvas, label), "before-node");
            box.setOnMouseClicked(event -> {
                if (!image) inspector.open(name);
            });
            row.getChildren().add(box);
        }
    }

    /// Omits the module's name if it is the open node's own.
    private String shortened(String name) {
        String open = inspector.nodeProperty().get() + "";
        int module = open.indexOf('.', open.indexOf('.') + 1) + 1;
        return module > 0 && name.startsWith(open.substring(0, module))
                ? name.substring(module)
                : name;
    }

    private void point() {
        Map<String, ReceptiveWindow> windows = inspector.windows();
        for (int i = 0; i < names.size(); i++) canvases.get(i).window(windows.get(names.get(i)));
    }
}
