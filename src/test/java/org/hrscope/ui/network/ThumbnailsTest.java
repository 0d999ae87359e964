package org.hrscope.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.hrscope.domain.Frame;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.ModelInfos;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.people.People;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.ColorMap;
import org.hrscope.ui.network.Thumbnails.Picture;
import org.junit.jupiter.api.Test;

/// The small pictures on the map's nodes.
class ThumbnailsTest {
    private static final ModelInfo MODEL = ModelInfos.of(48, 64, 17);
    private static final int DARKEST = 0xff000000 | ColorMap.VIRIDIS.rgb(0);
    private static final int LIGHTEST = 0xff000000 | ColorMap.VIRIDIS.rgb(1);

    private final Thumbnails thumbnails = new Thumbnails();

    private static Tensor ramp(int channels, int height, int width) {
        float[] values = new float[channels * height * width];
        for (int i = 0; i < values.length; i++) values[i] = i;
        return Tensor.of(Shape.of(1, channels, height, width), values);
    }

    private void deliver(Map<String, Tensor> values) {
        Frame frame =
                new Frame(
                        1, 1, ByteBuffer.allocateDirect(4), new Frame.Origin("x", 0, 0), () -> {});
        thumbnails.at(new PipelineResult(frame, MODEL, People.NOBODY, 0, 0, 0), values);
    }

    /// Cells stay sharp: each is a square of one colour.
    @Test
    void aSmallMapIsEnlargedInWholeCells() {
        Picture picture = Thumbnails.map(ramp(1, 32, 24), 0);
        assertThat(picture.width()).isEqualTo(72);
        assertThat(picture.height()).isEqualTo(96);
        for (int y = 0; y < 96; y++) {
            for (int x = 0; x < 72; x++) {
                int cell = (y / 3 * 3) * 72 + x / 3 * 3;
                assertThat(picture.argb()[y * 72 + x]).isEqualTo(picture.argb()[cell]);
            }
        }
        assertThat(picture.argb()[0]).isEqualTo(DARKEST);
        assertThat(picture.argb()[96 * 72 - 1]).isEqualTo(LIGHTEST);
        Picture large = Thumbnails.map(ramp(1, 128, 96), 0);
        assertThat(large.width()).isEqualTo(96);
        assertThat(large.height()).isEqualTo(128);
    }

    /// Padding makes a few cells far brighter than all the rest; they do not darken it.
    @Test
    void aFewFarCellsDoNotChangeTheOthers() {
        float[] values = new float[100 * 100];
        for (int i = 0; i < values.length; i++) values[i] = i % 100;
        Arrays.fill(values, 0, 50, 1e6f);
        Arrays.fill(values, 50, 100, -1e6f);
        int[] shown = Thumbnails.map(Tensor.of(Shape.of(1, 1, 100, 100), values), 0).argb();
        assertThat(Arrays.stream(shown).skip(100).distinct().count()).isGreaterThan(90);
        assertThat(shown[0]).isEqualTo(LIGHTEST);
        assertThat(shown[99]).isEqualTo(DARKEST);
    }

    @Test
    void oneColourWhereAllIsTheSame() {
        float[] values = new float[40];
        Arrays.fill(values, 7);
        Picture picture = Thumbnails.map(Tensor.of(Shape.of(1, 1, 8, 5), values), 0);
        assertThat(Arrays.stream(picture.argb()).distinct()).containsExactly(DARKEST);
        assertThat(picture.height()).isEqualTo(96);
    }

    @Test
    void theMeanIsOverAllChannelsAndAChosenOneIsItself() {
        float[] values = {0, 1, 2, 3, 0, 10, 20, 30, 0, -11, -22, -33};
        Tensor three = Tensor.of(Shape.of(1, 3, 2, 2), values);
        assertThat(Arrays.stream(Thumbnails.map(three, NetworkViewModel.MEAN).argb()).distinct())
                .as("they cancel out")
                .containsExactly(DARKEST);
        int[] second = Thumbnails.map(three, 1).argb();
        int[] third = Thumbnails.map(three, 2).argb();
        assertThat(second[0]).isEqualTo(DARKEST);
        assertThat(second[second.length - 1]).isEqualTo(LIGHTEST);
        assertThat(third[0]).isEqualTo(LIGHTEST);
        assertThat(third[third.length - 1]).isEqualTo(DARKEST);
    }

    /// The deepest branch has more channels than the first: a node without the chosen one keeps none.
    @Test
    void aNodeWithoutTheChosenChannelHasNoPicture() {
        Map<String, Tensor> values =
                Map.of("few", ramp(3, 4, 4), "many", ramp(8, 4, 4), "flat", flat());
        deliver(values);
        assertThat(thumbnails.poll()).containsOnlyKeys("few", "many");
        assertThat(thumbnails.poll()).as("once").isNull();
        thumbnails.channel(3);
        deliver(values);
        assertThat(thumbnails.poll()).containsOnlyKeys("many");
        thumbnails.channel(2);
        deliver(values);
        deliver(Map.of("few", values.get("few")));
        assertThat(thumbnails.poll()).as("the newest").containsOnlyKeys("few");
    }

    private static Tensor flat() {
        return Tensor.of(Shape.of(1, 4), new float[4]);
    }

    /// What is broken in a value is found though its picture cannot show it.
    @Test
    void alarmsComeWithThePictureAndTheInputHasNone() {
        float[] broken = new float[3 * 4];
        broken[0] = Float.NaN;
        Arrays.fill(broken, 4, 8, 1);
        float[] input = new float[3 * 64 * 48];
        deliver(
                Map.of(
                        "broken",
                        Tensor.of(Shape.of(1, 3, 2, 2), broken),
                        MODEL.input(),
                        Tensor.of(Shape.of(1, 3, 64, 48), input)));
        Map<String, Picture> made = thumbnails.poll();
        assertThat(made.get("broken").alarm().nan()).isEqualTo(1);
        assertThat(made.get("broken").alarm().dead()).isEqualTo(1);
        assertThat(made.get("broken").alarm().channels()).isEqualTo(3);
        assertThat(made.get(MODEL.input()).alarm()).isNull();
        assertThat(made.get(MODEL.input()).width()).isEqualTo(48);
        assertThat(made.get(MODEL.input()).height()).isEqualTo(64);
    }
}
