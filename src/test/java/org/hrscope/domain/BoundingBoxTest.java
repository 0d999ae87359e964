package org.hrscope.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Overlap of boxes.
class BoundingBoxTest {
    private final BoundingBox box = new BoundingBox(10, 20, 30, 40);

    @Test
    void aBoxOverlapsItselfWholly() {
        assertThat(box.overlap(box)).isEqualTo(1);
    }

    @Test
    void overlapIsTheSharedOfTheCommonArea() {
        BoundingBox moved = new BoundingBox(25, 20, 30, 40);
        assertThat(box.overlap(moved)).isCloseTo(15 / 45.0, within(1e-12));
        assertThat(moved.overlap(box)).isEqualTo(box.overlap(moved));
        assertThat(box.overlap(new BoundingBox(15, 25, 10, 10))).isCloseTo(1 / 12.0, within(1e-12));
    }

    @Test
    void boxesApartShareNothing() {
        assertThat(box.overlap(new BoundingBox(50, 20, 30, 40))).isZero();
        assertThat(box.overlap(new BoundingBox(10, 70, 30, 40))).isZero();
    }
}
