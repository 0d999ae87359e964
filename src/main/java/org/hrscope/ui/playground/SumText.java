package org.hrscope.ui.playground;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.playground.Convolution.Product;
import org.hrscope.ui.playground.Setting.Position;

/// The products at the current position and their sum, written out one line per channel. Its height is fixed, whatever
/// their number. FX thread.
final class SumText extends ScrollPane {
    private static final int FEW = 10;
    private static final int MANY = 8;

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
        now.position().ifPresent(at -> write(now, at));
        setAccessibleText(
                flow.getChildren().stream()
                        .map(node -> ((Text) node).getText())
                        .collect(Collectors.joining()));
    }

    /// With several channels, the total comes first so that it is always visible.
    private void write(Moment now, Position at) {
        List<Product> all = now.products();
        int depth = now.setting().depth();
        int each = all.size() / depth;
        flow.getStyleClass().setAll(depth == 1 && each < FEW ? "sum-few" : "sum-many");
        if (depth > MANY) {
            writeOne(now, at, all, each);
            return;
        }
        if (depth == 1) products(all, now);
        for (int i = 0; i < depth && depth > 1; i++) {
            add((i == 0 ? "" : " + ") + Numbers.factor(sum(all, i * each, each)), "term");
        }
        end(now, at);
        for (int i = 0; i < depth && depth > 1; i++) {
            int channel = all.get(i * each).channel() + 1;
            add("\n" + texts.get("playground.channel") + " " + channel + "   ", "muted");
            products(all.subList(i * each, (i + 1) * each), now);
            add(" = " + Numbers.brief(sum(all, i * each, each)), "term");
        }
    }

    /// The channel shown, and all others as one number: a real layer reads hundreds.
    private void writeOne(Moment now, Position at, List<Product> all, int each) {
        int depth = now.shown() - now.setting().firstRead(at.channel());
        double one = sum(all, depth * each, each);
        double rest = sum(all, 0, all.size()) - one;
        products(all.subList(depth * each, (depth + 1) * each), now);
        add(" = " + Numbers.brief(one) + "\n", "term");
        add(texts.get("playground.sum.all", now.setting().depth() - 1) + "   ", "muted");
        add(Numbers.factor(one) + " + " + Numbers.factor(rest), "term");
        end(now, at);
    }

    /// The bias, and what it all comes to.
    private void end(Moment now, Position at) {
        if (now.setting().bias()) {
            add(" + " + texts.get("playground.bias") + " ", "muted");
            add(Numbers.factor(now.convolution().bias(at.channel())), "term");
        }
        add(" = ", "term");
        add(Numbers.brief(now.convolution().at(at)), "result");
    }

    private static double sum(List<Product> all, int from, int count) {
        return all.subList(from, from + count).stream().mapToDouble(Product::result).sum();
    }

    private void products(List<Product> products, Moment now) {
        for (Product product : products) {
            if (product != products.getFirst()) add(" + ", "muted");
            boolean pointed = product.tap() == now.tap() && product.channel() == now.shown();
            add(
                    Numbers.factor(product.value()) + "×" + Numbers.factor(product.weight()),
                    pointed ? "result" : product.padded() ? "muted" : "term");
        }
    }

    private void add(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        flow.getChildren().add(text);
    }
}
