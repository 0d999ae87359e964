package org.hrscope.capture.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrowdSourceTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    private static BoundingBox box(List<Keypoint> joints) {
        double left = joints.stream().mapToDouble(Keypoint::x).min().orElseThrow();
        double top = joints.stream().mapToDouble(Keypoint::y).min().orElseThrow();
        double right = joints.stream().mapToDouble(Keypoint::x).max().orElseThrow();
        double bottom = joints.stream().mapToDouble(Keypoint::y).max().orElseThrow();
        return new BoundingBox(left, top, right - left, bottom - top);
    }

    private static byte[] pixels(CrowdSource source) {
        try (Frame frame = source.next()) {
            ByteBuffer pixels = frame.pixels().duplicate();
            byte[] copy = new byte[pixels.remaining()];
            pixels.get(copy);
            return copy;
        }
    }

    @Test
    void anIndexShowsTheSameWhateverWasShownBefore() {
        try (CrowdSource one = new CrowdSource(Crowd.crossing(), WIDTH, HEIGHT);
                CrowdSource other = new CrowdSource(Crowd.crossing(), WIDTH, HEIGHT)) {
            for (int i = 0; i < 40; i++) one.next().close();
            other.seek(40);
            byte[] shown = pixels(one);
            assertThat(pixels(other)).isEqualTo(shown);
            assertThat(pixels(other)).isNotEqualTo(shown);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7, 11, 13, 20})
    void whoStandsIsWhollySeenAndApartFromAllOthers(int count) {
        Crowd crowd = Crowd.standing(count);
        for (long index = 0; index < 1_500; index += 41) {
            List<BoundingBox> boxes =
                    crowd.truth(index, WIDTH, HEIGHT).values().stream()
                            .map(CrowdSourceTest::box)
                            .toList();
            assertThat(boxes).hasSize(count);
            for (BoundingBox a : boxes) {
                assertThat(a.clippedTo(WIDTH, HEIGHT).area()).isEqualTo(a.area());
                for (BoundingBox b : boxes) {
                    if (a != b) assertThat(a.overlap(b)).as("at " + index).isLessThan(0.03);
                }
            }
        }
    }

    @Test
    void everyoneWhoCrossesMeetsEveryoneElse() {
        Set<Set<Integer>> met = new HashSet<>();
        for (long index = 0; index < 190; index++) {
            Map<Integer, List<Keypoint>> there = Crowd.crossing().truth(index, WIDTH, HEIGHT);
            there.forEach((a, joints) ->
                    there.forEach((b, others) -> {
                        if (a < b && box(joints).overlap(box(others)) > 0.3) met.add(Set.of(a, b));
                    }));
        }
        assertThat(met).containsExactlyInAnyOrder(Set.of(0, 1), Set.of(0, 2), Set.of(1, 2));
    }

    @Test
    void peopleComeAndGoAndNobodyComesTwice() {
        List<Integer> came = new ArrayList<>();
        Set<Integer> gone = new HashSet<>();
        Set<Integer> before = Set.of();
        for (long index = 0; index < 5_000; index += 5) {
            Set<Integer> now = Crowd.passing().truth(index, WIDTH, HEIGHT).keySet();
            assertThat(Collections.disjoint(now, gone)).isTrue();
            assertThat(now).hasSizeLessThanOrEqualTo(6);
            for (int who : before) if (!now.contains(who)) gone.add(who);
            for (int who : now) if (!before.contains(who)) came.add(who);
            before = now;
        }
        assertThat(came).doesNotHaveDuplicates().hasSizeGreaterThan(90);
        assertThat(gone).hasSizeGreaterThan(85);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 21})
    void noSuchCrowd(int count) {
        assertThatThrownBy(() -> Crowd.standing(count))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
