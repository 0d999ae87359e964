package org.hrscope.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.hrscope.ui.FxToolkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Markdown becomes nodes, formulas one line or a box.
@ExtendWith(FxToolkit.class)
class MarkdownViewTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "H_{out} = floor(frac(H_{in} + 2*p - k, s)) + 1;"
                        + "H_out = ⌊(H_in + 2·p − k)/s⌋ + 1",
                "y = gamma frac(x-mu, sqrt(sigma^2 + epsilon)) + beta;"
                        + "y = γ(x − μ)/√σ^2 + ε + β",
                "64·3 · 2 ∗ 1,856 = f(1, 200);64·3 · 2 ∗ 1,856 = f(1, 200)",
                "C_{in} times k^2 to 64;C_in × k^2 → 64",
                "ReLU(x) = max(0, x);ReLU(x) = max(0, x)",
                "(-1)/2;(−1)/2",
                "\"输出\" = x_i^2;输出 = x_i^2"
            })
    void aFormulaOnOneLine(String source, String plain) {
        assertThat(Formula.parse(source).plain().replace('\u00a0', ' ')).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"frac(a, b", "a)", "x_{2", "\"words", "frac(a)"})
    void aFormulaThatEndsTooSoonIsRefused(String source) {
        assertThatThrownBy(() -> Formula.parse(source))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(source);
    }

    @Test
    void placesAreFilledAndGroupsOfFormulasLeftAlone() {
        assertThat(
                        Articles.fill(
                                "{from} to {to}: $H_{out} = 2^{{n}}$",
                                Map.of("from", 1, "to", "a$", "n", 3)))
                .isEqualTo("1 to a$: $H_{out} = 2^{3}$");
        assertThatThrownBy(() -> Articles.fill("{nobody}", Map.of()))
                .hasMessageContaining("{nobody}");
    }

    @ParameterizedTest
    @CsvSource({
        "把它们分开,把它们分开",
        "变成 `x`，|[ReLU](term:relu) 变零,变成 x，ReLU 变零",
        "从|**最粗**的,从最粗的",
        "最后|`x`（末尾）|的,最后 x（末尾）的",
        "one|two,one two"
    })
    void aLineBreakIsASpaceOnlyWhereTheLanguageHasOne(String source, String words) {
        FxToolkit.run(() -> {
            MarkdownView view = shown(source.replace('|', '\n'), 400);
            assertThat(text(view.getChildren().getFirst())).isEqualTo(words);
        });
    }

    @Test
    void everyBlockHasItsNode() {
        String source =
                """
                # Title
                A **bold** [stride](term:stride) of $x^2$ and
                `code`.

                1. one
                2. two

                > said

                | a | b |
                |---|---|
                | 1 | 2 |

                ```formula
                frac(a, b)
                floor(c)
                ```
                ```python lit=2
                x = 1
                    y = 2  # two
                ```
                """;
        FxToolkit.run(() -> {
            MarkdownView view = shown(source, 400);
            assertThat(view.getChildren())
                    .extracting(node -> node.getStyleClass().getLast())
                    .containsExactly(
                            "md-heading1",
                            "md-paragraph",
                            "md-list",
                            "md-quote",
                            "md-table",
                            "md-formulas",
                            "code");
            assertThat(text(view.getChildren().get(1))).isEqualTo("A bold stride of x2 and code.");
            assertThat(text(view.getChildren().get(2))).contains("one").contains("two");
            assertThat(((Parent) view.getChildren().get(5)).getChildrenUnmodifiable()).hasSize(2);
            List<Boolean> lit =
                    ((Parent) view.getChildren().get(6))
                            .getChildrenUnmodifiable().stream()
                                    .map(line -> line.getPseudoClassStates().contains(LIT))
                                    .toList();
            assertThat(lit).containsExactly(false, true);
        });
    }

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    /// As in a table of figures, whose digits are compared.
    @Test
    void aColumnMayStandAtTheRight() {
        FxToolkit.run(() -> {
            String table = "| size | W32 |\n|---|--:|\n| 256 | 7.65 |\n| 384 | 17.20 |";
            Parent grid = (Parent) shown(table, 400).getChildren().getFirst();
            List<Double> ends =
                    grid.getChildrenUnmodifiable().stream()
                            .filter(cell -> javafx.scene.layout.GridPane.getColumnIndex(cell) == 1)
                            .map(cell -> ((Parent) cell).getChildrenUnmodifiable().getFirst())
                            .map(run -> run.localToScene(run.getLayoutBounds()).getMaxX())
                            .toList();
            assertThat(ends).hasSize(3);
            assertThat(ends.get(1)).isCloseTo(ends.get(2), within(0.5));
            assertThat(ends.get(2)).as("beside the column before").isLessThan(200);
        });
    }

    @Test
    void linesOfCodeAreLitByNumberAndRange() {
        assertThat(CodeView.lit("python lit=2,4-6")).isEqualTo(Set.of(2, 4, 5, 6));
        assertThat(CodeView.lit("python")).isEmpty();
    }

    @Test
    void chineseLinesAreJoinedWithoutASpace() {
        FxToolkit.run(() -> {
            assertThat(text(shown("步长，\n填充", 300))).isEqualTo("步长，填充");
            assertThat(text(shown("a\nb", 300))).isEqualTo("a b");
        });
    }

    @Test
    void aLinkIsToldByTheKeyboard() {
        List<String> told = new ArrayList<>();
        FxToolkit.run(() -> {
            MarkdownView view = shown("see [ReLU](term:relu)", 300);
            view.setOnLink((target, node) -> told.add(target + "@" + ((Text) node).getText()));
            Node link = view.lookup(".md-link");
            assertThat(link.isFocusTraversable()).isTrue();
            link.fireEvent(key(KeyCode.A));
            link.fireEvent(key(KeyCode.ENTER));
        });
        assertThat(told).containsExactly("term:relu@ReLU");
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    @Test
    void itGrowsTallerWhereItIsNarrow() {
        String source =
                "word ".repeat(60)
                        + "\n\n```formula\nfrac(aaaaaaaaaa, b) = bbbbbbbbbbbbbbbbbbbb\n```\n";
        FxToolkit.run(() -> {
            MarkdownView wide = shown(source, 600);
            MarkdownView narrow = shown(source, 200);
            double[] heights = {
                wide.getChildren().getFirst().getBoundsInParent().getHeight(),
                narrow.getChildren().getFirst().getBoundsInParent().getHeight()
            };
            assertThat(heights[1]).isGreaterThan(2 * heights[0]);
            Node formula =
                    ((Parent) narrow.getChildren().get(1)).getChildrenUnmodifiable().getFirst();
            Node ink = ((Parent) formula).getChildrenUnmodifiable().getFirst();
            assertThat(ink.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(201);
        });
    }

    private static MarkdownView shown(String source, double width) {
        MarkdownView view = new MarkdownView();
        view.show(source);
        new Scene(view, width, 900);
        view.applyCss();
        view.resize(width, 900);
        view.layout();
        return view;
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        if (node instanceof Text run) text.append(run.getText());
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                if (child instanceof Text || child instanceof TextFlow || child instanceof Parent) {
                    text.append(text(child));
                }
            }
        }
        return text.toString();
    }
}
