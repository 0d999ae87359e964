package org.hrscope.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.junit.jupiter.api.Test;

class PeopleSmoothingTest {
    private final PeopleSmoothing people = new PeopleSmoothing();

    @Test
    void thoseWhoAreGoneAreForgotten() {
        Pose pose = new Pose(List.of(new Keypoint(1, 1, 0.9)), new BoundingBox(0, 0, 100, 200));
        for (int n = 0; n < 10_000; n++) {
            people.next(n / 50, pose, n * 33_000_000L, OneEuro.STANDARD);
            people.next(100_000 + n / 70, pose, n * 33_000_000L, OneEuro.STANDARD);
            assertThat(people.size()).isLessThan(8);
        }
        people.clear();
        assertThat(people.size()).isZero();
    }
}
