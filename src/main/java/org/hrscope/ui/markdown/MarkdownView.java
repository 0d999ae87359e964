package org.hrscope.ui.markdown;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;

/// A Markdown text as nodes, as wide as its container. Beyond CommonMark and tables it supports
///
/// - `[stride](term:stride)`: a link; its target is passed to the listener,
/// - `$H_{out}$` and a fenced block `formula`, one formula a line: see [Formula],
/// - a fenced block `python lit=2,4-5`: code with these lines highlighted, counting from 1.
///
/// FX thread.
public final class MarkdownView extends VBox {
    private static final Parser PARSER =
            Parser.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .customInlineContentParserFactory(new FormulaInText.Factory())
                    .build();

    private BiConsumer<String, Node> onLink = (target, node) -> {};

    public MarkdownView() {
        getStyleClass().add("markdown");
    }

    /// @param listener called with a link's target and the node that was clicked or chosen with Enter
    public void setOnLink(BiConsumer<String, Node> listener) {
        onLink = listener;
    }

    /// Replaces the current content.
    public void show(String markdown) {
        getChildren().clear();
        PARSER.parse(markdown)
                .accept(new Blocks(this, (target, node) -> onLink.accept(target, node)));
    }
}
