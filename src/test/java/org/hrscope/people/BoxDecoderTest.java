package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoxDecoderTest {
    private static final int SIDE = 16;
    private static final int CELLS = SIDE * SIDE;
    private final float[] y = new float[5 * CELLS];

    BoxDecoderTest() {
        Arrays.fill(y, 0, CELLS, -9);
    }

    private void person(int column, int row, float logit, float size) {
        int cell = row * SIDE + column;
        y[cell] = logit;
        y[CELLS + cell] = size;
        y[2 * CELLS + cell] = size;
    }

    private List<FoundPerson> decoded() {
        return new CentreDecoder().decode(Tensor.of(Shape.of(1, 5, SIDE, SIDE), y));
    }

    @Test
    void onlyPeaksCount() {
        person(5, 5, 2, 1);
        person(6, 6, 1, 1);
        person(12, 3, 0, 1);
        assertThat(decoded())
                .extracting(found -> found.box().centerX())
                .containsExactly(22.0, 50.0);
    }

    @Test
    void belowTheLeastScoreIsNobody() {
        person(5, 5, -2.45f, 1); // 0.0795
        assertThat(decoded()).isEmpty();
        person(5, 5, -2.44f, 1); // 0.0802
        assertThat(decoded()).hasSize(1);
    }

    /// Of two boxes overlapping by 0.6 or more, the one with the higher score stays: boxes of 20 cells, 4 cells
    /// apart, overlap by 2/3.
    @Test
    void twoBoxesOnOneBodyAreOne() {
        person(3, 8, 1, (float) Math.log(20));
        person(7, 8, 2, (float) Math.log(20));
        assertThat(decoded()).extracting(found -> found.box().centerX()).containsExactly(30.0);
        person(10, 8, 3, (float) Math.log(2));
        assertThat(decoded()).hasSize(2);
    }

    @Test
    void sizesAreBounded() {
        person(5, 5, 2, 99);
        BoundingBox box = decoded().getFirst().box();
        assertThat(box.width()).isEqualTo(Math.exp(5) * 4);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void valuesThatAreNoNumbersAreNobody(float nonsense) {
        Arrays.fill(y, nonsense);
        assertThat(decoded()).isEmpty();
        float[] rows = new float[(16 + 4 + 1) * 6];
        Arrays.fill(rows, nonsense);
        YoloxDecoder yolox = new YoloxDecoder(32, 32);
        assertThat(yolox.decode(Tensor.of(Shape.of(1, 21, 6), rows))).isEmpty();
    }

    @Test
    void oneCellOfNonsenseHidesNobodyElse() {
        person(5, 5, 2, 1);
        y[9 * SIDE + 9] = Float.NaN;
        y[CELLS + 3] = Float.NaN;
        y[3] = 5;
        assertThat(decoded()).extracting(found -> found.box().centerX()).containsExactly(22.0);
    }

    @Test
    void noMoreThanAHundred() {
        int side = 80;
        float[] crowd = new float[5 * side * side];
        for (int cell = 0; cell < side * side; cell++) {
            boolean here = cell / side % 2 == 0 && cell % 2 == 0;
            crowd[cell] = here ? 1 + cell / 10_000f : -9;
        }
        List<FoundPerson> found =
                new CentreDecoder().decode(Tensor.of(Shape.of(1, 5, side, side), crowd));
        assertThat(found).hasSize(PersonFinder.MOST);
        assertThat(found.getFirst().score()).isGreaterThan(found.getLast().score());
    }
}
