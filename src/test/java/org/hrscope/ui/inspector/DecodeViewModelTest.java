package org.hrscope.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.hrscope.ablation.Readout;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.ModelInfos;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeletons;
import org.hrscope.inference.Estimate;
import org.hrscope.people.People;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.PosePair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When the figures of the selected joint change: the clock is the test's.
class DecodeViewModelTest {
    private static final ModelInfo MODEL =
            ModelInfos.of("test", 192, 256, Skeletons.byId("coco17").orElseThrow());
    private static final BoundingBox BOX = new BoundingBox(100, 100, 192, 256);
    private static final int WIDTH = 48;
    private static final int HEIGHT = 64;
    private static final long MILLI = 1_000_000;

    private final Selection selection = new Selection();
    private final SimpleBooleanProperty still = new SimpleBooleanProperty();
    private long clock = 5_000 * MILLI;
    private final DecodeViewModel model = new DecodeViewModel(selection, still, () -> clock);
    private final List<Long> frames = new ArrayList<>();

    @BeforeEach
    void look() {
        model.activeProperty().set(true);
        selection.jointProperty().set(9);
        model.decodingProperty().subscribe(now -> frames.add(now == null ? -1 : now.frame()));
        frames.clear();
    }

    /// Joint 9 peaks at this cell; the others have no peak.
    private PipelineResult result(long frame, int x, int y) {
        float[] values = new float[17 * HEIGHT * WIDTH];
        values[(9 * HEIGHT + y) * WIDTH + x] = 0.8f;
        values[(9 * HEIGHT + y) * WIDTH + x + 1] = 0.4f;
        Estimate estimate =
                new Estimate(
                        new Pose(List.of(new Keypoint(1, 1, 0.8)), BOX),
                        new Heatmaps(17, HEIGHT, WIDTH, values),
                        CropGeometry.of(BOX, MODEL, Decoder.QUARTER),
                        new Estimate.Times(1, 1, 1));
        return new PipelineResult(
                image(frame), MODEL, new People(List.of(Person.of(1, estimate))), 1, 0, 0);
    }

    private static Frame image(long frame) {
        return new Frame(
                1, 1, ByteBuffer.allocateDirect(4), new Frame.Origin("clip", frame, 0), () -> {});
    }

    private static PipelineResult nobody(long frame) {
        return new PipelineResult(image(frame), MODEL, People.NOBODY, 0, 0, 0);
    }

    /// Faster than that, nobody could read them.
    @Test
    void whilePlayingFiveTimesASecond() {
        for (int frame = 0; frame < 30; frame++) {
            model.show(result(frame, 20, 30));
            clock += 33 * MILLI;
        }
        assertThat(frames).containsExactly(0L, 7L, 14L, 21L, 28L);
    }

    /// And of the very frame that stands, however short it has been there.
    @Test
    void pausedAlwaysTheFrameOnStage() {
        model.show(result(1, 20, 30));
        clock += MILLI;
        model.show(result(2, 20, 30));
        assertThat(frames).containsExactly(1L);
        still.set(true);
        assertThat(frames).containsExactly(1L, 2L);
        model.show(result(3, 20, 30));
        model.show(result(4, 20, 30));
        assertThat(frames).endsWith(3L, 4L);
    }

    @Test
    void anotherJointIsDecodedAtOnceAndNoneIsNone() {
        model.show(result(1, 20, 30));
        clock += MILLI;
        selection.jointProperty().set(3);
        assertThat(model.decodingProperty().get().joint()).isEqualTo(3);
        // Of another network that has more of them.
        selection.jointProperty().set(17);
        assertThat(model.decodingProperty().get()).isNull();
        selection.jointProperty().set(16);
        assertThat(model.decodingProperty().get().joint()).isEqualTo(16);
        selection.jointProperty().set(Selection.NONE);
        assertThat(model.decodingProperty().get()).isNull();
    }

    @Test
    void unseenNothingIsDecodedAndSeenAgainTheNewest() {
        model.activeProperty().set(false);
        model.show(result(1, 20, 30));
        clock += 500 * MILLI;
        model.show(result(2, 20, 30));
        assertThat(frames).isEmpty();
        model.activeProperty().set(true);
        assertThat(frames).containsExactly(2L);
    }

    @Test
    void whereNobodyIsThereIsNothingToRead() {
        model.show(result(1, 20, 30));
        clock += 250 * MILLI;
        model.show(nobody(2));
        assertThat(model.decodingProperty().get()).isNull();
        clock += 250 * MILLI;
        model.show(result(3, 20, 30));
        assertThat(model.decodingProperty().get().frame()).isEqualTo(3);
    }

    /// The heatmaps that the stage shows.
    @Test
    void whereTheNetworkIsCutTheHeatmapIsTheCutOnes() {
        PipelineResult whole = result(1, 20, 30);
        PipelineResult moved = result(1, 7, 8);
        model.show(whole);
        model.cut(
                PosePair.of(
                        whole,
                        new Readout(List.of(), whole.person().orElseThrow().estimate().heatmaps()),
                        new Readout(
                                List.of(), moved.person().orElseThrow().estimate().heatmaps())));
        assertThat(model.decodingProperty().get().peakX()).isEqualTo(7);
        model.cut(null);
        assertThat(model.decodingProperty().get().peakX()).isEqualTo(20);
    }

    /// Each decoder in the cells, the crop and the image; the crop is a quarter larger than the box.
    @Test
    void theReadingsLeadFromTheCellToTheImage() {
        model.show(result(1, 20, 30));
        Decoding read = model.decodingProperty().get();
        assertThat(read.peakX()).isEqualTo(20);
        assertThat(read.peakY()).isEqualTo(30);
        Decoding.Reading plain = read.readings().getFirst();
        assertThat(plain.decoder()).isEqualTo(Decoder.ARGMAX);
        assertThat(plain.crop().x()).isEqualTo(80);
        assertThat(plain.crop().y()).isEqualTo(120);
        Decoding.Reading quarter = read.readings().get(1);
        assertThat(quarter.cell().x()).as("towards the higher neighbour").isEqualTo(20.25);
        assertThat(quarter.cell().y()).isEqualTo(30);
        for (Decoding.Reading each : read.readings()) {
            assertThat(each.picture().x() - plain.picture().x())
                    .as(each.decoder().name())
                    .isCloseTo(1.25 * (each.crop().x() - plain.crop().x()), within(1e-6));
        }
        assertThat(read.left(5)).isEqualTo(18);
        assertThat(read.top(5)).isEqualTo(28);
    }

    /// The neighbourhood of a peak at the border stays within the map.
    @Test
    void aPeakAtTheBorderHasANeighbourhoodToo() {
        model.show(result(1, 0, 0));
        assertThat(model.decodingProperty().get().left(5)).isZero();
        assertThat(model.decodingProperty().get().top(5)).isZero();
        clock += 250 * MILLI;
        model.show(result(2, 46, 63));
        assertThat(model.decodingProperty().get().left(5)).isEqualTo(43);
        assertThat(model.decodingProperty().get().top(5)).isEqualTo(59);
        assertThat(model.decodingProperty().get().left(100)).isZero();
    }
}
