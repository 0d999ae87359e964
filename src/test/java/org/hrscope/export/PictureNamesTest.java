package org.hrscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PictureNamesTest {
    private final PictureNames names = new PictureNames(List.of("poses.png"));

    @Test
    void noTwoPicturesAreNamedAlike() {
        assertThat(
                        List.of("x.jpg", "x.png", "x_2.png", "X.webp", "x", "poses.jpg").stream()
                                .map(names::still))
                .containsExactly(
                        "x.png", "x_2.png", "x_2_2.png", "X_3.png", "x_4.png", "poses_2.png");
    }

    @Test
    void oneLetterWrittenInTwoWaysIsOne() {
        assertThat(names.still("\u00e9.jpg")).isEqualTo("\u00e9.png");
        assertThat(names.still("e\u0301.jpg")).isNotEqualTo("e\u0301.png");
    }

    @Test
    void videosOfOneNameGetSeriesOfTheirOwn() {
        assertThat(names.series("clip.mp4")).isEqualTo("clip");
        assertThat(names.series("clip.mov")).isEqualTo("clip_2");
        assertThat(PictureNames.frame("clip_2", 7)).isEqualTo("clip_2_000007.png");
        assertThat(PictureNames.frame("clip", 1_234_567)).isEqualTo("clip_1234567.png");
        assertThat(names.still("clip_000007.jpg")).isEqualTo("clip_000007_2.png");
        assertThat(names.still("other_000001.jpg")).isEqualTo("other_000001.png");
        assertThat(names.series("other.mp4")).isEqualTo("other_2");
    }

    @Test
    void itIsKnownWhichFilesWouldBeWritten() {
        names.still("x.jpg");
        names.series("clip.mp4");
        for (String name : List.of("x.png", "X.PNG", "clip_000123.png", "poses.png")) {
            assertThat(names.gives(name)).as(name).isTrue();
        }
        for (String name : List.of("x.jpg", "clip.png", "clip_1.png", "y.png")) {
            assertThat(names.gives(name)).as(name).isFalse();
        }
    }

    @Test
    void anySourceHasAName() {
        assertThat(names.series("http://192.168.1.20:8080/video"))
                .isEqualTo("http_192.168.1.20_8080_video");
        assertThat(names.still(".jpg")).isEqualTo("picture.png");
        assertThat(names.still("a b:c?.jpg")).isEqualTo("a_b_c_.png");
        assertThat(
                        names.still("名".repeat(84) + ".jpg")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)
                                .length)
                .isBetween(150, 220);
    }
}
