package org.hrscope.capture;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoSourceTest {
    private static final int FRAMES = 60;

    @TempDir private Path folder;

    /// One decoded frame: number, time and pixel checksum.
    private record Seen(long index, long nanos, long sum) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h264.mp4",
                "h264.mkv",
                "h264.ts",
                "reordered.mp4",
                "reordered.mkv",
                "mjpeg.avi",
                "mpeg1.m1v",
                "mpeg1.mpg",
                "uneven.mp4",
                "uneven.mkv"
            })
    void pictureKAfterSeekingIsPictureKReadThrough(String name) throws Exception {
        try (VideoSource source = new VideoSource(clip(name), new FramePool())) {
            assertThat(source.info().frames()).isEqualTo(FRAMES);
            List<Seen> through = new ArrayList<>();
            for (Frame frame = source.next(); frame != null; frame = source.next()) {
                assertThat(Clip.numberIn(frame)).isEqualTo(through.size());
                through.add(seen(frame));
            }
            assertThat(through).hasSize(FRAMES);
            assertThat(through)
                    .extracting(Seen::index)
                    .isEqualTo(java.util.stream.LongStream.range(0, FRAMES).boxed().toList());
            assertThat(through.get(0).nanos).isZero();
            Random random = new Random(7);
            for (int i = 0; i < 80; i++) {
                int k = random.nextInt(FRAMES);
                source.seek(k);
                if (i % 3 == 0) source.seek(k);
                assertThat(seen(source.next())).isEqualTo(through.get(k));
                if (k + 1 < FRAMES && i % 2 == 0)
                    assertThat(seen(source.next())).isEqualTo(through.get(k + 1));
            }
            source.seek(FRAMES + 5);
            assertThat(seen(source.next())).isEqualTo(through.get(FRAMES - 1));
            assertThat(source.next()).isNull();
            source.seek(0);
            assertThat(seen(source.next())).isEqualTo(through.get(0));
        }
    }

    /// SWF has no index: FFmpeg cannot seek in it at all.
    @Test
    void whatCannotBeSoughtIsReadFromItsBeginning() throws Exception {
        Path file = Clip.flash(FRAMES).write(folder.resolve("clip.swf"));
        try (VideoSource source = new VideoSource(file, new FramePool())) {
            List<Seen> through = new ArrayList<>();
            for (Frame frame = source.next(); frame != null; frame = source.next()) {
                through.add(seen(frame));
            }
            assertThat(through).hasSize(FRAMES);
            for (int k : new int[] {0, 40, 3, FRAMES - 1, 20, 0}) {
                source.seek(k);
                assertThat(seen(source.next())).isEqualTo(through.get(k));
            }
        }
    }

    /// Two concatenated recordings: timestamps restart, and those of the second fall between the first one's or
    /// jump ahead.
    @ParameterizedTest
    @ValueSource(longs = {0, 20_000, 500_000, 3_600_000_000L})
    void recordingsOneBehindTheOtherAreCountedThrough(long later) throws Exception {
        byte[] first = Files.readAllBytes(Clip.h264(20).write(folder.resolve("first.ts")));
        Clip.h264(20).timed(k -> later + k * 40_000L).write(folder.resolve("second.ts"));
        Path both = folder.resolve("both.ts");
        Files.write(both, first);
        Files.write(both, Files.readAllBytes(folder.resolve("second.ts")), APPEND);
        try (VideoSource source = new VideoSource(both, new FramePool())) {
            assertThat(source.info().frames()).isEqualTo(40);
            List<Seen> through = new ArrayList<>();
            for (Frame frame = source.next(); frame != null; frame = source.next()) {
                assertThat(Clip.numberIn(frame)).isEqualTo(through.size() % 20);
                assertThat(frame.origin().index()).isEqualTo(through.size());
                through.add(seen(frame));
            }
            assertThat(through).hasSize(40);
            for (int k = 1; k < 40; k++) {
                long pause = through.get(k).nanos - through.get(k - 1).nanos;
                assertThat(pause).isBetween(10_000_000L, 600_000_000L);
            }
            for (int k : new int[] {0, 39, 21, 19, 20, 3, 38, 38, 5, 30}) {
                source.seek(k);
                assertThat(seen(source.next())).isEqualTo(through.get(k));
                if (k < 39) assertThat(seen(source.next())).isEqualTo(through.get(k + 1));
            }
        }
    }

    @Test
    void eachPictureHasItsOwnSize() throws Exception {
        Path file = folder.resolve("both.ts");
        Files.write(file, Files.readAllBytes(clip(320).write(folder.resolve("first.ts"))));
        Path second = clip(424).write(folder.resolve("second.ts"));
        Files.write(file, Files.readAllBytes(second), APPEND);
        try (VideoSource source = new VideoSource(file, new FramePool())) {
            for (int turn = 0; turn < 2; turn++) {
                for (int k = 0; k < 12; k++) {
                    try (Frame frame = source.next()) {
                        assertThat(frame.width()).isEqualTo(k < 6 ? 320 : 424);
                        assertThat(frame.height()).isEqualTo(240);
                        assertThat(Clip.numberIn(frame)).isEqualTo(k % 6);
                    }
                }
                assertThat(source.next()).isNull();
                source.seek(0);
            }
        }
    }

    private static Clip clip(int width) {
        Clip usual = Clip.h264(6);
        return new Clip(width, 240, 6, usual.codec(), 0, 25, usual.micros());
    }

    @Test
    void pixelsThatAreNotSquareBecomeSo() throws Exception {
        Path file = folder.resolve("wide.mp4");
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 320, 240)) {
            recorder.setVideoCodec(AV_CODEC_ID_MPEG4);
            recorder.setAspectRatio(16.0 / 9);
            recorder.start();
            try (org.bytedeco.javacv.Frame picture =
                    new org.bytedeco.javacv.Frame(320, 240, 8, 3)) {
                recorder.record(picture);
            }
            recorder.stop();
        }
        try (VideoSource source = new VideoSource(file, new FramePool());
                Frame frame = source.next()) {
            assertThat(frame.width()).isEqualTo(569);
            assertThat(frame.height()).isEqualTo(240);
        }
    }

    /// An AVI with dropped frames counts the gaps; a frame's number is how many came before it.
    @Test
    void gapsAreNoPictures() throws Exception {
        Path file = Clip.mjpeg(9).timed(k -> k * 70_000L).write(folder.resolve("gaps.avi"));
        try (VideoSource source = new VideoSource(file, new FramePool())) {
            assertThat(source.info().frames()).isEqualTo(9);
            for (int k = 0; k < 9; k++) {
                try (Frame frame = source.next()) {
                    assertThat(frame.origin().index()).isEqualTo(k).isEqualTo(Clip.numberIn(frame));
                }
            }
            source.seek(5);
            assertThat(Clip.numberIn(source.next())).isEqualTo(5);
        }
    }

    /// Refused before allocation, whether the container or only the stream declares the size.
    @ParameterizedTest
    @ValueSource(strings = {"h264.mp4", "mjpeg.avi", "mjpeg.mkv"})
    void picturesLargerThanAnyMayBeAreRefused(String name) throws Exception {
        Path file = clip(name);
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (name.startsWith("h264")) {
            ByteBuffer.wrap(bytes)
                    .putInt(text.indexOf("avc1", text.indexOf("stsd")) + 28, 0x7530_7530);
        } else {
            for (int at = text.indexOf("\u00ff\u00c0\0");
                    at >= 0;
                    at = text.indexOf("\u00ff\u00c0\0", at + 1))
                ByteBuffer.wrap(bytes).putInt(at + 5, 0x7530_7530);
        }
        Files.write(file, bytes);
        assertProblem(name.startsWith("h264") ? "picture.huge" : "video.empty", file);
    }

    @Test
    void timesAreTheFilesOwn() throws Exception {
        try (VideoSource source = new VideoSource(clip("uneven.mp4"), new FramePool())) {
            for (int k = 0; k < FRAMES; k++) {
                try (Frame frame = source.next()) {
                    assertThat(frame.origin().positionNanos()).isEqualTo(uneven(k) * 1000);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h264.mp4", "reordered.mkv", "mjpeg.avi"})
    void whatIsThereOfACutVideoIsPlayed(String name) throws Exception {
        Path file = cut(clip(name), 0.6);
        try (VideoSource source = new VideoSource(file, new FramePool())) {
            int played = 0;
            Problem end = null;
            while (end == null) {
                try (Frame frame = source.next()) {
                    played++;
                    assertThat(Clip.numberIn(frame))
                            .isEqualTo(frame.origin().positionNanos() / 40_000_000L);
                } catch (Problem e) {
                    end = e;
                }
            }
            assertThat(played).isBetween(25, 45);
            assertThat(end.key()).isEqualTo("video.truncated");
            assertThat(end.getMessage()).contains(file.toString());
            source.seek(3);
            assertThat(Clip.numberIn(source.next())).isEqualTo(3);
        }
    }

    /// End, and the right end of the timeline: as many frames as the file promises are not there.
    @ParameterizedTest
    @ValueSource(strings = {"h264.mp4", "reordered.mp4"})
    void behindTheLastFrameThereIsTheLastOne(String name) throws Exception {
        Path file = cut(clip(name), 0.6);
        try (VideoSource source = new VideoSource(file, new FramePool())) {
            List<Seen> through = new ArrayList<>();
            try {
                while (through.size() < FRAMES) through.add(seen(source.next()));
            } catch (Problem end) {
                assertThat(end.key()).isEqualTo("video.truncated");
            }
            assertThat(through).hasSizeBetween(20, 50);
            for (int from : new int[] {0, through.size() - 3, through.size() - 1}) {
                source.seek(from);
                source.seek(source.info().frames() - 1);
                assertThat(seen(source.next())).as("from %d", from).isEqualTo(through.getLast());
            }
        }
    }

    /// What is left of the frame at the cut is not shown.
    @ParameterizedTest
    @ValueSource(doubles = {0.55, 0.6, 0.63, 0.66, 0.71})
    void aCutGifPlaysAsFarAsItGoesAndSaysSo(double share) throws Exception {
        Path whole = Files.copy(clip("gif.gif"), folder.resolve("whole.gif"));
        int played = 0;
        try (VideoSource source = new VideoSource(cut(clip("gif.gif"), share), new FramePool());
                VideoSource first = new VideoSource(whole, new FramePool())) {
            Problem end = null;
            while (end == null) {
                try (Frame frame = source.next();
                        Frame same = first.next()) {
                    assertThat(frame.pixels()).as("frame %d", played).isEqualTo(same.pixels());
                    played++;
                } catch (Problem e) {
                    end = e;
                }
            }
            assertThat(end.key()).isEqualTo("video.truncated");
            assertThat(played).isBetween(25, 45);
        }
    }

    @Test
    void aVideoFilmedOnItsSideIsTurnedUpright() throws Exception {
        Path file = clip("h264.mp4");
        byte[] bytes = Files.readAllBytes(file);
        int header = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tkhd");
        // 90 degrees clockwise, as phones write it: x' = height - y, y' = x.
        int[] matrix = {0, 1 << 16, 0, -(1 << 16), 0, 0, 240 << 16, 0, 1 << 30};
        ByteBuffer box = ByteBuffer.wrap(bytes).position(header + 4 + 40);
        for (int value : matrix) box.putInt(value);
        Files.write(file, bytes);
        try (VideoSource source = new VideoSource(file, new FramePool())) {
            source.seek(1);
            try (Frame frame = source.next()) {
                assertThat(frame.width()).isEqualTo(240);
                assertThat(frame.height()).isEqualTo(320);
                // The light column of frame 1 was on the left; rotated clockwise it is at the top.
                assertThat(frame.pixels().get(4 * (5 * 240 + 120)) & 0xff).isGreaterThan(150);
                assertThat(frame.pixels().get(4 * (300 * 240 + 120)) & 0xff).isLessThan(100);
            }
        }
    }

    @Test
    void everyFrameIsOpaqueAndLivesInThePool() throws Exception {
        FramePool pool = new FramePool();
        try (VideoSource source = new VideoSource(clip("h264.mp4"), pool)) {
            ByteBuffer first;
            try (Frame frame = source.next()) {
                first = frame.pixels();
                for (int at = 3; at < first.capacity(); at += 4)
                    assertThat(first.get(at)).isEqualTo((byte) 255);
            }
            try (Frame frame = source.next()) {
                assertThat(frame.pixels()).isSameAs(first);
            }
        }
    }

    @Test
    void aClipFromTheWorldPlays() throws Exception {
        Path people = Path.of("../shared/images/people.mp4");
        assumeTrue(Files.exists(people), "needs ../shared/images/people.mp4");
        try (VideoSource source = new VideoSource(people, new FramePool())) {
            assertThat(source.info()).isEqualTo(new SourceInfo("people.mp4", 5, 5, false));
            int frames = 0;
            for (Frame frame = source.next(); frame != null; frame = source.next()) {
                assertThat(frame.width()).isEqualTo(960);
                assertThat(frame.height()).isEqualTo(540);
                assertThat(frame.origin().positionNanos()).isEqualTo(frames * 200_000_000L);
                frames++;
                frame.close();
            }
            assertThat(frames).isEqualTo(5);
        }
    }

    @Test
    void aVideoWithoutItsBeginningOrPicturesIsRefused() throws Exception {
        Path table = folder.resolve("late.mp4");
        byte[] bytes = Files.readAllBytes(clip("h264.mp4"));
        Files.write(table, Arrays.copyOf(bytes, 200));
        assertProblem("video.truncated", table);
        byte[] whole = Files.readAllBytes(clip("gif.gif"));
        for (int length : new int[] {10, 500, whole.length - 2}) {
            Path part = Files.write(folder.resolve(length + ".gif"), Arrays.copyOf(whole, length));
            assertThat(PromisedLength.exceeds(part)).as("%d bytes", length).isTrue();
            if (length <= 10) assertProblem("video.truncated", part);
        }
        Path open = folder.resolve("open.gif");
        Files.write(open, Arrays.copyOf(whole, whole.length - 1));
        assertThat(PromisedLength.exceeds(open)).as("lacks no more than the trailer").isFalse();
        assertThat(PromisedLength.exceeds(folder.resolve("gif.gif"))).isFalse();
        Path text = Files.writeString(folder.resolve("text.mp4"), "this is no video\n".repeat(100));
        assertProblem("video.broken", text);
        byte[] damaged = bytes.clone();
        new Random(3).nextBytes(damaged);
        System.arraycopy(bytes, 0, damaged, 0, 32);
        assertProblem(
                "video.broken",
                Files.write(folder.resolve("noise.mkv"), Arrays.copyOfRange(damaged, 32, 4000)));
        assertProblem("video.empty", Sound.write(folder.resolve("sound.mp4")));
    }

    private static void assertProblem(String key, Path file) {
        Refused.with(key, file, () -> new VideoSource(file, new FramePool()));
    }

    private Path clip(String name) throws Exception {
        Clip clip =
                switch (name.substring(0, name.indexOf('.'))) {
                    case "h264" -> Clip.h264(FRAMES);
                    case "reordered" -> Clip.reordered(FRAMES);
                    case "mpeg1" -> Clip.mpeg1(FRAMES);
                    case "mjpeg" -> Clip.mjpeg(FRAMES);
                    case "gif" -> Clip.gif(FRAMES);
                    default -> Clip.h264(FRAMES).timed(VideoSourceTest::uneven);
                };
        return clip.write(folder.resolve(name));
    }

    /// Like a phone: about 25 fps, irregular; microseconds.
    private static long uneven(int k) {
        return k * 40_000L + k * k % 4 * 10_000L;
    }

    private static Path cut(Path file, double share) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        return Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * share)));
    }

    private static Seen seen(Frame frame) {
        CRC32 sum = new CRC32();
        sum.update(frame.pixels().duplicate());
        frame.close();
        return new Seen(frame.origin().index(), frame.origin().positionNanos(), sum.getValue());
    }
}
