package org.hrscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Skeleton;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.joints.JointColours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Doubt is seen: one limb, 100 pixels long, between a sure joint and one of the score in question.
@ExtendWith(FxToolkit.class)
class SkeletonPainterTest {
    private static final double LEAST = 0.2;

    private static final Skeleton LIMB =
            new Skeleton(
                    "limb",
                    List.of("left_hip", "left_knee"),
                    List.of(new Skeleton.Limb(0, 1)),
                    List.of(0, 1));

    /// Brightness along the limb, apart from its joints.
    private static double[] along(double score) {
        return FxToolkit.on(() -> {
            Canvas canvas = new Canvas(120, 20);
            BitSet seen = new BitSet();
            seen.set(0, 2);
            List<Keypoint> points =
                    List.of(new Keypoint(10, 10, 0.95), new Keypoint(110, 10, score));
            SkeletonPainter.paint(
                    new OnCanvas(canvas.getGraphicsContext2D()),
                    points,
                    JointColours.bySide(LIMB),
                    seen,
                    LEAST);
            SnapshotParameters onBlack = new SnapshotParameters();
            onBlack.setFill(Color.BLACK);
            WritableImage image = canvas.snapshot(onBlack, null);
            double[] bright = new double[80];
            for (int i = 0; i < bright.length; i++)
                bright[i] = image.getPixelReader().getColor(20 + i, 10).getGreen();
            return bright;
        });
    }

    private static double lowest(double score) {
        return java.util.Arrays.stream(along(score)).min().orElseThrow();
    }

    private static double highest(double score) {
        return java.util.Arrays.stream(along(score)).max().orElseThrow();
    }

    @Test
    void aLimbIsAsStrongAsItsWeakerJoint() {
        assertThat(lowest(0.7)).isGreaterThan(0.95);
        assertThat(lowest(0.45)).isBetween(0.6, lowest(0.55) - 0.05);
        assertThat(lowest(0.25)).isBetween(0.35, lowest(0.45) - 0.1);
    }

    @Test
    void belowTheThresholdItIsDashed() {
        assertThat(lowest(0.19)).isLessThan(0.05);
        assertThat(highest(0.19)).isGreaterThan(0.3);
        assertThat(lowest(0.21)).isGreaterThan(0.3);
    }

    @Test
    void whatIsOnlyGuessedIsNotDrawn() {
        assertThat(highest(0.04)).isZero();
        assertThat(highest(-0.3)).isZero();
    }

    @Test
    void whoHasNoThresholdIsDrawnInFull() {
        assertThat(SkeletonPainter.strength(1e-9, Double.MIN_VALUE)).isEqualTo(1);
        assertThat(SkeletonPainter.drawn(1e-9, Double.MIN_VALUE)).isTrue();
        assertThat(SkeletonPainter.drawn(0, Double.MIN_VALUE)).isFalse();
    }
}
