package org.hrscope.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.Ffmpeg;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.pixels.OpenCv;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/// What is recorded is what can be played.
class FilmTest {
    private static final long MILLI = 1_000_000;
    private static final int GUARD = 4096;
    private static final byte GUARDED = 0x5a;

    @TempDir Path folder;

    @BeforeEach
    void load() throws Problem {
        Ffmpeg.need();
        OpenCv.load();
    }

    /// A grey ramp from left to right, the last column much lighter: what is lost at the right edge is seen.
    private static int grey(int x, int width, int shade) {
        return x == width - 1 ? 185 : 40 + shade + 80 * x / width;
    }

    private record Guarded(ByteBuffer memory, Mat picture) {
        static Guarded of(int width, int height, int shade) {
            int size = 4 * width * height;
            ByteBuffer memory = ByteBuffer.allocateDirect(size + 2 * GUARD);
            for (int i = 0; i < memory.capacity(); i++) memory.put(i, GUARDED);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    for (int c = 0; c < 4; c++) {
                        int at = GUARD + 4 * (y * width + x) + c;
                        memory.put(at, (byte) (c == 3 ? 255 : grey(x, width, shade)));
                    }
                }
            }
            ByteBuffer inside = memory.slice(GUARD, size);
            return new Guarded(memory, new Mat(height, width, CvType.CV_8UC4, inside));
        }

        boolean intact() {
            for (int i = 0; i < GUARD; i++) {
                if (memory.get(i) != GUARDED) return false;
                if (memory.get(memory.capacity() - 1 - i) != GUARDED) return false;
            }
            return true;
        }
    }

    private static byte[] film(Medium medium, int width, int height, long... millis)
            throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        Film.Start start = new Film.Start(width, height, millis[0] * MILLI, null);
        try (Film film = new Film(to, medium, start)) {
            for (int i = 0; i < millis.length; i++) {
                Guarded each = Guarded.of(width, height, 10 * (i % 8));
                film.add(each.picture, millis[i] * MILLI);
                each.picture.release();
                assertThat(each.intact()).isTrue();
            }
            film.end();
        }
        return to.toByteArray();
    }

    private FrameSource open(byte[] bytes) throws IOException, Problem {
        Path file = Files.write(folder.resolve("film.mp4"), bytes);
        return new SourceOpener(new Cameras(), pool -> new DemoSource())
                .open(new SourceSpec.Video(file), new FramePool());
    }

    private List<Long> times(byte[] bytes) throws IOException, Problem {
        List<Long> times = new ArrayList<>();
        try (FrameSource source = open(bytes)) {
            for (Frame frame = source.next(); frame != null; frame = source.next()) {
                times.add(frame.origin().positionNanos() / MILLI);
                frame.close();
            }
        }
        return times;
    }

    /// Odd sizes are filled up, the right edge is where it was, and nothing is written beside the image.
    @Test
    void everyWidthKeepsItsPixels() throws Exception {
        for (int width = 1; width <= 66; width++) {
            int height = 16 + width * 7 % 19;
            byte[] bytes = film(Medium.MP4, width, height, 0, 40);
            try (FrameSource source = open(bytes);
                    Frame frame = source.next()) {
                assertThat(frame).isNotNull();
                assertThat(frame.width()).isEqualTo(Math.max(16, width + (width & 1)));
                assertThat(frame.height()).isEqualTo(Math.max(16, height + (height & 1)));
                for (int y : new int[] {0, height / 2, height - 1}) {
                    for (int x = 0; x < width; x++) {
                        int at = 4 * (y * frame.width() + x);
                        assertThat(frame.pixels().get(at + 1) & 0xff)
                                .as("%d x %d at %d, %d", width, height, x, y)
                                .isCloseTo(grey(x, width, 0), within(24));
                    }
                }
            }
        }
    }

    /// H.264 knows no larger ones, whatever their shape.
    @Test
    void largeImagesFitTheEncoder() throws Exception {
        for (int[] size : new int[][] {{4000, 3000}, {3000, 4000}, {4001, 4001}, {8000, 31}}) {
            assertThat(times(film(Medium.MP4, size[0], size[1], 0, 40)))
                    .as("%d x %d", size[0], size[1])
                    .hasSize(2);
        }
    }

    /// Not only an IOException, and never through the C code in between.
    @Test
    void whateverTheStreamThrowsIsTold() {
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        throw new IllegalStateException("no more");
                    }
                };
        Film.Start start = new Film.Start(64, 48, 0, null);
        assertThatThrownBy(
                        () -> {
                            try (Film film = new Film(full, Medium.GIF, start)) {
                                film.add(Guarded.of(64, 48, 0).picture, 0);
                                film.end();
                            }
                        })
                .isInstanceOf(IOException.class)
                .hasMessage("no more");
    }

    @Test
    void unevenTimesStayAsTheyWere() throws Exception {
        long[] uneven = {500, 533, 600, 733, 734, 900, 2411, 2444};
        assertThat(times(film(Medium.MP4, 64, 48, uneven)))
                .containsExactly(0L, 33L, 100L, 233L, 234L, 400L, 1911L, 1944L);
    }

    /// Two frames of one time are still two frames.
    @Test
    void noFrameIsLostToARepeatedTime() throws Exception {
        assertThat(times(film(Medium.MP4, 64, 48, 0, 40, 40, 80))).hasSize(4);
    }

    /// Whatever a kill leaves can be played up to its last half second.
    @Test
    void theBeginningOfARecordingPlays() throws Exception {
        long[] even = new long[100];
        Arrays.setAll(even, i -> 40L * i);
        List<byte[]> pieces = new ArrayList<>();
        List<Integer> before = new ArrayList<>();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Film.Start start = new Film.Start(64, 48, 0, null);
        try (Film film = new Film(all, Medium.MP4, start)) {
            for (int i = 0; i < even.length; i++) {
                Guarded each = Guarded.of(64, 48, 10 * (i % 8));
                film.add(each.picture, even[i] * MILLI);
                each.picture.release();
                pieces.add(all.toByteArray());
                before.add(i + 1);
            }
        }
        for (int kill : new int[] {30, 47, 71, 99}) {
            assertThat(times(pieces.get(kill)).size())
                    .as("killed after %d frames", before.get(kill))
                    .isGreaterThanOrEqualTo(before.get(kill) - 14);
        }
    }

    @Test
    void anotherSizeMidwayIsFittedIn() throws Exception {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (Film film = new Film(to, Medium.MP4, new Film.Start(64, 48, 0, null))) {
            int[][] sizes = {{64, 48}, {31, 97}, {640, 17}};
            for (int i = 0; i < sizes.length; i++) {
                Guarded each = Guarded.of(sizes[i][0], sizes[i][1], 0);
                film.add(each.picture, 40 * i * MILLI);
                each.picture.release();
            }
            film.end();
        }
        assertThat(times(to.toByteArray())).hasSize(3);
    }

    @Test
    void animatedImagesAreWhatTheirNamesSay() throws Exception {
        assertThat(new String(film(Medium.WEBP, 65, 33, 0, 80, 160), 0, 4, "ISO-8859-1"))
                .isEqualTo("RIFF");
        byte[] gif = film(Medium.GIF, 65, 33, 0, 80, 160);
        assertThat(new String(gif, 0, 6, "ISO-8859-1")).isEqualTo("GIF89a");
        assertThat(times(gif)).containsExactly(0L, 80L, 160L);
        byte[] slow = film(Medium.GIF, 65, 33, 0, 370, 740);
        // The delay of its last image, in hundredths, follows the last graphic control extension's
        // flags.
        int last = new String(slow, "ISO-8859-1").lastIndexOf("!\u00f9\u0004");
        assertThat(slow[last + 4] & 255).isEqualTo(37);
    }

    /// Sound of ours, timed twice the same in the one, at too low a rate for MP4 in the other.
    @ParameterizedTest
    @CsvSource({"sound-runs-back.mkv,false", "sound-too-slow-for-mp4.mkv,false"})
    void soundThatDoesNotFitDoesNotEndTheRecording(String name, boolean mute) throws Exception {
        Path source = Path.of("src/test/resources", name).toAbsolutePath();
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (Film film = new Film(to, Medium.MP4, new Film.Start(64, 48, 0, source))) {
            assertThat(film.mute()).isEqualTo(mute);
            for (int i = 0; i < 5; i++) {
                Guarded each = Guarded.of(64, 48, 0);
                film.add(each.picture, 200 * i * MILLI);
                each.picture.release();
            }
            film.end();
        }
        assertThat(times(to.toByteArray())).hasSize(5);
    }

    /// The stream's own words reach whoever asks why.
    @Test
    void aFullDiskSaysSo() {
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
        assertThatThrownBy(
                        () -> {
                            try (Film film =
                                    new Film(full, Medium.MP4, new Film.Start(64, 48, 0, null))) {
                                for (int i = 0; i < 40; i++) {
                                    Guarded each = Guarded.of(64, 48, 0);
                                    film.add(each.picture, 40 * i * MILLI);
                                }
                                film.end();
                            }
                        })
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }
}
