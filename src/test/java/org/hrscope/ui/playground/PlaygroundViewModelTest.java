package org.hrscope.ui.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.hrscope.ui.playground.Cells.Cell;
import org.hrscope.ui.playground.Cells.Kind;
import org.hrscope.ui.playground.Cells.Light;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The playground without a toolkit.
class PlaygroundViewModelTest {
    private final PlaygroundViewModel model = new PlaygroundViewModel();

    private static List<Integer> columns(Cells cells, Kind kind) {
        return places(cells, kind).map(i -> i % cells.columns()).distinct().boxed().toList();
    }

    private static IntStream places(Cells cells, Kind kind) {
        return IntStream.range(0, cells.cells().size())
                .filter(i -> cells.cells().get(i).kind() == kind);
    }

    private static List<Double> lit(Cells cells) {
        return cells.cells().stream()
                .filter(cell -> cell.light() != Light.NONE)
                .map(Cell::value)
                .toList();
    }

    @Test
    void opensWithTheLearnersExample() {
        assertThat(model.presetProperty().get()).isEqualTo(Preset.LEFT_OVER);
        assertThat(model.setting().height().output()).isEqualTo(2);
        assertThat(model.outputWidth()).isEqualTo(2);
        Cells input = model.moment().input();
        assertThat(input.columns()).isEqualTo(5);
        assertThat(columns(input, Kind.UNREAD)).containsExactly(4);
        assertThat(places(input, Kind.UNREAD)).hasSize(4);
        assertThat(places(input, Kind.PAD)).isEmpty();
    }

    @Test
    void sameMarksTheColumnThatItPads() {
        model.setPadding(Padding.SAME);
        assertThat(model.outputWidth()).isEqualTo(3);
        Cells input = model.moment().input();
        assertThat(columns(input, Kind.PAD)).containsExactly(5);
        assertThat(places(input, Kind.UNREAD)).isEmpty();
    }

    @Test
    void theSameCellsAreLitInAllThreeGrids() {
        model.step(1);
        Moment now = model.moment();
        assertThat(lit(now.input())).containsExactly(3.0, 4.0, 8.0, 9.0);
        assertThat(lit(now.kernel())).containsExactly(1.0, 0.0, 2.0, -1.0);
        assertThat(lit(now.output())).containsExactly(3.0 + 16 - 9);
        assertThat(now.products())
                .extracting(Convolution.Product::result)
                .containsExactly(3.0, 0.0, 16.0, -9.0);
        assertThat(now.input().frame()).isEqualTo(new Cells.Frame(0, 2, 2, 2));
        assertThat(places(now.output(), Kind.LATER)).containsExactly(2, 3);
    }

    @Test
    void stepsGoRoundAndSeekStaysWithin() {
        model.step(-1);
        assertThat(model.step()).isEqualTo(3);
        model.step(1);
        assertThat(model.step()).isZero();
        model.seek(99);
        assertThat(model.step()).isEqualTo(3);
        model.set(Parameter.INPUT_WIDTH, 3);
        assertThat(model.step()).isEqualTo(1);
    }

    @Test
    void whatIsWrittenIntoACellCounts() {
        model.editInput(0, 0, 10);
        model.editKernel(0, 0, -2.5);
        assertThat(model.moment().output().at(0, 0).value()).isEqualTo(10 * -2.5 + 12 - 7);
        assertThat(model.presetProperty().get()).isNull();
        model.setBias(true);
        model.editBias(100);
        assertThat(model.moment().output().at(0, 0).value()).isEqualTo(10 * -2.5 + 5 + 100);
        model.load(Preset.LEFT_OVER);
        assertThat(model.moment().output().at(0, 0).value()).isEqualTo(6);
    }

    @Test
    void zerosOfPaddingStayZero() {
        model.setPadding(Padding.SAME);
        Moment before = model.moment();
        model.editInput(0, 5, 7);
        assertThat(model.moment()).isEqualTo(before);
    }

    @Test
    void aValueIsKeptWhereTheGridShrinksAndGrows() {
        model.editInput(3, 4, 77);
        model.set(Parameter.INPUT_HEIGHT, 3);
        model.set(Parameter.INPUT_HEIGHT, 4);
        assertThat(model.moment().input().at(3, 4).value()).isEqualTo(77);
    }

    @Test
    void numbersStayWithinTheirBounds() {
        model.set(Parameter.INPUT_WIDTH, 100);
        model.set(Parameter.KERNEL_WIDTH, 0);
        model.editInput(0, 0, 1e9);
        assertThat(model.setting().get(Parameter.INPUT_WIDTH)).isEqualTo(15);
        assertThat(model.setting().get(Parameter.KERNEL_WIDTH)).isEqualTo(1);
        assertThat(model.moment().input().at(0, 0).value()).isEqualTo(999);
    }

    @Test
    void theImpossibleIsSaidAndNothingBreaks() {
        model.set(Parameter.KERNEL_WIDTH, 6);
        assertThat(model.setting().obstacle()).contains(Obstacle.KERNEL);
        everythingAnswers();
        model.load(Preset.DEPTHWISE);
        model.set(Parameter.GROUPS, 3);
        assertThat(model.setting().obstacle()).contains(Obstacle.INPUT_CHANNELS);
        everythingAnswers();
        model.set(Parameter.INPUT_CHANNELS, 3);
        assertThat(model.setting().obstacle()).contains(Obstacle.OUTPUT_CHANNELS);
        everythingAnswers();
        model.set(Parameter.OUTPUT_CHANNELS, 3);
        assertThat(model.setting().obstacle()).isEmpty();
    }

    private void everythingAnswers() {
        model.step(1);
        model.seek(3);
        model.showInput(2);
        model.showOutput(1);
        assertThat(model.moment().products()).isEmpty();
        assertThat(model.moment().output().cells()).isEmpty();
        assertThat(lit(model.moment().input())).isEmpty();
        assertThat(lit(model.moment().kernel())).isEmpty();
        assertThat(Spelling.tensorFlow(model.setting()).call()).startsWith("tf.nn.conv2d(x, w");
        assertThat(Spelling.pyTorch(model.setting()).call()).startsWith("nn.Conv2d(in_channels=");
    }

    @Test
    void aChannelOfAnotherGroupBringsItsKernel() {
        model.load(Preset.DEPTHWISE);
        model.seek(10);
        model.showInput(2);
        Moment now = model.moment();
        assertThat(now.shown()).isEqualTo(2);
        assertThat(now.position().orElseThrow()).isEqualTo(new Setting.Position(2, 1, 4));
        model.showOutput(3);
        assertThat(model.moment().shown()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void everyPresetCanBe(Preset preset) {
        model.load(preset);
        assertThat(model.setting().obstacle()).isEmpty();
        assertThat(model.step()).isZero();
        assertThat(model.moment().output().cells())
                .extracting(Cell::value)
                .doesNotContain(Double.NaN)
                .isNotEmpty();
    }

    @Test
    void sobelSeesTheTwoUprightEdges() {
        model.load(Preset.EDGE);
        Cells output = model.moment().output();
        assertThat(output.at(4, 1).value()).isEqualTo(36);
        assertThat(output.at(4, 4).value()).isZero();
        assertThat(output.at(4, 7).value()).isEqualTo(-36);
    }

    @Test
    void bothFrameworksSpellTheExample() {
        assertThat(Spelling.tensorFlow(model.setting()).call())
                .isEqualTo("tf.nn.conv2d(x, w, strides=[1, 2, 2, 1], padding='VALID')");
        assertThat(Spelling.pyTorch(model.setting()).call())
                .isEqualTo(
                        "nn.Conv2d(in_channels=1, out_channels=1, kernel_size=2, stride=2,"
                                + " padding=0, dilation=1, groups=1, bias=False)");
        model.setPadding(Padding.SAME);
        assertThat(Spelling.tensorFlow(model.setting()).call()).endsWith("padding='SAME')");
        assertThat(Spelling.pyTorch(model.setting()).before())
                .isEqualTo("x = F.pad(x, (0, 1, 0, 0))");
    }

    @Test
    void eachFrameworkGetsThePaddingThatItHas() {
        model.load(Preset.STEM);
        assertThat(Spelling.tensorFlow(model.setting()).call())
                .endsWith("padding=[[0, 0], [1, 1], [1, 1], [0, 0]])");
        assertThat(Spelling.pyTorch(model.setting()).call()).contains("stride=2, padding=1,");
        model.load(Preset.DEPTHWISE);
        assertThat(Spelling.pyTorch(model.setting()).call())
                .contains("padding='same', dilation=1, groups=4,");
        model.load(Preset.DILATED);
        model.set(Parameter.STRIDE_HEIGHT, 2);
        assertThat(Spelling.tensorFlow(model.setting()).call())
                .endsWith("strides=[1, 2, 1, 1], padding='VALID', dilations=[1, 2, 2, 1])");
        assertThat(Spelling.pyTorch(model.setting()).call()).contains("stride=(2, 1)");
    }

    @Test
    void valuesAreSaidBriefly() {
        assertThat(Numbers.brief(-0.0)).isEqualTo("0");
        assertThat(Numbers.brief(12.0)).isEqualTo("12");
        assertThat(Numbers.brief(-1.50049)).isEqualTo("−1.5");
        assertThat(Numbers.factor(-2)).isEqualTo("(−2)");
        assertThat(Numbers.brief(100)).isEqualTo("100");
    }
}
