package org.hrscope.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hrscope.capture.picture.StoredFiles.bytes;
import static org.hrscope.capture.picture.StoredFiles.chunk;
import static org.hrscope.capture.picture.StoredFiles.pixel;
import static org.hrscope.capture.picture.StoredFiles.png;
import static org.hrscope.capture.picture.StoredFiles.read;
import static org.hrscope.capture.picture.StoredFiles.shorts;
import static org.hrscope.capture.picture.StoredFiles.tiff;

import java.nio.ByteOrder;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Mat;

/// Every depth and kind of transparency ends up as the same 8 bits on black.
class DepthTest {

    /// Four pixels: black, two greys, white.
    @ParameterizedTest
    @CsvSource({
        "1, 0 0 255 255, 30",
        "2, 0 85 170 255, 1B",
        "4, 0 85 170 255, 05AF",
        "8, 0 85 170 255, 0055AAFF",
        "16, 0 85 170 255, 00005555AAAAFFFF"
    })
    void greyOfAnyDepthWithAndWithoutATransparentValue(int depth, String greys, String hex)
            throws Exception {
        byte[] row = java.util.HexFormat.of().parseHex(hex);
        int[] expected = ints(greys);
        assertGreys(read(png(4, depth, 0, row)), expected);
        // The last pixel's value is transparent; bits above the depth are ignored.
        int white = (1 << depth) - 1;
        for (int key : new int[] {white, depth < 16 ? 0x7f00 << depth & 0xffff | white : white}) {
            int[] keyed = new int[4];
            for (int i = 0; i < 4; i++) keyed[i] = expected[i] == 255 ? 0 : expected[i];
            assertGreys(read(png(4, depth, 0, row, chunk("tRNS", shorts(key)))), keyed);
        }
    }

    /// A value next to the transparent one is not transparent, though both round to the same 8 bits.
    @Test
    void sixteenBitsAreComparedAsSixteen() throws Exception {
        byte[] row = shorts(0x8000, 0x8001, 0x8002);
        assertGreys(read(png(3, 16, 0, row, chunk("tRNS", shorts(0x8001)))), 128, 0, 128);
    }

    @Test
    void alphaOfEightAndSixteenBitsIsTheSame() throws Exception {
        int[] colour = {200, 100, 50};
        int[] deep = {200 * 257, 100 * 257, 50 * 257};
        for (int alpha : new int[] {0, 1, 127, 128, 254, 255}) {
            int[] on = new int[3];
            for (int i = 0; i < 3; i++) on[2 - i] = (colour[i] * alpha + 127) / 255;
            byte[] row8 = bytes(200, 100, 50, alpha);
            byte[] row16 = shorts(deep[0], deep[1], deep[2], alpha * 257);
            assertThat(pixel(read(png(1, 8, 6, row8)), 0, 0)).isEqualTo(on);
            assertThat(pixel(read(png(1, 16, 6, row16)), 0, 0)).isEqualTo(on);
            int grey = (200 * alpha + 127) / 255;
            assertGreys(read(png(1, 8, 4, bytes(200, alpha))), grey);
            assertGreys(read(png(1, 16, 4, shorts(200 * 257, alpha * 257))), grey);
        }
    }

    @Test
    void colourOfSixteenBitsAndItsTransparentColour() throws Exception {
        byte[] row = shorts(51_400, 25_700, 12_850, 51_400, 25_700, 12_851);
        assertThat(pixel(read(png(2, 16, 2, row)), 0, 0)).containsExactly(50, 100, 200);
        Mat keyed = read(png(2, 16, 2, row, chunk("tRNS", shorts(51_400, 25_700, 12_850))));
        assertThat(pixel(keyed, 0, 0)).containsExactly(0, 0, 0);
        assertThat(pixel(keyed, 1, 0)).containsExactly(50, 100, 200);
    }

    @Test
    void paletteWithTransparentColours() throws Exception {
        byte[] palette = chunk("PLTE", bytes(200, 100, 50, 1, 2, 3, 60, 70, 80));
        byte[] row = bytes(0, 1, 2);
        Mat plain = read(png(3, 8, 3, row, palette));
        assertThat(pixel(plain, 0, 0)).containsExactly(50, 100, 200);
        Mat keyed = read(png(3, 8, 3, row, palette, chunk("tRNS", bytes(128, 0))));
        assertThat(pixel(keyed, 0, 0)).containsExactly(25, 50, 100);
        assertThat(pixel(keyed, 1, 0)).containsExactly(0, 0, 0);
        assertThat(pixel(keyed, 2, 0)).containsExactly(80, 70, 60);
        assertThat(pixel(read(png(2, 4, 3, bytes(0x20), palette)), 0, 0))
                .containsExactly(80, 70, 60);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tiffOfEightAndSixteenBits(boolean big) throws Exception {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            byte[] grey8 = bytes(0, 85, 255);
            byte[] grey16 = swapped(order, shorts(0, 0x5555, 0xffff));
            assertGreys(read(tiff(order, big, 3, 1, 8, 1, grey8)), 0, 85, 255);
            assertGreys(read(tiff(order, big, 3, 1, 16, 1, grey16)), 0, 85, 255);
            // 262: 0 is white.
            assertGreys(read(tiff(order, big, 3, 1, 8, 1, grey8, 262, 0)), 255, 170, 0);
            assertGreys(read(tiff(order, big, 3, 1, 16, 1, grey16, 262, 0)), 255, 170, 0);
            // 338: 1 is premultiplied, 2 is not; 0 means unspecified.
            byte[] clear8 = bytes(100, 50, 40, 128);
            byte[] clear16 = swapped(order, shorts(100 * 257, 50 * 257, 40 * 257, 128 * 257));
            for (int extra = 0; extra <= 2; extra++) {
                int[] on = extra == 2 ? new int[] {20, 25, 50} : new int[] {40, 50, 100};
                assertThat(pixel(read(tiff(order, big, 1, 1, 8, 4, clear8, 338, extra)), 0, 0))
                        .isEqualTo(on);
                assertThat(pixel(read(tiff(order, big, 1, 1, 16, 4, clear16, 338, extra)), 0, 0))
                        .isEqualTo(on);
            }
        }
    }

    /// Tag 339 is the sample format, 284 whether channels are planar.
    @ParameterizedTest
    @CsvSource({
        "32, 1, 339, 3",
        "64, 1, 339, 3",
        "16, 1, 339, 3",
        "32, 1, 339, 1",
        "8, 1, 339, 2",
        "16, 1, 339, 2",
        "16, 3, 284, 2"
    })
    void otherNumbersAreRefusedAndNotShownBlack(int bits, int samples, int tag, int value) {
        byte[] file =
                tiff(
                        ByteOrder.LITTLE_ENDIAN,
                        false,
                        2,
                        2,
                        bits,
                        samples,
                        new byte[4 * samples * bits / 8],
                        tag,
                        value);
        assertThatThrownBy(() -> read(file))
                .asInstanceOf(InstanceOfAssertFactories.type(PictureException.class))
                .satisfies(e -> assertThat(e.key()).isEqualTo("picture.depth"));
    }

    private static void assertGreys(Mat picture, int... expected) {
        assertThat(picture.cols()).isEqualTo(expected.length);
        for (int x = 0; x < expected.length; x++) {
            assertThat(pixel(picture, x, 0))
                    .as("pixel %d", x)
                    .containsExactly(expected[x], expected[x], expected[x]);
        }
    }

    private static byte[] swapped(ByteOrder order, byte[] bigEndian) {
        byte[] bytes = bigEndian.clone();
        if (order == ByteOrder.LITTLE_ENDIAN) {
            for (int i = 0; i < bytes.length; i += 2) {
                bytes[i] = bigEndian[i + 1];
                bytes[i + 1] = bigEndian[i];
            }
        }
        return bytes;
    }

    private static int[] ints(String text) {
        return java.util.Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }
}
