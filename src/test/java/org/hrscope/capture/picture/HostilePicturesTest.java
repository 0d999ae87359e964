package org.hrscope.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hrscope.capture.picture.StoredFiles.bytes;
import static org.hrscope.capture.picture.StoredFiles.chunk;
import static org.hrscope.capture.picture.StoredFiles.encoded;
import static org.hrscope.capture.picture.StoredFiles.exif;
import static org.hrscope.capture.picture.StoredFiles.extended;
import static org.hrscope.capture.picture.StoredFiles.joined;
import static org.hrscope.capture.picture.StoredFiles.ofEveryFormat;
import static org.hrscope.capture.picture.StoredFiles.png;
import static org.hrscope.capture.picture.StoredFiles.read;
import static org.hrscope.capture.picture.StoredFiles.riffChunk;
import static org.hrscope.capture.picture.StoredFiles.scene;
import static org.hrscope.capture.picture.StoredFiles.slice;
import static org.hrscope.capture.picture.StoredFiles.tiff;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/// Invalid lengths, and thousands of damaged files: an image or a [PictureException], and quickly.
class HostilePicturesTest {
    private static final Duration HANG = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(
            ints = {
                -1,
                -8,
                -12,
                -13,
                -16,
                -0x80000000,
                0x7fffffff,
                0x7ffffff4,
                0x7ffffff3,
                0x40000000,
                999
            })
    void aPngChunkOfAnyLengthEndsTheReading(int length) {
        byte[] png = png(2, 8, 0, bytes(1, 2), chunk("tEXt", new byte[9]));
        for (int at : new int[] {8, 33, 33 + 21}) {
            byte[] odd = png.clone();
            ByteBuffer.wrap(odd).putInt(at, length);
            assertTimeoutPreemptively(
                    HANG,
                    () -> assertThatThrownBy(() -> read(odd)).isInstanceOf(PictureException.class));
        }
    }

    @Test
    void whatIsBrokenBehindThePixelsOfAPngCostsNothing() throws Exception {
        byte[] png = encoded(".png", scene(20, 10));
        byte[] behind = slice(png, 0, png.length - 12);
        byte[] text = chunk("tEXt", new byte[40]);
        text[45] ^= 1; // its CRC
        for (byte[] file :
                List.of(
                        behind,
                        slice(png, 0, png.length - 3),
                        joined(behind, text),
                        joined(behind, slice(text, 0, 20)),
                        joined(behind, slice(text, 0, 3)))) {
            assertThat(Core.norm(read(file), scene(20, 10), Core.NORM_INF)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, -1, -8, 0x7fffffff, 200, 100_000})
    void aTiffDirectoryAnywhere(int offset) {
        byte[] file = tiff(ByteOrder.LITTLE_ENDIAN, false, 2, 2, 8, 1, bytes(1, 2, 3, 4), 274, 6);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(4, offset);
        if (offset != 8) assertRefused(file);
        byte[] big = tiff(ByteOrder.BIG_ENDIAN, true, 2, 2, 8, 1, bytes(1, 2, 3, 4), 274, 6);
        ByteBuffer.wrap(big).putLong(8, offset * 0x1_0000_0001L);
        assertRefused(big);
    }

    /// The last entry is followed by the offset of the next directory: here, its own.
    @Test
    void aTiffDirectoryThatFollowsItself() throws Exception {
        byte[] file = tiff(ByteOrder.BIG_ENDIAN, false, 2, 2, 8, 1, bytes(1, 2, 3, 4));
        ByteBuffer in = ByteBuffer.wrap(file);
        in.putInt(8 + 2 + 12 * in.getShort(8), 8);
        assertThat(read(file).cols()).isEqualTo(2);
    }

    @Test
    void countsAndSizesOfATiff() {
        for (int entry = 0; entry < 8; entry++) {
            for (int value : new int[] {-1, 0, 0x7fffffff, 0x10000000}) {
                byte[] file =
                        tiff(ByteOrder.LITTLE_ENDIAN, false, 2, 2, 16, 3, new byte[24], 274, 6);
                ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
                in.putInt(10 + 12 * entry + 4, value);
                assertEnds(file);
                in.putInt(10 + 12 * entry + 4, 1).putInt(10 + 12 * entry + 8, value);
                assertEnds(file);
            }
        }
    }

    /// Tags 279, 322 and 323: strip bytes and tile size, for which memory would be allocated.
    @Test
    void stripsAndTilesBeyondTheFile() throws Exception {
        byte[] pixels = bytes(1, 2, 3, 4);
        assertThat(read(tiff(ByteOrder.BIG_ENDIAN, false, 2, 2, 8, 1, pixels, 279, 4)).rows())
                .isEqualTo(2);
        for (int[] tags :
                new int[][] {
                    {279, 0x20000000}, {279, -1}, {322, 0x800000, 323, 16}, {325, 5_000}
                }) {
            byte[] file = tiff(ByteOrder.BIG_ENDIAN, false, 2, 2, 8, 1, pixels, tags);
            assertThatThrownBy(() -> StoredPicture.of(file)).isInstanceOf(PictureException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, -8, 0, 1, 0x7fffffff, 0x7ffffff6})
    void webpChunksOfAnyLength(int length) {
        byte[] simple = encoded(".webp", scene(20, 10));
        byte[] file =
                extended(
                        simple,
                        20,
                        10,
                        8,
                        riffChunk("EXIF", exif(ByteOrder.BIG_ENDIAN, 6)),
                        riffChunk("ANMF", new byte[20]));
        for (int at = 0; at + 8 < file.length; at += 2) {
            if (at % 40 > 8 && file[at] != 'E' && file[at] != 'A' && file[at] != 'V') continue;
            byte[] odd = file.clone();
            ByteBuffer.wrap(odd).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 4, length);
            assertEnds(odd);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2, 7, 8, 0x7fffffff})
    void boxesOfAJp2OfAnyLength(int length) {
        byte[] file = encoded(".jp2", scene(64, 64));
        for (int at = 0; at < 80; at += 4) {
            byte[] odd = file.clone();
            ByteBuffer.wrap(odd).putInt(at, length);
            assertEnds(odd);
        }
    }

    /// Reproducible damage: flipped bits, boundary values, truncation, insertion.
    @Test
    void thousandsOfDamagedFiles() {
        List<byte[]> files = ofEveryFormat();
        Random random = new Random(13);
        int[] refused = {0};
        int rounds = 6000;
        assertTimeoutPreemptively(
                HANG,
                () -> {
                    for (int i = 0; i < rounds; i++) {
                        byte[] file = damaged(files.get(i % files.size()), random);
                        try {
                            StoredPicture stored = StoredPicture.of(file);
                            if (stored.width() * stored.height() > 1_000_000) continue;
                            Mat picture = stored.decode();
                            stored.orientation().turn(picture);
                            picture.release();
                        } catch (PictureException e) {
                            refused[0]++;
                        }
                    }
                });
        assertThat(refused[0]).isBetween(rounds / 10, rounds * 9 / 10);
    }

    private static byte[] damaged(byte[] file, Random random) {
        byte[] odd = file.clone();
        int[] edges = {0, 1, -1, -12, 0x7fffffff, 0x80000000, 0xffff, 0x8000, 255, 9000};
        for (int n = random.nextInt(5); n >= 0; n--) {
            int head = random.nextInt(3) == 0 ? odd.length : Math.min(odd.length, 120);
            int at = random.nextInt(Math.max(1, head - 4));
            switch (random.nextInt(5)) {
                case 0 -> odd[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> odd[at] = (byte) random.nextInt(256);
                case 2 -> {
                    if (odd.length >= 8) {
                        ByteBuffer.wrap(odd)
                                .order(
                                        random.nextBoolean()
                                                ? ByteOrder.BIG_ENDIAN
                                                : ByteOrder.LITTLE_ENDIAN)
                                .putInt(at, edges[random.nextInt(edges.length)]);
                    }
                }
                case 3 ->
                        odd =
                                joined(
                                        slice(odd, 0, at),
                                        new byte[random.nextInt(9)],
                                        slice(odd, at, odd.length));
                default -> odd = random.nextInt(4) > 0 ? odd : slice(odd, 0, Math.max(8, at));
            }
        }
        return odd;
    }

    private static void assertRefused(byte[] file) {
        assertTimeoutPreemptively(
                HANG,
                () -> assertThatThrownBy(() -> read(file)).isInstanceOf(PictureException.class));
    }

    /// Decodes or is refused; the pixel limit is the caller's.
    private static void assertEnds(byte[] file) {
        assertTimeoutPreemptively(
                HANG,
                () ->
                        assertThatCode(
                                        () -> {
                                            try {
                                                StoredPicture stored = StoredPicture.of(file);
                                                double pixels =
                                                        (double) stored.width() * stored.height();
                                                if (pixels < 1e6) stored.decode().release();
                                            } catch (PictureException e) {
                                                // refused
                                            }
                                        })
                                .doesNotThrowAnyException());
    }
}
