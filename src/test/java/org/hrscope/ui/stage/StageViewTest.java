package org.hrscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import org.hrscope.ablation.Readout;
import org.hrscope.capture.FramePool;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.ModelInfos;
import org.hrscope.domain.Pose;
import org.hrscope.inference.Estimate;
import org.hrscope.people.People;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.NodePicture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A black picture of 480 x 640 on a stage of half that size, with one joint's heatmap over it.
class StageViewTest extends StageCase {
    private static final ModelInfo MODEL = ModelInfos.of(192, 256, 1);
    private static final BoundingBox BOX = new BoundingBox(48, 64, 384, 512);
    private static final FramePool POOL = new FramePool();

    @BeforeEach
    void show() {
        FxToolkit.run(() -> {
            layers.restore(List.of("HEATMAPS"));
            layers.heatmapOpacityProperty().set(1);
        });
    }

    /// A peak of 1 in one cell's neighbourhood.
    private static PipelineResult peakAt(int cellX, int cellY) {
        float[] values = new float[48 * 64];
        for (int y = -1; y <= 1; y++) {
            for (int x = -1; x <= 1; x++) values[(cellY + y) * 48 + cellX + x] = 1;
        }
        Frame frame =
                POOL.frame(
                        480,
                        640,
                        new Frame.Origin("black", 0, 0),
                        pixels -> {
                            while (pixels.hasRemaining()) pixels.putInt(0xff000000);
                        });
        CropGeometry geometry = CropGeometry.of(BOX, MODEL, Decoder.QUARTER);
        Keypoint at = new Keypoint(cellX, cellY, 1).moved(geometry.fromHeatmap());
        Estimate estimate =
                new Estimate(
                        new Pose(List.of(at), BOX),
                        new Heatmaps(1, 64, 48, values),
                        geometry,
                        new Estimate.Times(1, 1, 1));
        return new PipelineResult(frame, MODEL, People.one(estimate), 1, 1, 0);
    }

    private void show(PipelineResult result) {
        FxToolkit.run(() -> {
            joints.show(
                    result.model().skeleton(),
                    result.person().orElseThrow().estimate().pose().keypoints());
            view.show(result);
        });
        FxToolkit.rendered();
    }

    /// The stage pixel of a cell's centre, as seen in the window.
    private Color seen(int cellX, int cellY) {
        return FxToolkit.on(() -> {
            WritableImage image = view.snapshot(null, null);
            CropGeometry geometry = CropGeometry.of(BOX, MODEL, Decoder.QUARTER);
            Keypoint at = new Keypoint(cellX, cellY, 1).moved(geometry.fromHeatmap());
            PixelReader reader = image.getPixelReader();
            return reader.getColor((int) ((at.x() + 0.5) / 2), (int) ((at.y() + 0.5) / 2));
        });
    }

    @Test
    void aHeatmapLiesWhereTheCropsInverseAffinePutsIt() {
        show(peakAt(10, 20));
        assertThat(seen(10, 20).getBrightness()).isGreaterThan(0.9);
        assertThat(seen(14, 20).getBrightness()).isLessThan(0.05);
        assertThat(seen(10, 24).getBrightness()).isLessThan(0.05);
    }

    /// The frame is 480 x 640, the stage half as large: an exported image has the frame's pixels.
    @Test
    void anExportedImageIsAsLargeAsTheFrameWhateverTheStage() {
        show(peakAt(10, 20));
        FxToolkit.run(() -> view.viewport().zoomAtCentre(3));
        NodePicture picture = FxToolkit.on(view::atSourceSize);
        assertThat(picture.width()).isEqualTo(480);
        assertThat(picture.height()).isEqualTo(640);
        assertThat(brightness(picture, 10, 20)).isGreaterThan(230);
        assertThat(brightness(picture, 14, 20)).isLessThan(12);
        NodePicture alone = FxToolkit.on(() -> NodePicture.of(view.shown().frame()));
        assertThat(alone.width()).isEqualTo(480);
        assertThat(brightness(alone, 10, 20)).isZero();
        assertThat(FxToolkit.on(view::visiblePart)).as("the zoom is kept").isNotNull();
    }

    /// The largest channel at a cell's centre.
    private static int brightness(NodePicture picture, int cellX, int cellY) {
        CropGeometry geometry = CropGeometry.of(BOX, MODEL, Decoder.QUARTER);
        Keypoint at = new Keypoint(cellX, cellY, 1).moved(geometry.fromHeatmap());
        int pixel = 4 * ((int) (at.y() + 0.5) * picture.width() + (int) (at.x() + 0.5));
        int largest = 0;
        for (int i = 0; i < 3; i++)
            largest = Math.max(largest, picture.bgra().get(pixel + i) & 255);
        return largest;
    }

    /// Two people, one result; the first is chosen.
    private static PipelineResult two(PipelineResult one, PipelineResult other) {
        Person first = one.person().orElseThrow();
        Person second = new Person(2, other.person().orElseThrow().estimate(), 1);
        other.close();
        People both = new People(List.of(first, second));
        return new PipelineResult(one.frame(), MODEL, both, 1, 1, 0);
    }

    @Test
    void onlyTheChosenPersonsHeatmapIsSeenAndChoosingMovesIt() {
        show(two(peakAt(10, 20), peakAt(30, 40)));
        assertThat(seen(10, 20).getBrightness()).isGreaterThan(0.9);
        assertThat(seen(30, 40).getBrightness()).isLessThan(0.05);
        show(two(peakAt(10, 20), peakAt(30, 40)).choosing(2));
        assertThat(seen(10, 20).getBrightness()).isLessThan(0.05);
        assertThat(seen(30, 40).getBrightness()).isGreaterThan(0.9);
    }

    @Test
    void aFrameWithoutPeopleShowsNoHeatmap() {
        show(peakAt(10, 20));
        PipelineResult empty = peakAt(10, 20);
        FxToolkit.run(
                () -> view.show(new PipelineResult(empty.frame(), MODEL, People.NOBODY, 0, 1, 0)));
        FxToolkit.rendered();
        assertThat(seen(10, 20).getBrightness()).isLessThan(0.05);
    }

    @Test
    void theNextResultReplacesTheHeatmap() {
        show(peakAt(10, 20));
        show(peakAt(30, 40));
        assertThat(seen(10, 20).getBrightness()).isLessThan(0.05);
        assertThat(seen(30, 40).getBrightness()).isGreaterThan(0.9);
    }

    /// In the window itself, not in an image taken of it: pixels are uploaded while the next heatmap is painted, and a
    /// frame may be painted more than once before it is rendered.
    @Test
    void theWindowNeverKeepsTheHeatmapOfAnEarlierFrame() {
        int before = 40;
        for (int i = 0; i < 24; i++) {
            int now = 4 + i * 11 % 37;
            PipelineResult result = peakAt(now, 20);
            int repaints = i % 4;
            FxToolkit.run(() -> {
                joints.show(
                        result.model().skeleton(),
                        result.person().orElseThrow().estimate().pose().keypoints());
                view.show(result);
                for (int again = 0; again < repaints; again++) view.repaint();
                if (repaints == 3) view.requestLayout();
            });
            FxToolkit.rendered();
            String which = "frame " + i + ", painted once and " + repaints + " times more";
            // A busy machine renders late, and may be looked at halfway; what was lost is never
            // rendered, and what was kept stays.
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            boolean apart = Math.abs(now - before) > 3;
            while (System.nanoTime() < patience) {
                boolean old = apart && inWindow(before, 20).getBrightness() >= 0.05;
                if (!old && inWindow(now, 20).getBrightness() > 0.9) break;
                FxToolkit.rendered();
            }
            assertThat(inWindow(now, 20).getBrightness()).as(which).isGreaterThan(0.9);
            if (apart) assertThat(inWindow(before, 20).getBrightness()).as(which).isLessThan(0.05);
            before = now;
        }
    }

    private Color inWindow(int cellX, int cellY) {
        CropGeometry geometry = CropGeometry.of(BOX, MODEL, Decoder.QUARTER);
        Keypoint at = new Keypoint(cellX, cellY, 1).moved(geometry.fromHeatmap());
        return FxToolkit.on(() ->
                new Robot()
                        .getPixelColor(view.localToScreen((at.x() + 0.5) / 2, (at.y() + 0.5) / 2)));
    }

    /// What is compared takes longer than the frame: by then the person is somewhere else.
    @Test
    void theHeatmapOfAComparisonWithAnEarlierFrameLiesOnThePerson() {
        PipelineResult then = peakAt(20, 30);
        Person person = then.person().orElseThrow();
        Readout side = new Readout(person.pose().keypoints(), person.estimate().heatmaps());
        Frame.Origin earlier = new Frame.Origin("black", 7, 0);
        CropGeometry geometry = person.estimate().geometry();
        FxToolkit.run(() ->
                view.pair()
                        .pairProperty()
                        .set(new PosePair(earlier, person.identity(), geometry, side, side)));
        show(peakAt(10, 20));
        assertThat(seen(10, 20).getBrightness()).isGreaterThan(0.9);
        assertThat(seen(20, 30).getBrightness()).isLessThan(0.05);
        then.close();
    }

    @Test
    void aLayerSwitchedOffIsNotSeen() {
        show(peakAt(10, 20));
        FxToolkit.run(() -> layers.toggle(StageLayer.HEATMAPS));
        FxToolkit.rendered();
        assertThat(seen(10, 20).getBrightness()).isLessThan(0.05);
    }

    @Test
    void aJointThatIsHiddenShowsNoHeatmap() {
        show(peakAt(10, 20));
        FxToolkit.run(() -> joints.switchOn(0, false));
        FxToolkit.rendered();
        assertThat(seen(10, 20).getBrightness()).isLessThan(0.05);
    }

    @Test
    void framesAreGivenBack() {
        PipelineResult first = peakAt(10, 20);
        show(first);
        show(peakAt(11, 20));
        show(peakAt(12, 20));
        show(peakAt(13, 20));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> first.frame().retain())
                .isInstanceOf(IllegalStateException.class);
    }
}
