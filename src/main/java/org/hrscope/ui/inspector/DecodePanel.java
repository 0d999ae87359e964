package org.hrscope.ui.inspector;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.PanelHead;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.maps.ScaleView;
import org.jspecify.annotations.Nullable;

/// The selected joint's heatmap, the values around its peak, and the position each decoder gives. FX thread.
public final class DecodePanel extends VBox {
    private static final double MARK = 17;

    /// A cell is several pixels.
    private static final String FORMAT = "%.1f, %.1f";

    private final Texts texts;
    private final JointNames names;
    private final StringProperty title = new SimpleStringProperty("");
    private final Label about = Styled.as(new Label(), "muted");
    private final Label hint;
    private final PeakFigure figure;
    private final GridPane table = Styled.as(new GridPane(), "decode-table");
    private final Label udp = Paragraph.of(Styled.as(new Label(), "meter-name"));
    private final VBox content = Styled.as(new VBox(), "decode-content");

    /// @param more stands between the table and the note on UDP
    public DecodePanel(DecodeViewModel decode, Texts texts, Node... more) {
        this.texts = texts;
        names = new JointNames(texts);
        getStyleClass().add("decode");
        hint = Paragraph.of(new Caption(texts, "decode.hint", "muted"));
        about.setMinWidth(USE_PREF_SIZE);
        figure = new PeakFigure(texts);
        VBox.setVgrow(figure, Priority.ALWAYS);
        table.setMinHeight(USE_PREF_SIZE);
        content.getChildren().addAll(figure, table);
        content.getChildren().addAll(more);
        content.getChildren().add(udp);
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
        figure.show(of);
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

    private void fill(Decoding of) {
        table.getChildren().clear();
        String[] spaces = {"decode.crop", "decode.picture"};
        for (int space = 0; space < spaces.length; space++) {
            put(new Label(texts.get(spaces[space]) + " x, y"), "meter-name", 2 + space, 0);
        }
        for (int row = 0; row < of.readings().size(); row++) {
            Decoding.Reading reading = of.readings().get(row);
            Canvas mark = new Canvas(MARK, MARK);
            DecoderMark.of(reading.decoder())
                    .paint(mark.getGraphicsContext2D(), MARK / 2, MARK / 2, MARK - 5);
            table.add(mark, 0, row + 1);
            Label name = new Label(texts.get("decode." + reading.decoder().id()));
            table.add(name, 1, row + 1);
            Keypoint[] places = {reading.crop(), reading.picture()};
            for (int space = 0; space < places.length; space++) {
                Keypoint at = places[space];
                // Both in one line: with all rows, the table is seen below a lesson's text.
                String text = Texts.format(FORMAT, at.x(), at.y());
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
