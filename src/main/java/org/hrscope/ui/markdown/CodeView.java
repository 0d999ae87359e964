package org.hrscope.ui.markdown;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Code with some lines highlighted. Long lines wrap. FX thread.
public final class CodeView extends VBox {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final Pattern LINES = Pattern.compile("lit=([0-9,-]+)");
    private static final double LETTER = 7.2;

    /// @param lit line numbers, starting at 1
    public CodeView(String code, Set<Integer> lit) {
        getStyleClass().add("code");
        List<String> lines = code.stripTrailing().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            TextFlow line = line(lines.get(i));
            line.pseudoClassStateChanged(LIT, lit.contains(i + 1));
            getChildren().add(line);
        }
    }

    private static TextFlow line(String source) {
        String text = source.stripLeading();
        double indent = (source.length() - text.length()) * LETTER;
        int comment = text.indexOf('#');
        String code = comment < 0 ? text : text.substring(0, comment);
        TextFlow line = new TextFlow();
        // A line without text would have no height.
        if (comment != 0) line.getChildren().add(run(code.isEmpty() ? " " : code, "code-text"));
        if (comment >= 0) line.getChildren().add(run(text.substring(comment), "code-comment"));
        line.getStyleClass().add("code-line");
        line.setPadding(new Insets(1, 6, 1, 10 + indent));
        return line;
    }

    private static Text run(String text, String style) {
        Text run = new Text(text);
        run.getStyleClass().add(style);
        return run;
    }

    /// The lines highlighted by a block's info string: `python lit=2,4-5`.
    static Set<Integer> lit(String info) {
        Set<Integer> lit = new TreeSet<>();
        Matcher found = LINES.matcher(info);
        if (!found.find()) return lit;
        for (String part : found.group(1).split(",")) {
            String[] ends = part.split("-");
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int line = Integer.parseInt(ends[0]); line <= last; line++) lit.add(line);
        }
        return lit;
    }
}
