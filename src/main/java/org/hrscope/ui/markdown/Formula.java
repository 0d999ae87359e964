package org.hrscope.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A formula in a small notation: `H_{out} = floor(frac(H_{in} + 2·p − k, s)) + 1`.
///
/// `_` and `^` take one word, number or `{group}`. `frac(a, b)`, `floor(a)` and `sqrt(a)` are drawn as such; `sum`,
/// `times`, `to` and the names of Greek letters are symbols. A single letter is a variable, set in italics, a longer
/// word upright; `*` is a dot, drawn without spaces if written without: `64·3`. `"words"` are kept as they are.
sealed interface Formula {

    /// Letters, a number or a symbol.
    record Symbol(String text, boolean italic) implements Formula {}

    /// Two sides and the operator between them, with space: `=`, `+`.
    record Operator(String text) implements Formula {}

    record Row(List<Formula> parts) implements Formula {}

    record Script(Formula base, @Nullable Formula below, @Nullable Formula above)
            implements Formula {}

    record Fraction(Formula above, Formula below) implements Formula {}

    /// Brackets that grow with their content: `(`, `⌊` or `√`.
    record Fenced(char open, Formula inner) implements Formula {}

    /// A piece of a formula within a line of text.
    ///
    /// @param level 1 above the line, -1 below, 0 on it
    record Run(String text, boolean italic, int level) {}

    static Formula parse(String source) {
        return new FormulaParser(source).parse();
    }

    /// As one line of text: a fraction becomes a slash; it may break before an operator.
    default List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        write(this, 0, runs);
        return runs;
    }

    /// For a screen reader.
    default String plain() {
        return runs().stream()
                .map(run -> (run.level == 0 ? "" : run.level > 0 ? "^" : "_") + run.text)
                .collect(Collectors.joining());
    }

    private static void write(Formula formula, int level, List<Run> runs) {
        switch (formula) {
            case Symbol(String text, boolean italic) -> runs.add(new Run(text, italic, level));
            case Operator(String text) -> runs.add(new Run(" " + text + "\u00a0", false, level));
            case Row(List<Formula> parts) -> parts.forEach(part -> write(part, level, runs));
            case Script(Formula base, Formula below, Formula above) -> {
                write(base, level, runs);
                if (below != null) write(below, -1, runs);
                if (above != null) write(above, 1, runs);
            }
            case Fraction(Formula above, Formula below) -> {
                grouped(above, level, runs);
                runs.add(new Run("/", false, level));
                grouped(below, level, runs);
            }
            case Fenced(char open, Formula inner) -> {
                runs.add(new Run(String.valueOf(open), false, level));
                write(inner, level, runs);
                if (open != '√') runs.add(new Run(open == '(' ? ")" : "⌋", false, level));
            }
        }
    }

    private static void grouped(Formula formula, int level, List<Run> runs) {
        boolean several = formula instanceof Row row && row.parts.size() > 1;
        write(several ? new Fenced('(', formula) : formula, level, runs);
    }
}
