package org.hrscope.ui.inspector;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.hrnet.ReceptiveWindow;
import org.hrscope.pixels.ColorMap;
import org.hrscope.pixels.ColourScale;
import org.hrscope.pixels.TensorStatistics;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.PanelHead;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.maps.FeatureMapView;
import org.hrscope.ui.maps.FeatureMapView.Form;
import org.hrscope.ui.maps.FeatureMapView.Mark;
import org.hrscope.ui.maps.ScaleView;
import org.jspecify.annotations.Nullable;

/// The selected joint's heatmap, the values around its peak, and the position each decoder gives. FX thread.
public final class DecodePanel extends VBox {
    private static final int ROUND_PEAK = 5;
    private static final double MAP = 100;
    private static final double NUMBERS = 170;
    private static final double LEAST = 170;
    private static final double BESIDE = 8;
    private static final double MARK = 17;

    /// A cell is several pixels.
    private static final String[] FORMATS = {"%.2f,%.2f", "%.1f,%.1f", "%.1f,%.1f"};

    private static final Map<Decoder, Look> LOOKS =
            new EnumMap<>(
                    Map.of(
                            Decoder.ARGMAX, new Look(Color.WHITE, Form.CELL),
                            Decoder.QUARTER, new Look(Color.web("#ffd54a"), Form.CROSS),
                            Decoder.DARK, new Look(Color.web("#3ee6c4"), Form.RING),
                            Decoder.UDP, new Look(Color.web("#5b9dff"), Form.DOT)));

    private record Look(Color colour, Form form) {}

    private final Texts texts;
    private final JointNames names;
    private final StringProperty title = new SimpleStringProperty("");
    private final Label about = Styled.as(new Label(), "muted");
    private final Label hint;
    private final FeatureMapView map = new FeatureMapView(cell -> {});
    private final FeatureMapView numbers = new FeatureMapView(cell -> {});
    private final GridPane table = Styled.as(new GridPane(), "decode-table");
    private final Label udp = Paragraph.of(Styled.as(new Label(), "meter-name"));
    private final VBox content = Styled.as(new VBox(), "decode-content");

    /// @param shares where the joint's peak comes from
    public DecodePanel(DecodeViewModel decode, Texts texts, Node shares) {
        this.texts = texts;
        names = new JointNames(texts);
        getStyleClass().add("decode");
        hint = Paragraph.of(new Caption(texts, "decode.hint", "muted"));
        about.setMinWidth(USE_PREF_SIZE);
        map.setFocusTraversable(false);
        map.setPrefWidth(MAP);
        numbers.setFocusTraversable(false);
        numbers.setPrefWidth(NUMBERS);
        // A square: higher, it would leave its caption behind.
        numbers.maxHeightProperty().bind(numbers.widthProperty());
        HBox.setHgrow(map, Priority.ALWAYS);
        VBox.setVgrow(numbers, Priority.ALWAYS);
        Label round = new Caption(texts, "decode.numbers", "meter-name");
        round.setWrapText(true);
        VBox values = new VBox(BESIDE / 2, round, numbers);
        values.setAlignment(Pos.CENTER);
        HBox.setHgrow(values, Priority.ALWAYS);
        HBox maps = new HBox(BESIDE, map, values);
        maps.setMinHeight(LEAST);
        VBox.setVgrow(maps, Priority.ALWAYS);
        table.setMinHeight(USE_PREF_SIZE);
        // What the sentences and the colours below speak of comes first.
        content.getChildren().addAll(maps, table, udp, shares);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(new PanelHead(title, about), hint, content);
        Changes.now(
                () -> show(decode.decodingProperty().get()),
                decode.decodingProperty(),
                texts.languageProperty());
    }

    private void show(@Nullable Decoding of) {
        // Managed, the empty page could be scrolled.
        Presence.show(content, of != null);
        Presence.show(about, of != null);
        Presence.show(hint, of == null);
        if (of == null) {
            title.set(texts.get("side.decode"));
            return;
        }
        Keypoint peak = of.readings().getFirst().cell();
        title.set(names.of(of.model().skeleton().joints().get(of.joint())));
        about.setText(texts.get("decode.peak", ScaleView.number(peak.score()), "" + of.frame()));
        float[] values = of.map().values();
        float reach = TensorStatistics.of(values, 0, values.length).max();
        ColourScale colours = ColourScale.positive(ColorMap.MAGMA, reach);
        map.show(of.map(), colours);
        FeatureMaps round = of.neighbourhood(ROUND_PEAK);
        int left = of.left(ROUND_PEAK);
        int top = of.top(ROUND_PEAK);
        map.window(
                new ReceptiveWindow(left, top, left + round.width() - 1, top + round.height() - 1));
        numbers.show(round, colours);
        numbers.number(round);
        numbers.mark(of.readings().stream().map(r -> mark(r, left, top)).toList());
        fill(of);
        ModelInfo model = of.model();
        udp.setText(
                texts.get(
                        "decode.udp.about",
                        "" + (model.inputWidth() - 1),
                        "" + (model.heatmapWidth() - 1),
                        "" + model.inputWidth(),
                        "" + model.heatmapWidth()));
    }

    private static Mark mark(Decoding.Reading reading, int left, int top) {
        Look look = Objects.requireNonNull(LOOKS.get(reading.decoder()));
        return new Mark(
                reading.cell().x() - left, reading.cell().y() - top, look.colour, look.form);
    }

    private void fill(Decoding of) {
        table.getChildren().clear();
        String[] spaces = {"decode.heatmap", "decode.crop", "decode.picture"};
        for (int space = 0; space < spaces.length; space++) {
            put(new Label(texts.get(spaces[space]) + " x, y"), "meter-name", 2 + space, 0);
        }
        for (int row = 0; row < of.readings().size(); row++) {
            Decoding.Reading reading = of.readings().get(row);
            Canvas mark = new Canvas(MARK, MARK);
            mark(reading, 0, 0).paint(mark.getGraphicsContext2D(), MARK / 2, MARK / 2, MARK - 5);
            table.add(mark, 0, row + 1);
            Label name = new Label(texts.get("decode." + reading.decoder().id()));
            table.add(name, 1, row + 1);
            Keypoint[] places = {reading.cell(), reading.crop(), reading.picture()};
            for (int space = 0; space < places.length; space++) {
                Keypoint at = places[space];
                // Both in one line: with all rows, the table is seen below a lesson's text.
                String text = Texts.format(FORMATS[space], at.x(), at.y());
                put(new Label(text), "meter-value", 2 + space, row + 1);
            }
        }
    }

    private void put(Label label, String style, int column, int row) {
        label.getStyleClass().add(style);
        label.setTextAlignment(TextAlignment.RIGHT);
        GridPane.setHalignment(label, HPos.RIGHT);
        GridPane.setHgrow(label, Priority.ALWAYS);
        table.add(label, column, row);
    }
}
