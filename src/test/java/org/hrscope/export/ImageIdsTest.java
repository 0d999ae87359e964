package org.hrscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImageIdsTest {

    @Test
    void theNumberInAName() {
        assertThat(ImageIds.numberIn("000000000785.jpg")).hasValue(785);
        assertThat(ImageIds.numberIn("IMG_2024_17.JPG")).hasValue(17);
        assertThat(ImageIds.numberIn("person.mp4")).isEmpty();
        assertThat(ImageIds.numberIn("none.jpg")).isEmpty();
        assertThat(ImageIds.numberIn("1".repeat(30) + ".jpg")).hasValue(111_111_111_111_111_111L);
    }

    @Test
    void noIdIsGivenTwice() {
        ImageIds ids = new ImageIds(List.of(5L, 7L, "8"));
        assertThat(ids.takeReserved(5L)).isTrue();
        assertThat(ids.takeReserved(5L)).isFalse();
        assertThat(ids.take(7)).as("the box file means another picture").isFalse();
        assertThat(ids.take(1)).isTrue();
        assertThat(ids.take(1)).isFalse();
        assertThat(List.of(ids.free(), ids.free(), ids.free(), ids.free(), ids.free(), ids.free()))
                .containsExactly(0L, 2L, 3L, 4L, 6L, 8L);
    }
}
