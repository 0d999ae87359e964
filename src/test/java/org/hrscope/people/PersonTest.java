package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.inference.Estimate;
import org.junit.jupiter.api.Test;

class PersonTest {
    private static Person of(int joints, int sure) {
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < joints; i++) points.add(new Keypoint(i, i, i < sure ? 0.41 : 0.39));
        Estimate estimate =
                new Estimate(
                        new Pose(points, new BoundingBox(0, 0, 9, 9)),
                        new Heatmaps(0, 1, 1, new float[0]),
                        null,
                        new Estimate.Times(0, 0, 0));
        return Person.of(1, estimate);
    }

    @Test
    void aPoseWithFewSureJointsIsUncertain() {
        assertThat(of(17, 5).uncertain()).isTrue();
        assertThat(of(17, 6).uncertain()).isFalse();
        assertThat(of(3, 2).uncertain()).as("a small skeleton").isTrue();
        assertThat(of(3, 3).uncertain()).isFalse();
    }
}
