package org.hrscope.ui.markdown;

import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.hrscope.ui.common.Styled;

/// Lays out the blocks of a text one below the other.
final class Blocks extends AbstractVisitor {
    private final Pane into;
    private final BiConsumer<String, Node> links;

    Blocks(Pane into, BiConsumer<String, Node> links) {
        this.into = into;
        this.links = links;
    }

    private <N extends Node> N add(N node, String... styles) {
        node.getStyleClass().addAll(styles);
        into.getChildren().add(node);
        return node;
    }

    private TextFlow flow(org.commonmark.node.Node node) {
        return Inlines.flow(node, links);
    }

    @Override
    public void visit(Heading heading) {
        add(flow(heading), "md-heading", "md-heading" + heading.getLevel());
    }

    @Override
    public void visit(Paragraph paragraph) {
        add(flow(paragraph), "md-paragraph");
    }

    @Override
    public void visit(BulletList list) {
        items(list, null);
    }

    @Override
    public void visit(OrderedList list) {
        Integer first = list.getMarkerStartNumber();
        items(list, first == null ? 1 : first);
    }

    private void items(
            org.commonmark.node.Node list, @org.jspecify.annotations.Nullable Integer number) {
        VBox items = add(new VBox(), "md-list");
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            Label marker = Styled.as(new Label(number == null ? "•" : number++ + "."), "md-marker");
            marker.setMinWidth(Region.USE_PREF_SIZE);
            VBox content = Styled.as(new VBox(), "md-item");
            HBox.setHgrow(content, Priority.ALWAYS);
            new Blocks(content, links).visitChildren(item);
            items.getChildren().add(new HBox(marker, content));
        }
    }

    @Override
    public void visit(BlockQuote quote) {
        new Blocks(add(new VBox(), "md-quote"), links).visitChildren(quote);
    }

    @Override
    public void visit(FencedCodeBlock block) {
        String literal = block.getLiteral();
        if (block.getInfo().strip().equals("formula")) {
            VBox formulas = add(new VBox(), "md-formulas");
            literal.lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> formulas.getChildren().add(new FormulaView(line)));
        } else {
            add(new CodeView(literal, CodeView.lit(block.getInfo())));
        }
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        add(new CodeView(block.getLiteral(), Set.of()));
    }

    @Override
    public void visit(ThematicBreak line) {
        add(new Region(), "md-rule");
    }

    @Override
    public void visit(CustomBlock block) {
        if (!(block instanceof TableBlock)) return;
        GridPane grid = add(new GridPane(), "md-table");
        for (var part = block.getFirstChild(); part != null; part = part.getNext()) {
            for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow && !isEmpty(row)) {
                    row(grid, row, part instanceof TableHead);
                }
            }
        }
    }

    /// Markdown tables must have a header; an unwanted one is left empty.
    private static boolean isEmpty(org.commonmark.node.Node row) {
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell.getFirstChild() != null) return false;
        }
        return true;
    }

    private void row(GridPane grid, org.commonmark.node.Node row, boolean head) {
        int at = grid.getRowCount();
        int column = 0;
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            TextFlow flow = flow(cell);
            flow.getStyleClass().add(head ? "md-table-head" : "md-table-cell");
            if (column == 0) flow.setMinWidth(Region.USE_PREF_SIZE);
            boolean number =
                    cell instanceof TableCell of && of.getAlignment() == TableCell.Alignment.RIGHT;
            if (number) flow.setTextAlignment(TextAlignment.RIGHT);
            else if (cell.getNext() == null) GridPane.setHgrow(flow, Priority.ALWAYS);
            grid.add(flow, column++, at);
        }
    }
}
