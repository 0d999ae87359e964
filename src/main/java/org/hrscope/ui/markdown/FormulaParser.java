package org.hrscope.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrscope.ui.markdown.Formula.Fenced;
import org.hrscope.ui.markdown.Formula.Fraction;
import org.hrscope.ui.markdown.Formula.Operator;
import org.hrscope.ui.markdown.Formula.Row;
import org.hrscope.ui.markdown.Formula.Script;
import org.hrscope.ui.markdown.Formula.Symbol;

/// A recursive-descent parser for the notation of [Formula]. Used once.
final class FormulaParser {
    private static final Map<String, String> SIGNS =
            Map.ofEntries(
                    Map.entry("sum", "Σ"),
                    Map.entry("alpha", "α"),
                    Map.entry("beta", "β"),
                    Map.entry("gamma", "γ"),
                    Map.entry("delta", "δ"),
                    Map.entry("epsilon", "ε"),
                    Map.entry("theta", "θ"),
                    Map.entry("lambda", "λ"),
                    Map.entry("mu", "μ"),
                    Map.entry("sigma", "σ"));
    private static final Map<String, String> WORD_OPERATORS = Map.of("times", "×", "to", "→");
    private static final String OPERATORS = "=+-−·×*∗/→≤≥<>≈";

    private final String source;
    private int at;

    FormulaParser(String source) {
        this.source = source.strip();
    }

    /// @throws IllegalArgumentException for unbalanced brackets
    Formula parse() {
        Formula row = row();
        if (at < source.length()) throw wrong();
        return row;
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("formula, at character " + (at + 1) + ": " + source);
    }

    private char peek() {
        return at < source.length() ? source.charAt(at) : '\0';
    }

    private boolean take(char c) {
        if (peek() != c) return false;
        at++;
        return true;
    }

    private void need(char c) {
        if (!take(c)) throw wrong();
    }

    /// Up to the terminator: the end, `)`, `}`, or a comma inside `frac`.
    private Row row() {
        return row(false);
    }

    private Row row(boolean toComma) {
        List<Formula> parts = new ArrayList<>();
        while (at < source.length()) {
            char c = peek();
            if (c == ')' || c == '}' || (toComma && c == ',')) break;
            if (Character.isWhitespace(c)) {
                at++;
            } else if (OPERATORS.indexOf(c) >= 0) {
                boolean tight = (c == '·' || c == '*') && isTight();
                at++;
                String sign = String.valueOf(c);
                parts.add(tight ? new Symbol("·", false) : operator(sign, parts));
            } else {
                parts.add(scripted(parts));
            }
        }
        return new Row(parts);
    }

    /// A minus with nothing before it is a sign and stays with its number.
    private static Formula operator(String c, List<Formula> before) {
        String text = c.equals("-") ? "−" : c.equals("*") ? "·" : c;
        boolean sign = before.isEmpty() || before.getLast() instanceof Operator;
        return sign || text.equals("/") ? new Symbol(text, false) : new Operator(text);
    }

    private Formula scripted(List<Formula> before) {
        Formula base = atom(before);
        Formula below = null;
        Formula above = null;
        while (peek() == '_' || peek() == '^') {
            if (source.charAt(at++) == '_') below = script();
            else above = script();
        }
        return below == null && above == null ? base : new Script(base, below, above);
    }

    private Formula script() {
        if (!take('{')) return atom(List.of());
        Row row = row();
        need('}');
        return row;
    }

    private Formula atom(List<Formula> before) {
        char c = peek();
        if (take('(')) return closed(new Fenced('(', row()));
        if (take('"')) {
            int end = source.indexOf('"', at);
            if (end < 0) throw wrong();
            String words = source.substring(at, end);
            at = end + 1;
            return new Symbol(words, false);
        }
        if (isLetter(c)) return word(before);
        int start = at++;
        if (Character.isDigit(c)) {
            while (Character.isDigit(peek()) || insideNumber()) at++;
        }
        return new Symbol(source.substring(start, at) + (c == ',' ? " " : ""), false);
    }

    /// A dot written without spaces is drawn without.
    private boolean isTight() {
        return at > 0
                && !Character.isWhitespace(source.charAt(at - 1))
                && !Character.isWhitespace(after(1));
    }

    /// A point before a digit; a comma before three digits.
    private boolean insideNumber() {
        return (peek() == '.' && Character.isDigit(after(1)))
                || (peek() == ','
                        && Character.isDigit(after(1))
                        && Character.isDigit(after(2))
                        && Character.isDigit(after(3)));
    }

    private char after(int steps) {
        return at + steps < source.length() ? source.charAt(at + steps) : '\0';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private Formula word(List<Formula> before) {
        int start = at;
        while (isLetter(peek())) at++;
        String word = source.substring(start, at);
        if (peek() == '(') {
            switch (word) {
                case "floor" -> {
                    return fenced('⌊');
                }
                case "sqrt" -> {
                    return fenced('√');
                }
                case "frac" -> {
                    need('(');
                    Formula above = row(true);
                    need(',');
                    return closed(new Fraction(above, row()));
                }
                default -> {}
            }
        }
        String operator = WORD_OPERATORS.get(word);
        if (operator != null) return operator(operator, before);
        String sign = SIGNS.get(word);
        if (sign != null) return new Symbol(sign, !sign.equals("Σ"));
        return new Symbol(word, word.length() == 1);
    }

    private Formula fenced(char open) {
        need('(');
        return closed(new Fenced(open, row()));
    }

    private Formula closed(Formula formula) {
        need(')');
        return formula;
    }
}
