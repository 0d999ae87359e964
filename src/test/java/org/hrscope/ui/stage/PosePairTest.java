package org.hrscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.hrscope.ablation.Readout;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.pixels.CropGeometry;
import org.junit.jupiter.api.Test;

/// Two joints: the first moves by (3.5, -2), the second is nowhere in A.
class PosePairTest {
    private static final Frame.Origin THEN = new Frame.Origin("clip", 4, 0);
    private static final Heatmaps LOW = new Heatmaps(2, 1, 3, new float[] {0, 1, 0, 0, 0, 0.25f});
    private static final Heatmaps HIGH = new Heatmaps(2, 1, 3, new float[] {0.5f, 0, 0, 0, 0, 1});
    private static final PosePair PAIR =
            new PosePair(
                    THEN,
                    1,
                    new CropGeometry(AffineTransform2D.IDENTITY, AffineTransform2D.IDENTITY),
                    new Readout(List.of(new Keypoint(10, 20, 0.9), new Keypoint(0, 0, -1)), LOW),
                    new Readout(
                            List.of(new Keypoint(13.5, 18, 0.4), new Keypoint(7, 8, 0.2)), HIGH));

    @Test
    void onItsOwnFrameItIsExact() {
        List<Keypoint> flipped = List.of(new Keypoint(11, 21, 0.9), new Keypoint(1, 1, 0.1));
        assertThat(PAIR.over(THEN, flipped)).isSameAs(PAIR);
    }

    @Test
    void onALaterFrameTheDistanceStays() {
        List<Keypoint> later = List.of(new Keypoint(30.25, 40, 0.8), new Keypoint(5, 5, 0.3));
        PosePair over = PAIR.over(new Frame.Origin("clip", 6, 0), later);
        assertThat(over.a().joints()).isEqualTo(later);
        Keypoint first = over.b().joints().getFirst();
        assertThat(first.x()).isEqualTo(33.75, within(1e-9));
        assertThat(first.y()).isEqualTo(38, within(1e-9));
        assertThat(first.score()).isEqualTo(0.4);
        assertThat(over.b().joints().getLast()).isEqualTo(new Keypoint(7, 8, 0.2));
    }

    /// Over a person who has walked on, heatmaps of then would lie beside the skeleton.
    @Test
    void onALaterFrameTheHeatmapsGoWithTheJoints() {
        CropGeometry crop =
                new CropGeometry(
                        AffineTransform2D.scaleThenShift(2, 2, -7, 5),
                        AffineTransform2D.scaleThenShift(0.5, 0.5, -1.5, 2.25));
        List<Keypoint> then =
                List.of(
                        new Keypoint(10, 20, 0.9),
                        new Keypoint(40, 60, 0.8),
                        new Keypoint(15, 70, 0.7),
                        new Keypoint(0, 0, -1));
        Readout side = new Readout(then, LOW);
        PosePair pair = new PosePair(THEN, 1, crop, side, side);
        List<Keypoint> later =
                List.of(
                        new Keypoint(40.5, 13, 0.9),
                        new Keypoint(70.5, 53, 0.8),
                        new Keypoint(300, 300, 0.7),
                        new Keypoint(500, 500, 0.2));
        CropGeometry moved = pair.over(new Frame.Origin("clip", 6, 0), later).geometry();
        assertThat(moved.fromHeatmap().x(7, 3))
                .isEqualTo(crop.fromHeatmap().x(7, 3) + 30.5, within(1e-9));
        assertThat(moved.fromHeatmap().y(7, 3))
                .isEqualTo(crop.fromHeatmap().y(7, 3) - 7, within(1e-9));
        assertThat(moved.fromInput().x(7, 3))
                .isEqualTo(crop.fromInput().x(7, 3) + 30.5, within(1e-9));
    }

    @Test
    void theDifferenceIsThatOfTheMaxima() {
        BitSet joints = new BitSet();
        joints.set(0);
        FeatureMaps one = PAIR.difference(joints);
        assertThat(one.values()).containsExactly(0.5f, -1, 0);
        joints.set(1);
        assertThat(PAIR.difference(joints).values()).containsExactly(0.5f, -1, 0.75f);
    }

    @Test
    void aWipeIsAOnOneSideAndBOnTheOther() {
        assertThat(PAIR.wiped(1.2, false).values()).containsExactly(0, 0, 0, 0, 0, 1);
        assertThat(PAIR.wiped(1.2, true).values()).containsExactly(0.5f, 1, 0, 0, 0, 0.25f);
        assertThat(PAIR.wiped(-7, false).values()).isEqualTo(HIGH.values());
        assertThat(PAIR.wiped(99, false).values()).isEqualTo(LOW.values());
    }
}
