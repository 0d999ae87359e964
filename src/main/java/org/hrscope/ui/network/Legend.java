package org.hrscope.ui.network;

import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Shrinking;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// Legend of the map's lines, of the ring for dead channels and of a quantised network's plates; where there is little
/// space, first words of the lines only, and tool tips say the rest. FX thread.
final class Legend extends HBox implements Shrinking {
    private static final double LENGTH = 26;

    private final BooleanProperty brief = new SimpleBooleanProperty();

    Legend(NetworkViewModel model, Texts texts, ReadOnlyBooleanProperty dark) {
        getStyleClass().add("network-legend");
        for (MapLink.Kind kind :
                new MapLink.Kind[] {MapLink.Kind.IDENTITY, MapLink.Kind.UP, MapLink.Kind.DOWN}) {
            Line line = new Line(0, 0, LENGTH, 0);
            line.setStrokeWidth(2);
            if (kind == MapLink.Kind.UP) line.getStrokeDashArray().addAll(5.0, 4.0);
            line.strokeProperty()
                    .bind(dark.map(d -> (d ? MapColours.DARK : MapColours.LIGHT).of(kind)));
            Callable<String> words = () -> texts.get(key(kind, model.map()));
            Callable<String> said = () -> brief.get() ? start(words.call()) : words.call();
            Label name = new Caption(texts.of(said, model.networkProperty(), brief), "muted");
            name.setGraphic(line);
            name.setMinWidth(USE_PREF_SIZE);
            Tooltip tip = new Tooltip();
            tip.textProperty().bind(texts.of(words, model.networkProperty()));
            name.setTooltip(tip);
            getChildren().add(name);
        }
        getChildren().addAll(dead(texts), noise(model, texts));
        setAlignment(Pos.CENTER_LEFT);
    }

    /// As [MarkPainter] draws it.
    private Label dead(Texts texts) {
        Circle ring = new Circle(MarkPainter.RING, MarkPainter.DARK);
        ring.setStroke(MarkPainter.DEAD);
        ring.setStrokeWidth(MarkPainter.THIN);
        return mark(ring, texts, "network.legend.dead", "network.legend.dead.about");
    }

    /// As [NoisePainter] draws it.
    private Label noise(NetworkViewModel model, Texts texts) {
        Label plate = Styled.as(new Label("dB"), "legend-noise");
        Label name = mark(plate, texts, "network.legend.noise", "network.legend.noise.about");
        name.visibleProperty().bind(model.networkProperty().map(_ -> model.rounded() != null));
        name.managedProperty().bind(name.visibleProperty());
        return name;
    }

    private Label mark(Node graphic, Texts texts, String key, String about) {
        Label name = new Caption(texts, key, "muted");
        name.setGraphic(graphic);
        name.setMinWidth(USE_PREF_SIZE);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of(about));
        name.setTooltip(tip);
        return name;
    }

    @Override
    public void shrink(boolean now) {
        brief.set(now);
    }

    @Override
    public ObservableValue<?> fullProperty() {
        // The name's own text changes as it shrinks.
        return ((Label) getChildren().getFirst()).getTooltip().textProperty();
    }

    /// What stands before the colon.
    private static String start(String words) {
        return words.split("[:：]", 2)[0];
    }

    private static String key(MapLink.Kind kind, @Nullable MapLayout map) {
        String lines = map == null ? "nearest" : map.lines();
        return Texts.key("network.line.", kind) + "." + lines;
    }
}
