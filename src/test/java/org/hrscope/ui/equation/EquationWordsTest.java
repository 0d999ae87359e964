package org.hrscope.ui.equation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.equation.Equation.Kind;
import org.hrscope.ui.equation.Equation.Term;
import org.hrscope.ui.maps.MapCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What stands over the maps of an equation, and the sum at the cell that is pointed at.
class EquationWordsTest {
    private final Texts texts = new Texts();
    private final EquationWords words = new EquationWords(texts);

    private static FeatureMaps map(float... values) {
        return new FeatureMaps(1, 1, values.length, values);
    }

    private static Term value(String name, float... values) {
        return new Term(Kind.VALUE, name, 0, map(values));
    }

    private static Equation equation(
            String value, List<Term> steps, List<Term> terms, boolean relu) {
        int cells = terms.getFirst().map().cells();
        float[] sum = new float[cells];
        float[] result = new float[cells];
        for (int i = 0; i < cells; i++) {
            for (Term term : terms) sum[i] += term.map().values()[i];
            result[i] = relu ? Math.max(0, sum[i]) : sum[i];
        }
        return new Equation(value, 0, 7, steps, terms, map(sum), map(result), relu, 1);
    }

    /// A path goes from its branch to another; the file names it the other way round.
    @ParameterizedTest
    @CsvSource({
        "stage4.0.fuse_layers.0.2, stage4.0.fused.0, 2→0",
        "stage4.0.fuse_layers.3.11, stage4.0.fused.3, 11→3",
        "stage4.0.branches.0, stage4.0.fused.0, branches.0",
        "stage4.1.branches.0, stage4.0.fused.0, stage4.1.branches.0",
        "layer1.0.conv2, layer1.0, conv2",
        "layer1.0.downsample, layer1.0, downsample",
        "layer1.0.relu, layer1.0, relu",
        "layer1.01, layer1.0, layer1.01",
        "heatmaps, heatmaps, heatmaps",
        "transition1.0, stage2.0.branches.0, transition1.0",
    })
    void namesLeaveOutWhatIsShared(String value, String within, String brief) {
        assertThat(EquationWords.brief(value, within)).isEqualTo(brief);
    }

    @Test
    void anExchangeIsASumOfItsBranches() {
        Equation exchange =
                equation(
                        "stage4.0.fused.0",
                        List.of(),
                        List.of(
                                value("stage4.0.branches.0", 1),
                                value("stage4.0.fuse_layers.0.1", 2)),
                        true);
        assertThat(words.formula(exchange)).isEqualTo("ReLU(branches.0 + 1→0) = fused.0");
        Equation plain = equation("stage4.0.fused.0", List.of(), exchange.terms(), false);
        assertThat(words.formula(plain)).isEqualTo("branches.0 + 1→0 = fused.0");
    }

    /// In a block the other term is what the block began with.
    @Test
    void theOtherTermOfABlockIsItsShortcut() {
        Term step = new Term(Kind.STEP, "layer1.1.conv1", 3, map(1));
        Term mean = new Term(Kind.STEP, "layer1.1.conv2", Term.MEAN, map(1));
        Term own = value("layer1.1.conv3", 1);
        Term shortcut = value("layer1.0", 1);
        Equation block = equation("layer1.1", List.of(step, mean), List.of(own, shortcut), true);
        assertThat(words.name(own, block)).isEqualTo("conv3");
        assertThat(words.name(shortcut, block)).isEqualTo(texts.get("equation.shortcut"));
        assertThat(words.name(step, block)).isEqualTo("conv1");
        assertThat(words.name(mean, block))
                .isEqualTo(texts.get("equation.step.mean", "conv2"))
                .isNotEqualTo("conv2");
        assertThat(words.formula(block))
                .isEqualTo("ReLU(conv3 + " + texts.get("equation.shortcut") + ") = layer1.1");
    }

    @Test
    void aConvolutionIsASumOverChannels() {
        List<Term> terms =
                List.of(
                        new Term(Kind.CHANNEL, "layer1.0.conv1", 12, map(0.5f)),
                        new Term(Kind.OTHERS, "layer1.0.conv1", 63, map(-0.25f)),
                        new Term(Kind.BIAS, "layer1.0.conv2", 0, map(0.125f)));
        Equation weighted = equation("layer1.0.conv2", List.of(), terms, false);
        assertThat(words.name(terms.get(0), weighted)).contains("12");
        assertThat(words.name(terms.get(1), weighted)).contains("63");
        assertThat(words.name(terms.get(2), weighted)).isEqualTo(texts.get("playground.bias"));
        assertThat(words.formula(weighted))
                .isEqualTo(texts.get("equation.weighted", "conv1") + " = conv2");
        texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
        assertThat(words.name(terms.get(2), weighted)).isEqualTo(texts.get("playground.bias"));
    }

    /// The sum alone would not be the number that is shown.
    @Test
    void aGainIsAFactor() {
        List<Term> terms = List.of(value("a", 0.5f), value("b", 0.25f));
        Equation half = gained(equation("x", List.of(), terms, true), 0.5f);
        assertThat(words.formula(half)).isEqualTo("0.5 × ReLU(a + b) = x");
        assertThat(words.numbers(half, new MapCell(0, 0)))
                .isEqualTo("0.500 + 0.250 = 0.750 → ReLU × 0.5 → 0.375");
        assertThat(half.error()).isZero();
        Equation turned = gained(equation("x", List.of(), terms, false), -2);
        assertThat(words.formula(turned)).isEqualTo("−2 × (a + b) = x");
        assertThat(words.numbers(turned, new MapCell(0, 0)))
                .isEqualTo("0.500 + 0.250 = 0.750 → × −2 → −1.500");
        Equation cut = gained(equation("x", List.of(), terms, true), 0);
        assertThat(words.formula(cut)).startsWith("0 × ReLU(");
    }

    private static Equation gained(Equation of, float gain) {
        float[] result = of.result().values().clone();
        for (int i = 0; i < result.length; i++) result[i] *= gain;
        return new Equation(
                of.value(), 0, 7, of.steps(), of.terms(), of.sum(), map(result), of.relu(), gain);
    }

    /// Minus signs are minus signs, and what ReLU cuts is said to be.
    @Test
    void numbersAreThoseOfTheCell() {
        List<Term> terms =
                List.of(value("a", 0.25f, -0.25f), value("b", 0.5f, 0), value("c", -1f, -0.0f));
        Equation sum = equation("x", List.of(), terms, true);
        String cut = words.numbers(sum, new MapCell(0, 0));
        assertThat(cut).startsWith("0.250 + 0.500 − 1.000 = −0.250 → ReLU → 0");
        assertThat(cut).endsWith(texts.get("equation.cut"));
        assertThat(words.numbers(sum, new MapCell(1, 0))).startsWith("−0.250 + 0 + 0 =");
        Equation open = equation("x", List.of(), terms, false);
        assertThat(words.numbers(open, new MapCell(0, 0)))
                .endsWith("= −0.250")
                .doesNotContain("ReLU");
        Equation whole = equation("x", List.of(), List.of(value("a", 2), value("b", 1)), true);
        assertThat(words.numbers(whole, new MapCell(0, 0)))
                .doesNotContain(texts.get("equation.cut"))
                .contains("→ ReLU → 3");
    }
}
