package org.hrscope.ui.markdown;

import javafx.scene.Node;
import org.controlsfx.control.PopOver;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;

/// Shows a term's definition next to its link; Esc or a click elsewhere closes it. FX thread.
public final class TermPopOver {
    private static final double WIDTH = 300;

    private final Terms terms;
    private final MarkdownView text = new MarkdownView();
    private final PopOver popOver;

    public TermPopOver(Texts texts, Theme theme) {
        terms = new Terms(texts);
        text.getStyleClass().add("term");
        text.setPrefWidth(WIDTH);
        popOver = theme.popOver(text, PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setArrowSize(0);
        popOver.setCornerRadius(0);
        popOver.getStyleClass().add("term-popover");
    }

    /// @param link `term:stride`; other kinds are ignored
    /// @return whether there is such a term
    public boolean show(String link, Node beside) {
        var term = terms.find(link);
        popOver.hide();
        if (term.isEmpty()) return false;
        text.show("## " + term.get().title() + "\n\n" + term.get().text());
        popOver.show(beside);
        return true;
    }
}
