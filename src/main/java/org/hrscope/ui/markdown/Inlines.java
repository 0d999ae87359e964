package org.hrscope.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.jspecify.annotations.Nullable;

/// The runs of one paragraph. All are texts, even links and formulas: only then do lines break as the language
/// requires.
final class Inlines extends AbstractVisitor {
    private final List<Text> runs = new ArrayList<>();
    private final List<String> styles = new ArrayList<>();
    private final BiConsumer<String, Node> links;

    private Inlines(BiConsumer<String, Node> links) {
        this.links = links;
    }

    static TextFlow flow(org.commonmark.node.Node block, BiConsumer<String, Node> links) {
        Inlines inlines = new Inlines(links);
        inlines.visitChildren(block);
        return new TextFlow(inlines.runs.toArray(Text[]::new));
    }

    private Text add(String content, String... more) {
        Text run = new Text(content);
        run.getStyleClass().add("md-text");
        run.getStyleClass().addAll(styles);
        run.getStyleClass().addAll(more);
        // Only links react to the pointer.
        run.setMouseTransparent(true);
        runs.add(run);
        return run;
    }

    private void styled(String style, org.commonmark.node.Node node) {
        styles.add(style);
        visitChildren(node);
        styles.removeLast();
    }

    /// Keeps `64 × 48` on one line.
    @Override
    public void visit(org.commonmark.node.Text text) {
        add(text.getLiteral().replace(" × ", "\u00a0×\u00a0"));
    }

    @Override
    public void visit(Code code) {
        add(code.getLiteral(), "md-code");
    }

    @Override
    public void visit(Emphasis emphasis) {
        styled("md-emphasis", emphasis);
    }

    @Override
    public void visit(StrongEmphasis strong) {
        styled("md-strong", strong);
    }

    /// A line break between Chinese characters, or beside their punctuation, is dropped; elsewhere it is a space.
    @Override
    public void visit(SoftLineBreak end) {
        String before = runs.isEmpty() ? "" : runs.getLast().getText();
        String after = start(end.getNext());
        if (before.isEmpty() || after.isEmpty()) {
            add(" ");
            return;
        }
        int last = before.codePointBefore(before.length());
        int first = after.codePointAt(0);
        boolean joined = Character.isIdeographic(last) && Character.isIdeographic(first);
        if (!joined && !isWidePunctuation(last) && !isWidePunctuation(first)) add(" ");
    }

    /// What a node begins with, whatever it is styled as.
    private static String start(org.commonmark.node.@Nullable Node node) {
        return switch (node) {
            case null -> "";
            case org.commonmark.node.Text text -> text.getLiteral();
            case Code code -> code.getLiteral();
            default -> start(node.getFirstChild());
        };
    }

    private static boolean isWidePunctuation(int c) {
        return (c >= 0x3000 && c < 0x3040 && !Character.isIdeographic(c))
                || (c >= 0xff00 && c < 0xfff0);
    }

    @Override
    public void visit(HardLineBreak end) {
        add("\n");
    }

    @Override
    public void visit(Link link) {
        int first = runs.size();
        styled("md-link", link);
        for (Text run : runs.subList(first, runs.size())) {
            String target = link.getDestination();
            run.setAccessibleRole(AccessibleRole.HYPERLINK);
            run.setMouseTransparent(false);
            run.setPickOnBounds(true);
            run.setOnMouseClicked(event -> links.accept(target, run));
            run.setOnKeyPressed(event -> {
                if (event.getCode() != KeyCode.ENTER) return;
                links.accept(target, run);
                event.consume();
            });
            run.setFocusTraversable(run == runs.get(first));
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (!(node instanceof FormulaInText formula)) return;
        for (Formula.Run run : Formula.parse(formula.source()).runs()) {
            Text text = add(run.text(), "md-formula");
            if (run.italic()) text.getStyleClass().add("md-variable");
            if (run.level() == 0) continue;
            text.getStyleClass().add("md-script");
            // A TextFlow has no other way to raise or lower a run.
            text.setTranslateY(run.level() > 0 ? -5 : 3);
        }
    }
}
