package org.hrscope.ui.equation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.equation.Equation.Kind;
import org.hrscope.ui.equation.Equation.Term;
import org.hrscope.ui.maps.MapCell;
import org.hrscope.ui.maps.ScaleView;

/// An equation in words and numbers. FX thread.
record EquationWords(Texts texts) {
    private static final Pattern IN_A_BLOCK = Pattern.compile(".*\\.(conv\\d+|downsample)");
    private static final Pattern PATH = Pattern.compile(".*fuse_layers\\.(\\d+)\\.(\\d+)");

    /// Without the module or block they share; an exchange path as `2→0`.
    static String brief(String value, String within) {
        Matcher path = PATH.matcher(value);
        if (path.matches()) return path.group(2) + "→" + path.group(1);
        Matcher inside = IN_A_BLOCK.matcher(value);
        if (inside.matches()) return inside.group(1);
        int module = within.indexOf('.', within.indexOf('.') + 1) + 1;
        if (module > 0 && value.startsWith(within.substring(0, module))) {
            return value.substring(module);
        }
        int block = within.length() + 1;
        return value.startsWith(within + ".") ? value.substring(block) : value;
    }

    /// What stands over a term's map.
    String name(Term term, Equation of) {
        String within = of.value();
        return switch (term.kind()) {
            case VALUE -> {
                String value = brief(term.name(), within);
                boolean inside = IN_A_BLOCK.matcher(term.name()).matches();
                yield of.steps().isEmpty() || inside ? value : texts.get("equation.shortcut");
            }
            case STEP -> {
                String step = brief(term.name(), within);
                boolean mean = term.channel() == Term.MEAN;
                yield mean ? texts.get("equation.step.mean", step) : step;
            }
            case CHANNEL -> texts.get("equation.channel", term.channel());
            case OTHERS -> texts.get("equation.others", term.channel());
            case BIAS -> texts.get("playground.bias");
        };
    }

    /// The gain between two signs; empty where it is 1.
    static String factor(Equation of, String before, String after) {
        if (of.gain() == 1) return "";
        String number = Texts.format("%.2f", of.gain()).replaceFirst("\\.?0+$", "");
        return before + number.replace('-', '−') + after;
    }

    /// `ReLU(branches.0 + 1→0 + 2→0) = fused.0`, with a gain `0.5 × ReLU(...)`
    String formula(Equation of) {
        boolean weighted = of.terms().stream().anyMatch(t -> t.kind() != Kind.VALUE);
        String sum =
                of.terms().stream()
                        .filter(term -> term.kind() == Kind.VALUE)
                        .map(term -> name(term, of))
                        .collect(Collectors.joining(" + "));
        if (weighted) {
            String input = of.terms().getFirst().name();
            sum = texts.get("equation.weighted", brief(input, of.value()));
        }
        String all = of.relu() ? "ReLU(" + sum + ")" : of.gain() == 1 ? sum : "(" + sum + ")";
        return factor(of, "", " × ") + all + " = " + brief(of.value(), of.value());
    }

    /// `0.31 + 0.05 − 0.52 = −0.16 → ReLU → 0`, with a gain `0.31 + 0.05 = 0.36 → × 0.5 → 0.18`
    String numbers(Equation of, MapCell at) {
        StringBuilder line = new StringBuilder();
        for (Term term : of.terms()) {
            float value = term.map().at(0, at.y(), at.x());
            boolean first = line.isEmpty();
            if (first) line.append(signed(value));
            else line.append(value < 0 ? " − " : " + ").append(ScaleView.number(Math.abs(value)));
        }
        float sum = of.sum().at(0, at.y(), at.x());
        line.append(" = ").append(signed(sum));
        if (!of.goesOn()) return line.toString();
        line.append(" → ").append(end(of)).append(" → ");
        line.append(signed(of.result().at(0, at.y(), at.x())));
        if (of.relu() && sum < 0) line.append(texts.get("equation.cut"));
        return line.toString();
    }

    /// What the sum still goes through: `ReLU × 0.5`.
    static String end(Equation of) {
        return ((of.relu() ? "ReLU" : "") + factor(of, " × ", "")).strip();
    }

    private static String signed(float value) {
        return value < 0 ? "−" + ScaleView.number(-value) : ScaleView.number(value);
    }
}
