package org.hrscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    @Test
    void partsOfARunNeverGiveTheSameNumber() {
        Set<Long> all = new HashSet<>();
        for (int part = 0; part < 3; part++) {
            ImageIds ids = new ImageIds(List.of(4L));
            assertThat(ids.take(2)).isTrue();
            ids.share(part, 3);
            for (int i = 0; i < 5; i++) assertThat(all.add(ids.free())).isTrue();
        }
        assertThat(all).doesNotContain(2L, 4L).contains(0L, 1L, 3L, 5L);
    }
}
