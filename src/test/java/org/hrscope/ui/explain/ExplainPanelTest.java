package org.hrscope.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.onnx.OnnxRounding;
import org.hrscope.pipeline.ActivationFollower.Glance;
import org.hrscope.quantise.RoundedNetwork;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.network.BlockTimes;
import org.hrscope.ui.network.OpenedNetwork;
import org.hrscope.ui.selection.Selection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The tab, without a screen.
@ExtendWith(FxToolkit.class)
class ExplainPanelTest {
    private final ObjectProperty<@Nullable OpenedNetwork> network = new SimpleObjectProperty<>();
    private final Selection selection = new Selection();
    private final ObjectProperty<@Nullable String> selected = selection.nodeProperty();
    private final ObjectProperty<@Nullable BlockTimes> times = new SimpleObjectProperty<>();
    private final Texts texts = new Texts();
    private Asked asked = new Asked(Set.of(), (result, values) -> {});
    private ExplainPanel panel;
    private Stage stage;

    @BeforeEach
    void open() {
        FxToolkit.run(() -> {
            Theme theme = new Theme();
            panel =
                    new ExplainPanel(
                            new ExplainViewModel(
                                    network,
                                    selection,
                                    times,
                                    texts,
                                    (names, glance) -> asked = new Asked(names, glance),
                                    Runnable::run),
                            new Controls(texts),
                            texts,
                            theme);
            theme.style(panel);
            stage = new Stage();
            stage.setScene(new Scene(panel, 400, 900));
            stage.show();
        });
    }

    @AfterEach
    void close() {
        FxToolkit.run(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            stage.close();
        });
    }

    private String seen() {
        panel.applyCss();
        panel.layout();
        return panel.lookupAll("*").stream()
                .map(node ->
                        node instanceof Text text
                                ? text.getText()
                                : node instanceof Labeled l ? l.getText() : "")
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("|"))
                .replace('\u00a0', ' ');
    }

    private record Asked(Set<String> names, Glance glance) {}

    @Test
    void aQuantisedNetworkHasItsNumbersAndAsksForOneMore() {
        FxToolkit.run(() -> {
            RoundedNetwork rounded =
                    new RoundedNetwork(
                            Map.of("layer1.0", 26.02),
                            Set.of("layer1.0"),
                            Map.of("layer1.0", new OnnxRounding(new float[] {0.037f}, 11, 0, 255)),
                            Map.of("layer1.0", "layer1.0.exact"));
            OpenedNetwork plain = Networks.W32.opened();
            network.set(
                    new OpenedNetwork(
                            plain.file(),
                            plain.net(),
                            plain.grown(),
                            rounded,
                            plain.map(),
                            plain.anatomy(),
                            plain.kernels()));
            selected.set("layer1.0");
            assertThat(asked.names()).containsExactly("layer1.0.exact");
            assertThat(seen()).contains("0.03700", "9.0280", "-0.4070", "26.0 dB", "5.0%");
            texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
            assertThat(seen()).contains("缩放因子", "0.03700", "26.0 dB");
            selected.set("stem.conv1");
            assertThat(asked.names()).isEmpty();
            network.set(plain);
            assertThat(seen()).doesNotContain("缩放因子");
        });
    }

    @Test
    void oneNumberIsRoundedInWords() {
        OnnxRounding rounding = new OnnxRounding(new float[] {0.037f}, 11, 0, 255);
        Tensor values = Tensor.of(Shape.of(1, 3), new float[] {0.4f, 1.23f, -3});
        assertThat(RoundedValue.of(values, rounding, 7).text(texts))
                .isEqualTo(
                        "In frame 7 the largest value is 1.2300. It is stored as 44 and read back as"
                                + " 1.2210: an error of 0.00900; rounding alone causes at most 0.01850.");
        Tensor beyond = Tensor.of(Shape.of(1, 2), new float[] {12, 0});
        assertThat(RoundedValue.of(beyond, rounding, 7).text(texts))
                .contains("clipped to 255", "9.0280", "2.9720");
    }

    @Test
    void thePageIsCopiedWithoutLinks() {
        FxToolkit.run(() -> {
            network.set(Networks.W32.opened());
            selected.set("layer1.0");
            button(texts.get("explain.copy")).fire();
            String copied = Clipboard.getSystemClipboard().getString();
            assertThat(copied)
                    .startsWith("# layer1.0\n")
                    .contains("Bottleneck", "```python")
                    .doesNotContain("](");
        });
    }

    private Button button(String name) {
        seen();
        return panel.lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> name.equals(button.getAccessibleText()))
                .findAny()
                .orElseThrow();
    }

    @Test
    void itFollowsTheSelectedNodeAndTheLanguage() {
        FxToolkit.run(() -> {
            assertThat(seen()).doesNotContain("heatmap");
            network.set(Networks.W32.opened());
            assertThat(seen()).contains("heatmaps", "HRNet-W32");
            selected.set("layer1.0");
            assertThat(seen())
                    .contains("layer1.0", "64 × 64 × 48 → 256 × 64 × 48", "downsample", "36,992");
            texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
            assertThat(seen())
                    .contains("捷径上带卷积的瓶颈块", "36,992")
                    .doesNotContain("Cost and receptive field");
            selected.set(null);
            assertThat(seen()).contains("画面与网络");
            network.set(Networks.foreign());
            selected.set("block_7");
            assertThat(seen()).contains("Conv Relu", "24 × 32 × 24");
        });
    }

    @Test
    void timesAreShownOnceTheyAreMeasured() {
        FxToolkit.run(() -> {
            network.set(Networks.W32.opened());
            selected.set("layer1.0");
            assertThat(seen()).contains("Not measured yet");
            times.set(
                    new BlockTimes(
                            Map.of("layer1.0", 2_500_000L, "heatmaps", 5_500_000L),
                            2_000_000,
                            12_000_000));
            assertThat(seen())
                    .contains("2.50 ms", "25.0% of 10.00 ms")
                    .doesNotContain("Not measured");
            selected.set("layer1.1");
            assertThat(seen()).contains("fused");
        });
    }

    @Test
    void theLinesOfTheNodeAreLit() {
        FxToolkit.run(() -> {
            network.set(Networks.W32.opened());
            selected.set("stem.conv1");
            seen();
            Set<Node> lines = panel.lookupAll(".code-line");
            PseudoClass lit = PseudoClass.getPseudoClass("lit");
            assertThat(lines.stream().filter(line -> line.getPseudoClassStates().contains(lit)))
                    .hasSize(4);
            assertThat(lines).hasSizeGreaterThan(6);
        });
    }

    @Test
    void aTermOpensItsDefinitionAndEscClosesIt() {
        FxToolkit.run(() -> {
            network.set(Networks.W32.opened());
            selected.set("stem.conv1");
            seen();
            Text stride = link("stride");
            stride.requestFocus();
            assertThat(stride.isFocused()).isTrue();
            stride.fireEvent(key(KeyCode.ENTER));
        });
        FxToolkit.rendered();
        FxToolkit.run(() -> {
            List<Window> open =
                    Window.getWindows().stream().filter(w -> w != stage && w.isShowing()).toList();
            assertThat(open).hasSize(1);
            String words =
                    open.getFirst().getScene().getRoot().lookupAll(".md-text").stream()
                            .map(node -> ((Text) node).getText())
                            .collect(Collectors.joining());
            assertThat(words).startsWith("Stride").contains("stride 2");
            javafx.event.Event.fireEvent(stage, key(KeyCode.ESCAPE));
            assertThat(Window.getWindows().stream().filter(w -> w != stage && w.isShowing()))
                    .isEmpty();
        });
    }

    @Test
    void aPathOfAnExchangeLeadsToItsNodeAndTheButtonBackToThePicture() {
        FxToolkit.run(() -> {
            network.set(Networks.W32.opened());
            selected.set("stage3.1.fused.0");
            seen();
            link("up, 4×").fireEvent(key(KeyCode.ENTER));
            assertThat(selected.get()).isEqualTo("stage3.1.fuse_layers.0.2");
            assertThat(seen()).contains("branch 2 to branch 0");
            button(texts.get("explain.leave")).fire();
            assertThat(selected.get()).isNull();
        });
    }

    @Test
    void aChineseTermIsHitByThePointer() {
        FxToolkit.run(() -> {
            texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
            network.set(Networks.W32.opened());
            selected.set("stage3.0.fuse_layers.0.1");
            stage.setX(0);
            stage.setY(0);
            seen();
        });
        FxToolkit.rendered();
        FxToolkit.run(() -> {
            var where = link("1×1 卷积").localToScreen(link("1×1 卷积").getBoundsInLocal());
            javafx.scene.robot.Robot robot = new javafx.scene.robot.Robot();
            robot.mouseMove(where.getCenterX(), where.getCenterY());
            robot.mouseClick(javafx.scene.input.MouseButton.PRIMARY);
        });
        FxToolkit.rendered();
        FxToolkit.run(() ->
                assertThat(Window.getWindows().stream().filter(w -> w != stage && w.isShowing()))
                        .hasSize(1));
    }

    private Text link(String words) {
        return panel.lookupAll(".md-link").stream()
                .map(Text.class::cast)
                .filter(text -> text.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }
}
