package org.hrscope.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hrscope.capture.picture.StoredFiles.pixel;
import static org.hrscope.capture.picture.StoredFiles.read;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Mat;

class PnmPictureTest {

    /// Two pixels; `\0` and the like stand for bytes.
    @ParameterizedTest
    @CsvSource({
        "'P1 2 1 0 1', 255 255 255, 0 0 0",
        "'P1\n# a comment\n2 1\n01', 255 255 255, 0 0 0",
        "'P2 2 1 255 77 255', 77 77 77, 255 255 255",
        "'P2\n2#wide\n1\n1023\n512\r\n#x\n1023', 128 128 128, 255 255 255",
        "'P2 2 1 1 0 1', 0 0 0, 255 255 255",
        "'P3 2 1 15 0 5 15 15 10 0', 255 85 0, 0 170 255",
        "'P4 2 1\n@', 255 255 255, 0 0 0",
        "'P5 2 1 255 AB', 65 65 65, 66 66 66",
        "'P5 2 1 100 2d', 128 128 128, 255 255 255",
        "'P5 2 1 65535 ABCD', 65 65 65, 67 67 67",
        "'P6\n2\n1\n255\nABCDEF', 67 66 65, 70 69 68",
        "'P6 2 1 65535 A.B.C.D.E.F.', 67 66 65, 70 69 68"
    })
    void everyKindOfNetpbm(String text, String first, String second) throws Exception {
        Mat picture = read(text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(picture.cols()).isEqualTo(2);
        assertThat(pixel(picture, 0, 0)).isEqualTo(ints(first));
        assertThat(pixel(picture, 1, 0)).isEqualTo(ints(second));
    }

    @Test
    void rowsOfBitsBeginAtAByte() throws Exception {
        Mat picture = read("P4 9 2\n\0\0\0\u0080".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(pixel(picture, 8, 0)).containsExactly(255, 255, 255);
        assertThat(pixel(picture, 8, 1)).containsExactly(0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P5",
                "P5 ",
                "P5 2",
                "P5 2 1",
                "P5 2 1 255",
                "P5 2 1 255 A",
                "P5 0 1 255 A",
                "P5 -2 1 255 AB",
                "P5 2 1 0 AB",
                "P5 2 1 65536 ABCD",
                "P5x2 1 255 AB",
                "P52 1 255",
                "P5 2,1 255 AB",
                "P2 2 1 255 1",
                "P2 2 1 255 1 x",
                "P1 2 1 02",
                "P1 2 1 0",
                "P3 1 1 255 1 2",
                "P0 1 1 255 A",
                "P7 1 1 255 A",
                "P5 # no end",
                "P2 1 1 255 # no end",
                "P5 99999999999999999999 1 255 A",
                "P5 2147483648 1 255 A",
                "P5 2147483647 2147483647 255 A",
                "P6 9999 9999 65535 A",
                "P2 99999 999 255 1 2 3"
            })
    void whatIsNoPictureIsRefusedAtOnce(String text) {
        assertThatThrownBy(
                        () -> {
                            byte[] file = text.getBytes(StandardCharsets.ISO_8859_1);
                            StoredPicture stored = StoredPicture.of(file);
                            // As the reader does before decoding.
                            if (stored.width() * stored.height() > 100_000_000) {
                                throw new PictureException(null);
                            }
                            stored.decode();
                        })
                .isInstanceOf(PictureException.class);
    }

    private static int[] ints(String text) {
        return java.util.Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }
}
