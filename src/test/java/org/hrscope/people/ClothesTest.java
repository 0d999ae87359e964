package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.capture.figure.Crowd;
import org.hrscope.capture.figure.CrowdSource;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;
import org.junit.jupiter.api.Test;

class ClothesTest {
    private static final Skeleton COCO = Skeletons.byId("coco17").orElseThrow();
    private static final BoundingBox BOX = new BoundingBox(0, 0, 100, 200);

    private static List<Clothes> worn(long index) {
        Crowd crowd = Crowd.standing(4);
        List<Clothes> worn = new ArrayList<>();
        try (CrowdSource source = new CrowdSource(crowd, 640, 360)) {
            source.seek(index);
            try (Frame frame = source.next()) {
                crowd.truth(index, 640, 360)
                        .values()
                        .forEach(joints ->
                                worn.add(
                                        Clothes.of(frame, new Pose(joints, BOX), COCO)
                                                .orElseThrow()));
            }
        }
        return worn;
    }

    @Test
    void theSameLaterAndOthersDifferent() {
        List<Clothes> first = worn(0);
        List<Clothes> later = worn(47);
        for (int a = 0; a < first.size(); a++) {
            for (int b = 0; b < later.size(); b++) {
                double like = first.get(a).like(later.get(b));
                if (a == b) assertThat(like).as(a + " later").isGreaterThan(0.8);
                else assertThat(like).as(a + " and " + b).isLessThan(0.4);
            }
        }
    }

    @Test
    void unclearWhereTheTorsoIsUnsureOutsideOrUnknown() {
        try (CrowdSource source = new CrowdSource(Crowd.standing(1), 64, 36);
                Frame frame = source.next()) {
            Pose unsure = new Pose(joints(10, 0.1), BOX);
            Pose outside = new Pose(joints(5_000, 0.9), BOX);
            Pose nonsense = new Pose(joints(Double.NaN, 0.9), BOX);
            assertThat(Clothes.of(frame, unsure, COCO)).isEmpty();
            assertThat(Clothes.of(frame, outside, COCO)).isEmpty();
            assertThat(Clothes.of(frame, nonsense, COCO)).isEmpty();
            Pose inside = new Pose(joints(10, 0.9), BOX);
            assertThat(Clothes.of(frame, inside, Skeleton.numbered(17))).isEmpty();
            assertThat(Clothes.of(frame, inside, COCO)).isPresent();
        }
    }

    private static List<Keypoint> joints(double at, double score) {
        List<Keypoint> joints = new ArrayList<>();
        for (int i = 0; i < 17; i++) joints.add(new Keypoint(at + i % 3, at + i / 3, score));
        return joints;
    }

    @Test
    void aStepTowardsTheNew() {
        Clothes before = new Clothes(List.of(0.0, 100.0, 200.0));
        Clothes now = new Clothes(List.of(100.0, 100.0, 0.0));
        assertThat(before.towards(now, 0.25).colours()).isEqualTo(List.of(25.0, 100.0, 150.0));
        assertThat(before.like(before)).isCloseTo(1, within(1e-12));
        assertThat(before.like(now)).isLessThan(0.01);
    }
}
