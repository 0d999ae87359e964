package org.hrscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;
import org.hrscope.inference.Estimate;
import org.hrscope.motion.RecentPoses;
import org.hrscope.people.Person;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.joints.JointColours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A wrist that moves from left to right through 190 pixels in 1.9 seconds.
@ExtendWith(FxToolkit.class)
class TrailPainterTest {
    private static final Skeleton WRIST =
            new Skeleton("wrist", List.of("left_wrist"), List.of(), List.of(0));

    private static RecentPoses moved(int doubtfulAt) {
        RecentPoses recent = new RecentPoses();
        for (int i = 0; i <= 38; i++) {
            double score = i == doubtfulAt ? 0.15 : 0.9;
            Pose pose =
                    new Pose(
                            List.of(new Keypoint(5 + 5 * i, 10, score)),
                            new BoundingBox(0, 0, 100, 200));
            Estimate estimate =
                    new Estimate(
                            pose,
                            new Heatmaps(0, 1, 1, new float[0]),
                            null,
                            new Estimate.Times(0, 0, 0));
            recent.add(new Frame.Origin("a", i, i * 50_000_000L), Person.of(1, estimate));
        }
        return recent;
    }

    private static double brightness(RecentPoses recent, int x) {
        return FxToolkit.on(() -> {
            Canvas canvas = new Canvas(220, 20);
            BitSet joints = TrailPainter.joints(WRIST, -1);
            TrailPainter.paint(
                    new OnCanvas(canvas.getGraphicsContext2D()),
                    recent.moments(),
                    AffineTransform2D.scaleThenShift(1, 1, 0.5, 0.5),
                    JointColours.only(WRIST, Color.WHITE),
                    joints);
            SnapshotParameters onBlack = new SnapshotParameters();
            onBlack.setFill(Color.BLACK);
            return canvas.snapshot(onBlack, null).getPixelReader().getColor(x, 10).getGreen();
        });
    }

    @Test
    void aTrailFadesOverASecond() {
        RecentPoses recent = moved(-1);
        assertThat(brightness(recent, 193)).isGreaterThan(0.85);
        assertThat(brightness(recent, 148)).isBetween(0.4, 0.7);
        assertThat(brightness(recent, 113)).isBetween(0.02, 0.3);
        assertThat(brightness(recent, 90)).isZero();
        recent.clear();
        assertThat(brightness(recent, 193)).isZero();
    }

    @Test
    void whereTheJointWasDoubtfulThereIsAGap() {
        assertThat(brightness(moved(30), 155)).isLessThan(0.1);
        assertThat(brightness(moved(30), 168)).isGreaterThan(0.5);
    }

    @Test
    void handsAndFeetLeaveTrailsUnlessAJointIsSelected() {
        Skeleton coco = Skeletons.byId("coco17").orElseThrow();
        assertThat(TrailPainter.joints(coco, -1).stream()).containsExactly(9, 10, 15, 16);
        assertThat(TrailPainter.joints(coco, 3).stream()).containsExactly(3);
    }
}
