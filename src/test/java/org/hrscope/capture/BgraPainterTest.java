package org.hrscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BgraPainterTest {
    private static final int GUARD = 256;
    private static final byte MARK = (byte) 0xa5;

    /// a, b, c, d of x' = ax + cy, y' = bx + dy, for all eight orientations.
    private static final int[][] MATRICES = {
        {1, 0, 0, 1},
        {-1, 0, 0, 1},
        {1, 0, 0, -1},
        {-1, 0, 0, -1},
        {0, 1, 1, 0},
        {0, 1, -1, 0},
        {0, -1, 1, 0},
        {0, -1, -1, 0}
    };

    private final List<ByteBuffer> lent = new ArrayList<>();
    private final FramePool guarded = new FramePool(this::guarded);
    private final BgraPainter painter = new BgraPainter("clip", guarded);

    @BeforeAll
    static void load() {
        Ffmpeg.load();
    }

    /// The middle of a buffer with guard bytes at both ends.
    private ByteBuffer guarded(int bytes) {
        ByteBuffer whole = ByteBuffer.allocateDirect(bytes + 2 * GUARD);
        while (whole.hasRemaining()) whole.put(MARK);
        lent.add(whole);
        return whole.slice(GUARD, bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yuv420p",
                "yuvj420p",
                "yuv422p",
                "nv12",
                "yuv444p",
                "yuv420p10le",
                "gray",
                "rgb24",
                "bgr0",
                "yuv411p",
                "yuv410p",
                "yuv440p"
            })
    void everyPixelIsPaintedAndNotOneByteMore(String name) throws Problem {
        int format = avutil.av_get_pix_fmt(name);
        for (int width = 1; width <= 130; width++) {
            for (int height : new int[] {width % 7 + 1, 8}) {
                int[] matrix = MATRICES[(width + height) % MATRICES.length];
                check(width, height, format, MATRICES[0]);
                check(width, height, format, matrix);
            }
        }
        painter.close();
    }

    @Test
    void allEightMatricesAreFollowed() throws Problem {
        for (int[] matrix : MATRICES) check(37, 11, avutil.AV_PIX_FMT_YUV420P, matrix);
    }

    @Test
    void aPictureThatIsAskewStaysAsItIs() throws Problem {
        int format = avutil.AV_PIX_FMT_RGB24;
        try (RawPicture picture = new RawPicture(20, 10, format).shownBy(1, 1, -1, 1);
                Frame frame = frame(picture)) {
            assertPixels(picture, MATRICES[0], frame);
        }
    }

    private void check(int width, int height, int format, int[] matrix) throws Problem {
        lent.clear();
        try (RawPicture picture = new RawPicture(width, height, format)) {
            picture.shownBy(matrix[0], matrix[1], matrix[2], matrix[3]);
            assertPixels(picture, matrix, frame(picture));
        }
        for (ByteBuffer whole : lent) {
            for (int i = 0; i < GUARD; i++) {
                assertThat(whole.get(i)).isEqualTo(MARK);
                assertThat(whole.get(whole.capacity() - 1 - i)).isEqualTo(MARK);
            }
        }
    }

    private Frame frame(RawPicture picture) throws Problem {
        AVRational square = new AVRational().num(1).den(1);
        return painter.frame(picture.frame(), square, new Frame.Origin("clip", 0, 0));
    }

    private static void assertPixels(RawPicture picture, int[] matrix, Frame frame) {
        int width = picture.frame().width();
        int height = picture.frame().height();
        boolean lying = matrix[0] == 0;
        assertThat(frame.width()).isEqualTo(lying ? height : width);
        assertThat(frame.height()).isEqualTo(lying ? width : height);
        int left = matrix[0] + matrix[2] < 0 ? frame.width() - 1 : 0;
        int top = matrix[1] + matrix[3] < 0 ? frame.height() - 1 : 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double[] wanted = picture.colour(x, y);
                int toX = left + matrix[0] * x + matrix[2] * y;
                int toY = top + matrix[1] * x + matrix[3] * y;
                int at = 4 * (toY * frame.width() + toX);
                for (int c = 0; c < 3; c++) {
                    int found = frame.pixels().get(at + c) & 0xff;
                    if (Math.abs(found - wanted[c]) > 4)
                        assertThat(found)
                                .as("%dx%d at %d,%d colour %d", width, height, x, y, c)
                                .isEqualTo((int) Math.round(wanted[c]));
                }
                if (frame.pixels().get(at + 3) != (byte) 255)
                    assertThat(frame.pixels().get(at + 3)).as("opaque").isEqualTo((byte) 255);
            }
        }
    }

    @Test
    void whatIsTransparentLiesOnBlack() throws Problem {
        try (RawPicture picture = new RawPicture(21, 3, avutil.AV_PIX_FMT_RGBA)) {
            try (Frame frame = frame(picture)) {
                for (int x = 0; x < 21; x++) {
                    // Colour equals opacity in these images.
                    double light = picture.colour(x, 0)[0];
                    assertThat((double) (frame.pixels().get(4 * x) & 0xff))
                            .isBetween(light * light / 255 - 2, light * light / 255 + 2);
                    assertThat(frame.pixels().get(4 * x + 3)).isEqualTo((byte) 255);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 72",
        "16, 15, 77",
        "8, 9, 64",
        "2, 1, 144",
        "0, 1, 72",
        "1, 0, 72",
        "-1, 1, 72",
        "100, 1, 72",
        "1, 100, 72"
    })
    void pixelsBecomeSquare(int num, int den, int shown) throws Problem {
        AVRational shape = new AVRational().num(num).den(den);
        for (int[] matrix : new int[][] {MATRICES[0], MATRICES[4]}) {
            try (RawPicture picture = new RawPicture(72, 58, avutil.AV_PIX_FMT_YUV420P)) {
                picture.shownBy(matrix[0], matrix[1], matrix[2], matrix[3]);
                Frame.Origin origin = new Frame.Origin("clip", 0, 0);
                try (Frame frame = painter.frame(picture.frame(), shape, origin)) {
                    boolean lying = matrix[0] == 0;
                    assertThat(lying ? frame.height() : frame.width()).isEqualTo(shown);
                    assertThat(lying ? frame.width() : frame.height()).isEqualTo(58);
                }
            }
        }
    }

    /// The buffer is reused at another size; views of the old size must not be.
    @Test
    void picturesMayChangeTheirSizeMidway() throws Problem {
        for (int turn = 0; turn < 3; turn++) {
            check(64, 48, avutil.AV_PIX_FMT_YUV420P, MATRICES[0]);
            check(48, 64, avutil.AV_PIX_FMT_YUV420P, MATRICES[0]);
            check(64, 48, avutil.AV_PIX_FMT_YUV420P, MATRICES[5]);
            check(9, 7, avutil.AV_PIX_FMT_GRAY8, MATRICES[0]);
        }
    }

    @Test
    void aPictureThatIsNoneIsRefused() throws Problem {
        try (RawPicture picture = new RawPicture(16, 16, avutil.AV_PIX_FMT_YUV420P)) {
            picture.frame().format(avutil.AV_PIX_FMT_CUDA);
            assertProblem("video.broken", picture);
            picture.frame().format(avutil.AV_PIX_FMT_YUV420P);
            picture.frame().width(0);
            assertProblem("video.broken", picture);
            // Must be refused before anything is allocated or read.
            picture.frame().width(20_000);
            picture.frame().height(5_001);
            assertProblem("picture.huge", picture);
        }
        try (RawPicture empty = new RawPicture(16, 16, avutil.AV_PIX_FMT_YUV420P)) {
            avutil.av_frame_unref(empty.frame());
            assertProblem("video.broken", empty);
        }
    }

    private void assertProblem(String key, RawPicture picture) {
        assertThatThrownBy(() -> frame(picture).close())
                .asInstanceOf(type(Problem.class))
                .satisfies(p -> assertThat(p.key()).isEqualTo(key))
                .satisfies(p -> assertThat(p.getMessage()).contains("clip"));
    }
}
