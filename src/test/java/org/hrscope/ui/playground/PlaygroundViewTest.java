package org.hrscope.ui.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.onnx.OnnxConvolution;
import org.hrscope.onnx.OnnxKernel;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.Pointer;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The whole playground in a headless window.
@ExtendWith(FxToolkit.class)
class PlaygroundViewTest {
    private final Texts texts = new Texts();
    private final Theme theme = new Theme();
    private final PlaygroundViewModel model = new PlaygroundViewModel();
    private PlaygroundView view;
    private Stage window;

    @BeforeEach
    void show() {
        FxToolkit.run(() -> {
            view = new PlaygroundView(model, texts, new Controls(texts), theme);
            theme.style(view);
            window = new Stage();
            window.setScene(new Scene(view, 900, 900));
            window.show();
        });
        FxToolkit.rendered();
    }

    @AfterEach
    void hide() {
        FxToolkit.run(() -> window.hide());
    }

    /// As many input channels as a spinner would not let a person choose.
    @Test
    void aRealLayerKeepsItsNumbersInTheForm() {
        int inputs = 70;
        float[] weights = new float[inputs];
        float[] values = new float[inputs * 6 * 4];
        for (int i = 0; i < inputs; i++) weights[i] = i - 30.5f;
        for (int i = 0; i < values.length; i++) values[i] = i % 13 - 4.25f;
        OnnxConvolution layer =
                new OnnxConvolution(
                        "y",
                        "x",
                        "w",
                        Optional.empty(),
                        List.of(1, 1),
                        List.of(1, 1),
                        List.of(0, 0, 0, 0),
                        "",
                        1);
        OnnxKernel kernel =
                new OnnxKernel(layer, Tensor.of(Shape.of(1, inputs, 1, 1), weights), null);
        FeatureMaps input = new FeatureMaps(inputs, 6, 4, values);
        float[] sums = new float[24];
        for (int i = 0; i < 24; i++) {
            for (int c = 0; c < inputs; c++) sums[i] += weights[c] * values[c * 24 + i];
        }
        FeatureMaps output = new FeatureMaps(1, 6, 4, sums);
        LayerPatch patch =
                LayerPatch.of(kernel, input, "y", output, new LayerPatch.CellAt(0, 5, 1))
                        .orElseThrow();
        FxToolkit.run(() -> {
            model.load(patch);
            model.step(1);
        });
        assertThat(model.patchProperty().get()).isEqualTo(patch);
        assertThat(model.setting().get(Parameter.INPUT_CHANNELS)).isEqualTo(inputs);
        assertThat(patch.sum(model.step())).isEqualTo(patch.network(model.step()));
        assertThat(words()).anyMatch(text -> text.startsWith("y, channel 0, column 2, row 5"));
        FxToolkit.run(() -> model.load(Preset.EDGE));
        assertThat(model.patchProperty().get()).isNull();
    }

    private Set<String> words() {
        FxToolkit.rendered();
        return FxToolkit.on(() ->
                view.lookupAll(".label").stream()
                        .map(node -> ((Labeled) node).getText())
                        .collect(Collectors.toSet()));
    }

    private List<CellGrid> grids() {
        return view.lookupAll(".cell-grid").stream().map(CellGrid.class::cast).toList();
    }

    private CellGrid grid(String name) {
        return grids().stream()
                .filter(grid -> grid.getAccessibleText().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private void press(Node at, KeyCode... keys) {
        FxToolkit.run(() -> {
            for (KeyCode key : keys) {
                Event.fireEvent(
                        at,
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            }
        });
    }

    private void type(Node at, String text) {
        FxToolkit.run(() -> {
            for (String character : text.split("")) {
                Event.fireEvent(
                        at,
                        new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                character,
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false));
            }
        });
    }

    @Test
    void saysWhatIsLeftOverAndHowLargeTheOutputIs() {
        assertThat(words())
                .contains(
                        "Input  4 × 5",
                        "Output  2 × 2",
                        "Position 1 of 4",
                        "5 + 0 + 0 − 1·(2 − 1) − 1",
                        "tf.nn.conv2d(x, w, strides=[1, 2, 2, 1], padding='VALID')")
                .anyMatch(text -> text.startsWith("One column is left over on the right"));
        FxToolkit.run(() -> texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        assertThat(words())
                .contains("输入  4 × 5", "步长", "第 1 个位置，共 4 个")
                .anyMatch(text -> text.startsWith("右边多出 1 列"));
    }

    @Test
    void theSumIsWrittenOut() {
        String sum = FxToolkit.on(() -> view.lookup(".sum-text").getAccessibleText());
        assertThat(sum).isEqualTo("1×1 + 2×0 + 6×2 + 7×(−1) = 6");
        FxToolkit.run(() -> {
            model.load(Preset.POINTWISE);
            model.setBias(true);
        });
        assertThat(FxToolkit.on(() -> view.lookup(".sum-text").getAccessibleText()))
                .contains("Channel 4")
                .contains("bias 1 = ");
    }

    @Test
    void cellsAreWrittenWithTheKeyboardAlone() {
        CellGrid input = grid("Input");
        FxToolkit.run(input::requestFocus);
        press(input, KeyCode.RIGHT, KeyCode.DOWN);
        assertThat(input.getAccessibleText()).isEqualTo("Input, row 2, column 2: 7");
        type(input, "-1.5x");
        press(input, KeyCode.ENTER);
        assertThat(model.moment().input().at(1, 1).value()).isEqualTo(-1.5);
        assertThat(input.getAccessibleText()).startsWith("Input, row 3, column 2");
        type(input, "8");
        press(input, KeyCode.ESCAPE, KeyCode.ENTER);
        assertThat(model.moment().input().at(2, 1).value()).isEqualTo(5);
        press(input, KeyCode.SPACE);
        assertThat(model.playingProperty().get()).isTrue();
    }

    @Test
    void aCellThatIsClickedHasTheKeyboard() {
        CellGrid input = grid("Input");
        FxToolkit.run(() -> {
            Point2D inside = input.localToScene(5, 5);
            Pointer.fire(input, MouseEvent.MOUSE_PRESSED, inside.getX(), inside.getY());
        });
        assertThat(input.isFocused()).isTrue();
    }

    @Test
    void theKernelsCellLightsItsProductAndTheOutputsCellIsGoneTo() {
        CellGrid kernel = grid("Kernel");
        FxToolkit.run(kernel::requestFocus);
        press(kernel, KeyCode.DOWN);
        assertThat(model.moment().tap()).isEqualTo(2);
        CellGrid output = grid("Output");
        FxToolkit.run(output::requestFocus);
        press(output, KeyCode.DOWN, KeyCode.RIGHT);
        assertThat(model.step()).isEqualTo(3);
        assertThat(model.moment().tap()).isNegative();
        type(output, "5");
        press(output, KeyCode.ENTER);
        assertThat(model.presetProperty().get()).isEqualTo(Preset.LEFT_OVER);
    }

    @Test
    void theFormFollowsTheModelAndTheModelTheForm() {
        List<Spinner<?>> spinners =
                FxToolkit.on(() ->
                        view.lookupAll(".spinner").stream()
                                .<Spinner<?>>map(Spinner.class::cast)
                                .toList());
        assertThat(spinners).hasSize(Parameter.values().length);
        FxToolkit.run(() -> model.load(Preset.STEM));
        assertThat(spinners.getFirst().getValue()).isEqualTo(8);
        FxToolkit.run(() -> spinners.getFirst().increment(2));
        assertThat(model.setting().get(Parameter.INPUT_HEIGHT)).isEqualTo(10);
        ToggleButton same =
                FxToolkit.on(() ->
                        (ToggleButton)
                                view.lookupAll(".padding-ways .toggle-button").stream()
                                        .skip(1)
                                        .findFirst()
                                        .orElseThrow());
        assertThat(same.getText()).isEqualTo("SAME\n5 × 4");
        FxToolkit.run(same::fire);
        assertThat(model.setting().padding()).isEqualTo(Padding.SAME);
        FxToolkit.run(same::fire);
        assertThat(same.isSelected()).isTrue();
    }

    @Test
    void theImpossibleIsSaidInPlace() {
        FxToolkit.run(() -> model.set(Parameter.KERNEL_WIDTH, 6));
        assertThat(words()).anyMatch(text -> text.startsWith("The kernel does not fit: in width"));
        for (Preset preset : Preset.values()) {
            for (int groups = 3; groups <= 4; groups++) {
                int number = groups;
                FxToolkit.run(() -> {
                    model.load(preset);
                    model.set(Parameter.GROUPS, number);
                    model.set(Parameter.DILATION_HEIGHT, 3);
                });
                FxToolkit.rendered();
            }
        }
        FxToolkit.run(() -> model.set(Parameter.GROUPS, 3));
        assertThat(FxToolkit.on(() -> view.lookup(".playground-remark").getStyleClass()))
                .contains("warning");
    }

    @Test
    void nothingBelowTheGridsMovesWhenTheSizeChanges() {
        Function<String, Double> place =
                style -> FxToolkit.on(() -> view.lookup(style).getBoundsInParent().getMinY());
        List<String> parts = List.of(".bench", ".sum-text", ".size-formulas");
        List<Double> before = parts.stream().map(place).toList();
        FxToolkit.run(() -> {
            model.load(Preset.STEM);
            model.set(Parameter.INPUT_HEIGHT, 15);
            model.set(Parameter.KERNEL_HEIGHT, 7);
            model.set(Parameter.KERNEL_WIDTH, 7);
        });
        FxToolkit.rendered();
        assertThat(parts.stream().map(place).toList()).isEqualTo(before);
    }

    /// Where a lesson has it, beside its text in a small window.
    private static final double[] LESSON = {750, 622};

    /// A person who reads about the formula sees it with both results.
    @Test
    void theFormulasAreSeenWithoutScrolling() {
        FxToolkit.run(() -> {
            window.setWidth(LESSON[0]);
            window.setHeight(LESSON[1]);
        });
        for (Preset preset : Preset.values()) {
            FxToolkit.run(() -> model.load(preset));
            FxToolkit.rendered();
            List<Double> feet =
                    FxToolkit.on(() ->
                            view.lookupAll(".size-formula").stream()
                                    .map(each -> each.localToScene(each.getLayoutBounds()))
                                    .map(javafx.geometry.Bounds::getMaxY)
                                    .toList());
            assertThat(feet).hasSize(3).allMatch(foot -> foot <= LESSON[1], preset.name());
        }
    }

    /// Between its operands, whatever their size.
    @Test
    void theSignsStandBesideTheMiddleOfTheKernel() {
        for (Preset preset : Preset.values()) {
            FxToolkit.run(() -> model.load(preset));
            FxToolkit.rendered();
            FxToolkit.run(() -> {
                CellGrid kernel = grid("Kernel");
                double middle = kernel.localToScene(0, kernel.middle()).getY();
                for (Node sign : view.lookupAll(".bench-sign")) {
                    javafx.geometry.Bounds at = sign.localToScene(sign.getLayoutBounds());
                    assertThat(at.getCenterY()).as(preset.name()).isCloseTo(middle, within(1.0));
                }
            });
        }
    }

    @Test
    void nothingIsCutOffSidewaysWideOrNarrow() {
        for (double width : new double[] {900, 700, 400}) {
            FxToolkit.run(() -> window.setWidth(width));
            for (Preset preset : Preset.values()) {
                FxToolkit.run(() -> model.load(preset));
                FxToolkit.rendered();
                double over =
                        FxToolkit.on(() -> {
                            ScrollPane scroll = (ScrollPane) view.getCenter();
                            Node content = scroll.getContent();
                            return content.getLayoutBounds().getWidth()
                                    - scroll.getViewportBounds().getWidth();
                        });
                assertThat(over).as("%s at %s", preset, width).isLessThanOrEqualTo(0.5);
            }
        }
    }

    @Test
    void playingEndsWhereNobodyLooks() {
        FxToolkit.run(() -> model.playingProperty().set(true));
        FxToolkit.run(() -> window.getScene().setRoot(new Group()));
        assertThat(model.playingProperty().get()).isFalse();
    }
}
