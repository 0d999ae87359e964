package org.hrscope.ui.inspector;

import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.hrnet.Grown;
import org.hrscope.hrnet.ReceptiveWindow;
import org.hrscope.inference.Estimate;
import org.hrscope.pixels.ColourScale;
import org.hrscope.pixels.TensorStatistics;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.GrownText;
import org.hrscope.ui.common.PointedValues;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.inspector.InspectorViewModel.Shown;
import org.hrscope.ui.maps.FeatureMapView;
import org.hrscope.ui.maps.MapCell;
import org.hrscope.ui.maps.ScaleView;
import org.hrscope.ui.stage.OverlayMap;
import org.jspecify.annotations.Nullable;

/// The selected channel enlarged, with the value under the pointer, legend, histogram and statistics. Shows the hovered
/// cell's receptive field on the stage, and optionally the map itself. FX thread.
final class ChannelDetail extends StackPane {
    private final InspectorViewModel inspector;
    private final ObservableValue<@Nullable Grown> grown;
    private final Texts texts;
    private final OverlayMap stage;
    private final FeatureMapView canvas;
    private final ScaleView scale;
    private final Label title = Styled.as(new Label(), "channel-title");
    private final Label range = Styled.as(new Label(), "meter-name");
    private final PointedValues readout = new PointedValues();
    private final Label[] figures = new Label[5];
    private final VBox large;
    private final VBox below;

    ChannelDetail(
            InspectorViewModel inspector,
            OverlayMap stage,
            ObservableValue<@Nullable Grown> grown,
            CellMenu menu,
            Texts texts) {
        this.inspector = inspector;
        this.grown = grown;
        this.texts = texts;
        scale = new ScaleView(texts, 34);
        this.stage = stage;
        getStyleClass().add("channel-detail");
        canvas = new FeatureMapView(inspector::point);
        canvas.setOnKeep(inspector::keep);
        menu.on(canvas, inspector.nodeProperty()::get);
        canvas.accessibleTextProperty().bind(texts.of("inspector.map"));
        VBox.setVgrow(canvas, Priority.ALWAYS);
        title.setMinWidth(USE_PREF_SIZE);
        range.setMinWidth(USE_PREF_SIZE);
        HBox number = new HBox(4, title, range);
        number.setAlignment(Pos.BASELINE_LEFT);
        large = column(number, canvas);
        readout.setMaxWidth(Double.MAX_VALUE);
        readout.setMinWidth(0);
        HBox.setHgrow(readout, Priority.ALWAYS);
        HBox cell = new HBox(readout, menu.button());
        cell.setAlignment(Pos.CENTER_LEFT);
        below = column(cell, scale, statistics());
        arrange(false);
        Changes.of(this::point, inspector.cellProperty());
        Changes.now(
                this::show,
                inspector.shownProperty(),
                inspector.channelProperty(),
                inspector.overPictureProperty(),
                texts.languageProperty());
    }

    private static VBox column(Node... nodes) {
        return Styled.as(new VBox(nodes), "channel-column");
    }

    /// @param side puts figures beside the map instead of below it, if height is scarce
    void arrange(boolean side) {
        large.setPrefWidth(side ? 110 : USE_COMPUTED_SIZE);
        below.setMinWidth(side ? USE_PREF_SIZE : USE_COMPUTED_SIZE);
        Pane both = side ? new HBox(12, large, below) : new VBox(5, large, below);
        HBox.setHgrow(large, Priority.ALWAYS);
        VBox.setVgrow(large, Priority.ALWAYS);
        getChildren().setAll(both);
    }

    private GridPane statistics() {
        GridPane grid = Styled.as(new GridPane(), "channel-figures");
        String[] keys = {"min", "mean", "max", "deviation", "zeros"};
        for (int i = 0; i < keys.length; i++) {
            figures[i] = new Label();
            figures[i].getStyleClass().add("meter-value");
            Label name = new Caption(texts, "inspector." + keys[i], "meter-name");
            name.setMinWidth(USE_PREF_SIZE);
            figures[i].setMinWidth(USE_PREF_SIZE);
            grid.add(new VBox(name, figures[i]), i % 3, i / 3);
        }
        grid.setMinWidth(USE_PREF_SIZE);
        return grid;
    }

    private void show() {
        Shown shown = inspector.shownProperty().get();
        FeatureMaps map = inspector.map();
        canvas.setVisible(map != null);
        below.setVisible(map != null);
        if (shown == null || map == null) {
            title.setText("");
            range.setText("");
            stage.hide();
            stage.mark(null);
            scale.show(null, null);
            return;
        }
        int channel = inspector.channelProperty().get();
        NodeMaps maps = shown.maps();
        boolean untrained =
                new GrownText(texts, grown.getValue()).isUntrained(maps.node(), channel);
        title.setText(
                texts.get("inspector.channel", channel)
                        + (untrained ? texts.get("grown.untrained") : ""));
        range.setText(texts.get("inspector.channels", maps.maps().channels() - 1));
        ColourScale colours = maps.scale(channel, shown.colouring());
        canvas.show(map, colours);
        // No taller than the map, so that what follows sits right below.
        canvas.maxHeightProperty()
                .bind(canvas.widthProperty().multiply(map.height() / (double) map.width()));
        scale.show(map, colours);
        TensorStatistics of = maps.channels().get(channel);
        double[] values = {of.min(), of.mean(), of.max(), of.deviation()};
        for (int i = 0; i < values.length; i++) figures[i].setText(ScaleView.number(values[i]));
        figures[4].setText(Texts.format("%.1f%%", 100 * of.zeros()));
        if (inspector.overPictureProperty().get()) {
            stage.show(map, colours, maps.cellToPicture());
        } else {
            stage.hide();
        }
        point();
    }

    private void point() {
        MapCell at = inspector.cellProperty().get();
        FeatureMaps map = inspector.map();
        Shown shown = inspector.shownProperty().get();
        canvas.outline(at);
        if (at == null || map == null || shown == null) {
            readout.words(texts.get("inspector.point"));
            scale.mark(Float.NaN);
            stage.mark(null);
            return;
        }
        float value = map.at(0, at.y(), at.x());
        readout.values(Texts.format("x %2d  y %2d   %s", at.x(), at.y(), exact(value)));
        scale.mark(value);
        Map<String, ReceptiveWindow> windows = inspector.windows();
        stage.mark(inPicture(windows.get("image"), shown.maps().estimate()));
    }

    private static String exact(float value) {
        return Texts.format("%.6g", value);
    }

    /// From crop pixels to a part of the image.
    private static @Nullable BoundingBox inPicture(
            @Nullable ReceptiveWindow crop, Estimate estimate) {
        if (crop == null) return null;
        AffineTransform2D toPicture = estimate.geometry().fromInput();
        double left = toPicture.x(crop.left() - 0.5, 0) + 0.5;
        double top = toPicture.y(0, crop.top() - 0.5) + 0.5;
        double width = crop.width() * toPicture.a();
        return new BoundingBox(left, top, width, crop.height() * toPicture.e());
    }
}
