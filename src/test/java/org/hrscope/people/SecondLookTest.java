package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.inference.Estimate;
import org.junit.jupiter.api.Test;

/// Which boxes the pose network is asked about. The network: joints in the middle of the box, or where the test says.
class SecondLookTest {
    private static final BoundingBox BOX = new BoundingBox(100.3, 50.7, 41.9, 83.1);
    private static final BoundingBox APART = new BoundingBox(900.1, 50.7, 41.9, 83.1);

    private final Likeness likeness = new Likeness(Skeleton.numbered(8));
    private final List<BoundingBox> asked = new ArrayList<>();
    private double jointScore = 0.9;
    private double spread = 0.3;

    private List<Estimate> look(List<BoundingBox> boxes) {
        asked.addAll(boxes);
        return boxes.stream().map(this::estimate).toList();
    }

    /// Joints on a diagonal through the box's centre, `spread` of its size to either side.
    private Estimate estimate(BoundingBox box) {
        List<Keypoint> joints = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            double along = spread * (2 * i / 7.0 - 1);
            joints.add(
                    new Keypoint(
                            box.x() + box.width() * (0.5 + along),
                            box.y() + box.height() * (0.5 + along),
                            jointScore));
        }
        Heatmaps none = new Heatmaps(0, 1, 1, new float[0]);
        return new Estimate(new Pose(joints, box), none, null, new Estimate.Times(0, 0, 0));
    }

    private List<Sighting> of(FoundPerson... found) throws Problem {
        return SecondLook.of(List.of(found), likeness, this::look);
    }

    @Test
    void noPoseIsEstimatedWhereNoneCouldConfirm() throws Problem {
        double least = SecondLook.SURE * SecondLook.SURE;
        assertThat(of(new FoundPerson(BOX, least - 1e-6))).isEmpty();
        assertThat(asked).isEmpty();
        jointScore = 1;
        assertThat(of(new FoundPerson(BOX, least + 1e-6))).hasSize(1);
        assertThat(asked).containsExactly(BOX);
    }

    @Test
    void anOvershootingNetworkIsNotBelievedMore() throws Problem {
        jointScore = 1.3;
        assertThat(SecondLook.sureness(0.64, estimate(BOX).pose())).isEqualTo(0.8);
        assertThat(of(new FoundPerson(BOX, 0.1), new FoundPerson(APART, 0.2)))
                .extracting(each -> each.found().box())
                .containsExactly(APART);
    }

    @Test
    void whoeverLiesWithinTheBoxIsEstimatedOnce() throws Problem {
        List<Sighting> seen = of(new FoundPerson(BOX, 0.8), new FoundPerson(APART, 0.7));
        assertThat(asked).containsExactly(BOX, APART);
        assertThat(seen).extracting(each -> each.pose().box()).containsExactly(BOX, APART);
    }

    @Test
    void betterLooksAreTakenAtEverybody() throws Problem {
        List<FoundPerson> found = List.of(new FoundPerson(BOX, 0.8), new FoundPerson(APART, 0.7));
        List<Sighting> judged = SecondLook.judged(found, look(List.of(BOX, APART)));
        asked.clear();
        jointScore = 0.1;
        List<Sighting> seen = SecondLook.again(judged, likeness, this::look, true);
        assertThat(asked).containsExactly(BOX, APART);
        assertThat(seen)
                .allSatisfy(each -> {
                    assertThat(each.pose().keypoints().getFirst().score()).isEqualTo(0.1);
                    assertThat(each.sureness()).isGreaterThan(SecondLook.SURE);
                });
    }

    @Test
    void whoeverReachesOutIsEstimatedAgainInTheLargerBox() throws Problem {
        spread = 0.6;
        List<Sighting> seen = of(new FoundPerson(BOX, 0.8));
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1).area()).isGreaterThan(BOX.area());
        assertThat(seen).extracting(each -> each.pose().box()).containsExactly(asked.get(1));
    }

    @Test
    void whatCannotBeConfirmedDoesNotWaitToBeChecked() {
        PersonTracks tracks = new PersonTracks(Skeleton.numbered(8));
        assertThat(tracks.found(List.of(new FoundPerson(BOX, 0.1)))).isFalse();
        assertThat(tracks.looks(2000, 2000)).isEmpty();
        assertThat(tracks.found(List.of(new FoundPerson(BOX, 0.12)))).isTrue();
        assertThat(tracks.looks(2000, 2000)).hasSize(1);
    }
}
