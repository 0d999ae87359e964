package org.hrscope.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hrscope.capture.picture.StoredFiles.bytes;
import static org.hrscope.capture.picture.StoredFiles.joined;
import static org.hrscope.capture.picture.StoredFiles.pixel;
import static org.hrscope.capture.picture.StoredFiles.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Mat;

class BmpPictureTest {
    private static final int[] NO_MASKS = {};

    /// @param rows as in the header
    private static byte[] bmp(
            int header, int width, int rows, int bits, int packing, int[] masks, byte[] rest) {
        boolean short12 = header == 12;
        boolean behind = header == 40 && masks.length > 0;
        ByteBuffer file =
                ByteBuffer.allocate(14 + header + (behind ? 4 * masks.length : 0))
                        .order(ByteOrder.LITTLE_ENDIAN);
        file.put(bytes('B', 'M')).putInt(2, file.capacity() + rest.length).position(14);
        file.putInt(header);
        if (short12) file.putShort((short) width).putShort((short) rows);
        else file.putInt(width).putInt(rows);
        file.putShort((short) 1).putShort((short) bits);
        if (header >= 20) file.putInt(packing);
        if (masks.length > 0) file.position(54);
        for (int mask : masks) file.putInt(mask);
        int palette = bits > 8 ? 0 : (short12 ? 3 : 4) << bits;
        file.putInt(10, file.capacity() + palette);
        return joined(file.array(), rest);
    }

    private static byte[] palette(int colours, int size) {
        byte[] palette = new byte[colours * size];
        for (int i = 0; i < colours; i++) {
            palette[i * size] = (byte) (10 * i);
            palette[i * size + 1] = (byte) (10 * i + 1);
            palette[i * size + 2] = (byte) (10 * i + 2);
        }
        return palette;
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 16, 40, 52, 56, 64, 108, 124})
    void everyHeaderIsKnown(int header) throws Exception {
        byte[] pixels = bytes(1, 2, 3, 4, 5, 6, 0, 0, 11, 12, 13, 14, 15, 16, 0, 0);
        Mat picture = read(bmp(header, 2, 2, 24, 0, NO_MASKS, pixels));
        assertThat(pixel(picture, 0, 1)).containsExactly(1, 2, 3);
        assertThat(pixel(picture, 1, 0)).containsExactly(14, 15, 16);
        if (header > 12) {
            Mat down = read(bmp(header, 2, -2, 24, 0, NO_MASKS, pixels));
            assertThat(pixel(down, 0, 0)).containsExactly(1, 2, 3);
        }
        // The last row without padding.
        assertThat(
                        read(bmp(header, 2, 2, 24, 0, NO_MASKS, StoredFiles.slice(pixels, 0, 14)))
                                .rows())
                .isEqualTo(2);
        int size = header == 12 ? 3 : 4;
        byte[] four = joined(palette(16, size), bytes(0x0f, 0x30, 0, 0));
        Mat picture4 = read(bmp(header, 3, 1, 4, 0, NO_MASKS, four));
        assertThat(pixel(picture4, 1, 0)).containsExactly(150, 151, 152);
        assertThat(pixel(picture4, 2, 0)).containsExactly(30, 31, 32);
        byte[] one = joined(palette(2, size), bytes(0x55, 0x80, 0, 0));
        Mat picture1 = read(bmp(header, 9, 1, 1, 0, NO_MASKS, one));
        assertThat(pixel(picture1, 1, 0)).containsExactly(10, 11, 12);
        assertThat(pixel(picture1, 2, 0)).containsExactly(0, 1, 2);
        assertThat(pixel(picture1, 8, 0)).containsExactly(10, 11, 12);
        byte[] eight = joined(palette(256, size), bytes(7, 250, 0, 0));
        assertThat(pixel(read(bmp(header, 2, 1, 8, 0, NO_MASKS, eight)), 0, 0))
                .containsExactly(70, 71, 72);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 52, 56, 108, 124})
    void colourMasks(int header) throws Exception {
        int[] swapped = {0xff, 0xff00, 0xff0000};
        byte[] pixel = bytes(200, 100, 50, 0);
        assertThat(pixel(read(bmp(header, 1, 1, 32, 3, swapped, pixel)), 0, 0))
                .containsExactly(50, 100, 200);
        int[] r5g6b5 = {0xf800, 0x7e0, 0x1f};
        assertThat(pixel(read(bmp(header, 1, 1, 16, 3, r5g6b5, bytes(0x1f, 0x84, 0, 0))), 0, 0))
                .containsExactly(255, 130, 132);
        int[] tenBits = {0x3ff00000, 0xffc00, 0x3ff};
        assertThat(pixel(read(bmp(header, 1, 1, 32, 3, tenBits, bytes(0, 0, 0xf0, 0x3f))), 0, 0))
                .containsExactly(0, 0, 255);
        int[] withAlpha = {0xff0000, 0xff00, 0xff, 0xff000000};
        if (header >= 56) {
            byte[] half = bytes(200, 100, 50, 128);
            assertThat(pixel(read(bmp(header, 1, 1, 32, 3, withAlpha, half)), 0, 0))
                    .containsExactly(100, 50, 25);
        }
    }

    /// At 32 bits without masks, the top byte is undefined and usually 0.
    @Test
    void withoutMasks() throws Exception {
        assertThat(pixel(read(bmp(40, 1, 1, 32, 0, NO_MASKS, bytes(200, 100, 50, 0))), 0, 0))
                .containsExactly(200, 100, 50);
        assertThat(pixel(read(bmp(40, 1, 1, 16, 0, NO_MASKS, bytes(0xff, 0x03, 0, 0))), 0, 0))
                .containsExactly(255, 255, 0);
    }

    @Test
    void runs() throws Exception {
        byte[] eight = bytes(3, 7, 0, 0, 0, 3, 1, 2, 3, 0, 0, 0, 0, 2, 1, 0, 2, 9, 0, 1);
        Mat picture = read(bmp(40, 3, 3, 8, 1, NO_MASKS, joined(palette(256, 4), eight)));
        assertThat(pixel(picture, 2, 2)).containsExactly(70, 71, 72);
        assertThat(pixel(picture, 1, 1)).containsExactly(20, 21, 22);
        assertThat(pixel(picture, 0, 0)).containsExactly(0, 1, 2);
        assertThat(pixel(picture, 1, 0)).containsExactly(90, 91, 92);
        byte[] four = bytes(3, 0x12, 0, 0, 0, 3, 0x34, 0x50, 0, 1);
        Mat halves = read(bmp(40, 3, 2, 4, 2, NO_MASKS, joined(palette(16, 4), four)));
        assertThat(pixel(halves, 1, 1)).containsExactly(20, 21, 22);
        assertThat(pixel(halves, 2, 1)).containsExactly(10, 11, 12);
        assertThat(pixel(halves, 2, 0)).containsExactly(50, 51, 52);
    }

    @Test
    void runsThatBreakOffAreRefused() {
        for (byte[] runs : new byte[][] {bytes(3, 7, 0, 0), bytes(0, 9, 1), bytes(0, 2), {}}) {
            assertThatThrownBy(() ->
                            read(bmp(40, 3, 3, 8, 1, NO_MASKS, joined(palette(256, 4), runs))))
                    .isInstanceOf(PictureException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "40, -2147483648, 1, 24, 0",
        "40, 0, 1, 24, 0",
        "40, -5, 1, 24, 0",
        "40, 1, 0, 24, 0",
        "12, 1, 0, 24, 0",
        "40, 1, 1, 3, 0",
        "40, 1, 1, 0, 5",
        "40, 1, 1, 24, 4",
        "40, 1, 1, 24, -1",
        "40, 1, 1, 24, 1",
        "40, 1, 1, 4, 1",
        "40, 20000, 5000, 24, 0"
    })
    void headersThatMeanNothing(int header, int width, int rows, int bits, int packing) {
        assertThatThrownBy(
                        () -> read(bmp(header, width, rows, bits, packing, NO_MASKS, new byte[64])))
                .isInstanceOf(PictureException.class);
    }

    /// 90 million pixels, ended by a two-byte marker.
    @Test
    void runsThatTellNothingAreRefused() {
        byte[] rest = joined(palette(256, 4), bytes(0, 1));
        assertThatThrownBy(() -> read(bmp(40, 30_000, 3_000, 8, 1, NO_MASKS, rest)))
                .isInstanceOf(PictureException.class);
    }

    @Test
    void theLowestHeightIsAHugeOne() throws Exception {
        byte[] file = bmp(40, 3, Integer.MIN_VALUE, 24, 0, NO_MASKS, new byte[64]);
        assertThat(StoredPicture.of(file).height()).isEqualTo(2_147_483_648L);
    }
}
