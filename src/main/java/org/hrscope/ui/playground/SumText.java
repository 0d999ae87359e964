package org.hrscope.ui.playground;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.playground.Convolution.Product;
import org.hrscope.ui.playground.Setting.Position;

/// The products of the present position and their sum, written out: a line for each channel. It keeps its height,
/// however many there are. FX thread.
final class SumText extends ScrollPane {
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
        if (now.position().isEmpty()) return;
        Position at = now.position().get();
        Convolution convolution = now.convolution();
        boolean several = now.setting().depth() > 1;
        String total = "";
        for (List<Product> channel : byChannel(now)) {
            double sum = channel.stream().mapToDouble(Product::result).sum();
            int number = channel.getFirst().channel();
            if (several) add(texts.get("playground.channel") + " " + (number + 1) + ":  ", "muted");
            for (Product product : channel) term(product, now, product == channel.getFirst());
            if (several) add(" = " + Numbers.brief(sum) + "\n", "sum-term");
            total += (total.isEmpty() ? "" : " + ") + Numbers.factor(sum);
        }
        if (several) add(total, "sum-term");
        if (now.setting().bias()) {
            String bias = Numbers.factor(convolution.bias(at.channel()));
            add(" + " + bias, "sum-term");
            add(" (" + texts.get("playground.bias") + ")", "muted");
        }
        add(" = ", "sum-term");
        add(Numbers.brief(convolution.at(at)), "sum-result");
        setAccessibleText(
                flow.getChildren().stream()
                        .map(node -> ((Text) node).getText())
                        .collect(Collectors.joining()));
    }

    private static List<List<Product>> byChannel(Moment now) {
        List<Product> all = now.products();
        int each = all.size() / now.setting().depth();
        return java.util.stream.IntStream.range(0, now.setting().depth())
                .mapToObj(i -> all.subList(i * each, (i + 1) * each))
                .toList();
    }

    private void term(Product product, Moment now, boolean first) {
        if (!first) add(" + ", "muted");
        boolean pointed = product.tap() == now.tap() && product.channel() == now.shown();
        add(
                Numbers.brief(product.value()) + "×" + Numbers.factor(product.weight()),
                pointed ? "sum-result" : product.padded() ? "muted" : "sum-term");
    }

    private void add(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        flow.getChildren().add(text);
    }
}
