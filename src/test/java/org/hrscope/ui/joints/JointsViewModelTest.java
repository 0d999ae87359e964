package org.hrscope.ui.joints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Skeleton;
import org.hrscope.ui.selection.Selection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JointsViewModelTest {
    private final Selection selection = new Selection();
    private final JointsViewModel joints = new JointsViewModel(selection);

    @BeforeEach
    void threeJoints() {
        joints.show(Skeleton.numbered(3), List.of(new Keypoint(1, 2, 0.5)));
    }

    @Test
    void aNewSkeletonIsSeenWhole() {
        assertThat(joints.seen().cardinality()).isEqualTo(3);
        joints.switchOn(1, false);
        joints.toggleSolo(0);
        joints.show(Skeleton.numbered(5), List.of());
        assertThat(selection.jointProperty().get()).isEqualTo(Selection.NONE);
        assertThat(joints.seen().cardinality()).isEqualTo(5);
        assertThat(joints.soloProperty().get()).isEqualTo(Selection.NONE);
    }

    @Test
    void aNewFrameKeepsTheChoice() {
        joints.switchOn(1, false);
        joints.show(Skeleton.numbered(3), List.of(new Keypoint(3, 4, 0.5)));
        assertThat(joints.seen().get(1)).isFalse();
    }

    @Test
    void soloShowsOneEvenIfItIsSwitchedOffAndGivesBackTheRest() {
        joints.switchOn(2, false);
        joints.toggleSolo(2);
        assertThat(joints.seen().stream()).containsExactly(2);
        assertThat(selection.jointProperty().get()).isEqualTo(2);
        joints.toggleSolo(2);
        assertThat(joints.seen().stream()).containsExactly(0, 1);
    }

    @Test
    void stepsThroughTheJointsAndBackToAll() {
        joints.stepSolo(1);
        assertThat(joints.soloProperty().get()).isEqualTo(0);
        joints.stepSolo(1);
        joints.stepSolo(1);
        assertThat(joints.soloProperty().get()).isEqualTo(2);
        joints.stepSolo(1);
        assertThat(joints.soloProperty().get()).isEqualTo(Selection.NONE);
        joints.stepSolo(-1);
        assertThat(joints.soloProperty().get()).isEqualTo(2);
    }

    @Test
    void everyChangeOfWhatIsSeenCounts() {
        int before = joints.changesProperty().get();
        joints.switchOn(1, true);
        assertThat(joints.changesProperty().get()).isEqualTo(before);
        joints.switchAll(false);
        assertThat(joints.changesProperty().get()).isGreaterThan(before);
        assertThat(joints.seen().isEmpty()).isTrue();
    }
}
