package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.junit.jupiter.api.Test;

class PersonTrackerTest {
    private static final BoundingBox ANY = new BoundingBox(0, 0, 1, 1);
    private final PersonTracker tracker = new PersonTracker();

    /// Keypoints on the diagonal from (x, y) to (x + size, y + size).
    private static Pose pose(double x, double y, double size, double score) {
        List<Keypoint> points =
                IntStream.range(0, 17)
                        .mapToObj(i -> new Keypoint(x + size * i / 16, y + size * i / 16, score))
                        .toList();
        return new Pose(points, ANY);
    }

    @Test
    void startsWithTheWholePicture() {
        assertThat(tracker.next(640, 480)).isEqualTo(new BoundingBox(0, 0, 640, 480));
    }

    @Test
    void followsTheJointsAndLeavesRoomRoundThem() {
        tracker.saw(pose(100, 100, 200, 0.9));
        BoundingBox box = tracker.next(640, 480);
        assertThat(box.x()).isLessThan(100).isGreaterThan(60);
        assertThat(box.width()).isGreaterThan(200).isLessThan(280);
    }

    @Test
    void givesWayToTheWholePictureWhenScoresFall() {
        tracker.saw(pose(100, 100, 200, 0.9));
        tracker.saw(pose(100, 100, 200, 0.05));
        assertThat(tracker.following()).isFalse();
        assertThat(tracker.next(640, 480)).isEqualTo(new BoundingBox(0, 0, 640, 480));
    }

    @Test
    void oneWrongJointDoesNotTakeTheWholeStep() {
        tracker.saw(pose(100, 100, 200, 0.9));
        double before = tracker.next(2000, 2000).width();
        tracker.saw(pose(100, 100, 400, 0.9));
        assertThat(tracker.next(2000, 2000).width()).isBetween(before + 1, 400.0);
    }

    @Test
    void aPersonWhoLeftThePictureIsForgotten() {
        tracker.saw(pose(-900, 100, 200, 0.9));
        assertThat(tracker.next(640, 480)).isEqualTo(new BoundingBox(0, 0, 640, 480));
    }
}
