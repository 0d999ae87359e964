package org.hrscope.ui.explain;

import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hrscope.hrnet.ReceptiveFields.Field;
import org.hrscope.ui.common.Amount;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.ScoreBar;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.explain.Explanation.Figures;
import org.hrscope.ui.markdown.MarkdownView;

/// A node's cost and receptive field, each next to the whole network's. FX thread.
final class FiguresView extends GridPane {
    private static final double FRAME = 44;

    private final Texts texts;
    private final BiConsumer<String, Node> links;

    FiguresView(Figures figures, Texts texts, BiConsumer<String, Node> links) {
        this.texts = texts;
        this.links = links;
        getStyleClass().add("figures");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        getColumnConstraints().addAll(half, half);
        add(cost("explain.parameters", figures.parameters(), figures.allParameters()), 0, 0);
        add(cost("explain.macs", figures.multiplyAdds(), figures.allMultiplyAdds()), 1, 0);
        add(time(figures), 0, 1);
        if (figures.field() != null) add(field(figures, figures.field()), 1, 1);
    }

    private VBox tile(String key, String value, Node... more) {
        MarkdownView name = Styled.as(new MarkdownView(), "figure-name");
        name.setOnLink(links);
        name.show(texts.get(key));
        Label figure = Styled.as(new Label(value), "figure");
        // In a narrow panel a size takes two lines.
        Paragraph.of(figure);
        VBox tile = Styled.as(new VBox(name, figure), "figure-tile");
        tile.getChildren().addAll(more);
        return tile;
    }

    private Label note(String text) {
        Label note = Styled.as(new Label(text), "muted", "figure-note");
        note.setWrapText(true);
        return note;
    }

    private VBox cost(String key, long part, long whole) {
        return tile(key, amount(part), share(part, whole));
    }

    private Node share(long part, long whole) {
        double share = whole == 0 ? 0 : part / (double) whole;
        ScoreBar bar = new ScoreBar();
        bar.show(share);
        return new VBox(bar, note(texts.get("explain.share", percent(share), amount(whole))));
    }

    private VBox time(Figures figures) {
        if (figures.nanos() < 0) {
            return tile("explain.time", "–", note(texts.get("explain.time.unmeasured")));
        }
        if (figures.nanos() == 0) {
            return tile("explain.time", "–", note(texts.get("explain.time.merged")));
        }
        double millis = figures.nanos() / 1e6;
        double share = figures.nanos() / (double) figures.allNanos();
        String whole = Texts.format("%.2f ms", figures.allNanos() / 1e6);
        return tile(
                "explain.time",
                Texts.format("%.2f ms", millis),
                note(texts.get("explain.share", percent(share), whole)));
    }

    /// The crop with one value's receptive field, centred and clipped if larger.
    private VBox field(Figures figures, Field field) {
        double scale = FRAME / Math.max(figures.inputHeight(), figures.inputWidth());
        double height = figures.inputHeight() * scale;
        double width = figures.inputWidth() * scale;
        Region seen = Styled.as(new Region(), "field-seen");
        seen.setMaxSize(
                Math.clamp(field.size() * scale, 2, width),
                Math.clamp(field.size() * scale, 2, height));
        StackPane crop = Styled.as(new StackPane(seen), "field-crop");
        crop.setMinSize(width, height);
        crop.setMaxSize(width, height);
        boolean all = field.size() >= Math.max(figures.inputHeight(), figures.inputWidth());
        Label of =
                note(
                        texts.get(
                                all ? "explain.field.all" : "explain.field.part",
                                figures.inputHeight() + "\u00a0×\u00a0" + figures.inputWidth()));
        HBox line = Styled.as(new HBox(crop, of), "field");
        return tile("explain.field", field.size() + " × " + field.size(), line);
    }

    /// Small shares get one more digit.
    private static String percent(double share) {
        if (share == 0) return "0%";
        return Texts.format(share < 0.01 ? "%.2f%%" : "%.1f%%", 100 * share);
    }

    private String amount(long value) {
        return new Amount(value).in(texts.language());
    }
}
