package org.hrscope.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrscope.capture.picture.StoredFiles.chunk;
import static org.hrscope.capture.picture.StoredFiles.encoded;
import static org.hrscope.capture.picture.StoredFiles.extended;
import static org.hrscope.capture.picture.StoredFiles.joined;
import static org.hrscope.capture.picture.StoredFiles.png;
import static org.hrscope.capture.picture.StoredFiles.riffChunk;
import static org.hrscope.capture.picture.StoredFiles.scene;
import static org.hrscope.capture.picture.StoredFiles.slice;
import static org.hrscope.capture.picture.StoredFiles.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Animations and pages of which only the first image is read: nobody is to think that this was all.
class SeveralImagesTest {
    @TempDir Path folder;

    private static byte[] webp(int frames) {
        byte[] still = encoded(".webp", scene(20, 12), 64, 101);
        byte[] frame = new byte[16];
        ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).putInt(6, 19).putInt(9, 11);
        byte[] chunk = riffChunk("ANMF", joined(frame, slice(still, 12, still.length)));
        byte[] all = riffChunk("ANIM", new byte[6]);
        for (int i = 0; i < frames; i++) all = joined(all, chunk);
        return extended(new byte[0], 20, 12, 2, all);
    }

    private static byte[] apng(int frames) {
        byte[] count = ByteBuffer.allocate(8).putInt(frames).array();
        return png(4, 8, 0, new byte[4], chunk("acTL", count));
    }

    /// The same directory twice.
    ///
    /// @param kind of the second; 1 is a thumbnail
    private static byte[] pages(ByteOrder order, boolean big, int kind) {
        byte[] one = tiff(order, big, 4, 2, 8, 1, new byte[8], 254, kind);
        int from = big ? 16 : 8;
        ByteBuffer file = ByteBuffer.wrap(one).order(order);
        int entries = big ? (int) file.getLong(from) : file.getShort(from);
        int next = from + (big ? 8 + 20 * entries : 2 + 12 * entries);
        if (big) file.putLong(next, one.length);
        else file.putInt(next, one.length);
        return joined(one, slice(one, from, next), new byte[8]);
    }

    private static boolean animated(byte[] file) throws PictureException {
        return StoredPicture.of(file).animated();
    }

    private static boolean paged(byte[] file) throws PictureException {
        return StoredPicture.of(file).pages();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void framesOfAnimations(int frames) throws PictureException {
        assertThat(animated(webp(frames))).isEqualTo(frames > 1);
        assertThat(animated(apng(frames))).isEqualTo(frames > 1);
    }

    @Test
    void theSecondFrameOfACutAnimationCounts() throws PictureException {
        byte[] file = webp(2);
        assertThat(animated(slice(file, 0, file.length - 9))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "false, 0", "true, 1", "false, 1", "false, 4"})
    void pagesButNoThumbnailsNorMasks(boolean big, int kind) throws PictureException {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            assertThat(paged(pages(order, big, kind))).isEqualTo(kind == 0);
            assertThat(paged(tiff(order, big, 4, 2, 8, 1, new byte[8]))).isFalse();
        }
    }

    @Test
    void aPageBeyondTheFileIsNone() throws PictureException {
        byte[] file = tiff(ByteOrder.BIG_ENDIAN, false, 4, 2, 8, 1, new byte[8]);
        ByteBuffer in = ByteBuffer.wrap(file);
        in.putInt(8 + 2 + 12 * in.getShort(8), 1 << 30);
        assertThat(paged(file)).isFalse();
        in.putInt(8 + 2 + 12 * in.getShort(8), -8);
        assertThat(paged(file)).isFalse();
    }

    @Test
    void itIsToldOnceByTheFilesName() throws Exception {
        Files.write(folder.resolve("a.webp"), webp(2));
        Files.write(folder.resolve("b.png"), png(4, 8, 0, new byte[4]));
        try (FrameSource source = open(folder)) {
            source.skip(2);
            assertThat(source.takeSkipped())
                    .singleElement()
                    .returns(FrameSource.ANIMATED, Problem::key)
                    .satisfies(told -> assertThat(told).hasMessageContaining("a.webp"));
            source.seek(0);
            source.skip(2);
            assertThat(source.takeSkipped()).isEmpty();
        }
        try (FrameSource source = open(folder.resolve("a.webp"))) {
            assertThat(source.takeSkipped()).hasSize(1);
            assertThat(source.takeSkipped()).isEmpty();
        }
        Path pages = folder.resolve("c.tif");
        Files.write(pages, pages(ByteOrder.LITTLE_ENDIAN, false, 0));
        try (FrameSource source = open(pages)) {
            assertThat(source.takeSkipped()).singleElement().returns("picture.pages", Problem::key);
        }
    }

    private static FrameSource open(Path file) throws Problem {
        SourceOpener opener = new SourceOpener(new Cameras(), _ -> new DemoSource());
        return opener.open(SourceSpec.parse(file.toString()), new FramePool());
    }
}
