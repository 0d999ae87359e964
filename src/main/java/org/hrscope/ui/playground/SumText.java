package org.hrscope.ui.playground;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.playground.Convolution.Product;

/// The products of the present position and their sum, written out: a line for each channel. It keeps its height,
/// however many there are. FX thread.
final class SumText extends ScrollPane {
    private static final int FEW = 10;

    private final TextFlow flow = new TextFlow();
    private final Texts texts;

    SumText(Texts texts) {
        this.texts = texts;
        getStyleClass().add("sum-text");
        setFitToWidth(true);
        setContent(flow);
    }

    void show(Moment now) {
        flow.getChildren().clear();
        now.position()
                .ifPresent(at -> {
                    List<Product> all = now.products();
                    flow.getStyleClass().setAll(all.size() < FEW ? "sum-few" : "sum-many");
                    int depth = now.setting().depth();
                    int each = all.size() / depth;
                    String parts = "";
                    for (int i = 0; i < depth; i++) {
                        String sum = channel(all.subList(i * each, (i + 1) * each), depth > 1, now);
                        parts += (i == 0 ? "" : " + ") + sum;
                    }
                    if (depth > 1) add(parts, "term");
                    if (now.setting().bias()) {
                        add(" + " + texts.get("playground.bias") + " ", "muted");
                        add(Numbers.factor(now.convolution().bias(at.channel())), "term");
                    }
                    add(" = ", "term");
                    add(Numbers.brief(now.convolution().at(at)), "result");
                });
        setAccessibleText(
                flow.getChildren().stream()
                        .map(node -> ((Text) node).getText())
                        .collect(Collectors.joining()));
    }

    /// Returns the sum of this channel alone.
    private String channel(List<Product> products, boolean ownLine, Moment now) {
        int channel = products.getFirst().channel();
        String name = texts.get("playground.channel") + " " + (channel + 1) + "   ";
        if (ownLine) add(name, "muted");
        double sum = 0;
        for (Product product : products) {
            if (product != products.getFirst()) add(" + ", "muted");
            boolean pointed = product.tap() == now.tap() && channel == now.shown();
            add(
                    Numbers.factor(product.value()) + "×" + Numbers.factor(product.weight()),
                    pointed ? "result" : product.padded() ? "muted" : "term");
            sum += product.result();
        }
        if (ownLine) add(" = " + Numbers.brief(sum) + "\n", "term");
        return Numbers.factor(sum);
    }

    private void add(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        flow.getChildren().add(text);
    }
}
