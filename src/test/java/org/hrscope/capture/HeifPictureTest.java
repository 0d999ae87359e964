package org.hrscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.pixels.OpenCv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class HeifPictureTest {
    /// The grey of each tile; neighbours differ clearly, so that swapped tiles are noticed.
    private static final int[] GREYS = {20, 80, 140, 200, 230, 50};

    @TempDir private Path folder;

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    private Path picture(Heif heif) throws Exception {
        List<Mat> tiles = new ArrayList<>();
        for (int i = 0; i < heif.columns() * heif.rows(); i++) {
            int grey = GREYS[i];
            tiles.add(new Mat(64, 80, CvType.CV_8UC3, new Scalar(grey, grey, grey)));
        }
        return heif.write(folder.resolve("picture.heic"), tiles);
    }

    @Test
    void tilesAreLaidSideBySideAndCutToSize() throws Exception {
        try (Frame frame = read(picture(new Heif(3, 2, 203, 101, 0, -1)))) {
            assertThat(frame.width()).isEqualTo(203);
            assertThat(frame.height()).isEqualTo(101);
            for (int y = 0; y < 101; y++) {
                for (int x = 0; x < 203; x++) {
                    int grey = GREYS[y / 64 * 3 + x / 80];
                    int at = 4 * (y * 203 + x);
                    assertThat(frame.pixels().get(at) & 0xff).isBetween(grey - 3, grey + 3);
                    assertThat(frame.pixels().get(at + 3)).isEqualTo((byte) 255);
                }
            }
        }
    }

    /// Corners are identified by their greys: top left and right, bottom left and right.
    @ParameterizedTest
    @CsvSource({
        "0, -1, 20, 80, 140, 200",
        "1, -1, 80, 200, 20, 140",
        "2, -1, 200, 140, 80, 20",
        "3, -1, 140, 20, 200, 80",
        "0, 1, 80, 20, 200, 140",
        "0, 0, 140, 200, 20, 80"
    })
    void aPictureIsTurnedAndMirrored(
            int quarters, int mirror, int above, int aboveRight, int below, int belowRight)
            throws Exception {
        try (Frame frame = read(picture(new Heif(2, 2, 150, 120, quarters, mirror)))) {
            assertThat(frame.width()).isEqualTo(quarters % 2 == 0 ? 150 : 120);
            assertThat(frame.height()).isEqualTo(quarters % 2 == 0 ? 120 : 150);
            int right = frame.width() - 5;
            int bottom = frame.height() - 5;
            int[] found = {
                grey(frame, 4, 4),
                grey(frame, right, 4),
                grey(frame, 4, bottom),
                grey(frame, right, bottom)
            };
            int[] wanted = {above, aboveRight, below, belowRight};
            for (int i = 0; i < 4; i++)
                assertThat(found[i]).isBetween(wanted[i] - 3, wanted[i] + 3);
        }
    }

    @Test
    void whatIsDamagedIsRefused() throws Exception {
        Path whole = picture(new Heif(2, 2, 150, 120, 1, -1));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.heic");
        for (int length : new int[] {60, 300, bytes.length * 2 / 3}) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertProblem("picture.broken", cut);
        }
        assertProblem("picture.broken", picture(new Heif(2, 2, 65_000, 65_000, 0, -1)));
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = bytes.clone();
            for (int k = 0; k < 3; k++)
                damaged[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            Files.write(cut, damaged);
            try (FrameSource source = new PictureSource(cut, new FramePool())) {
                assertThat(source.next()).isNotNull();
            } catch (Problem told) {
                assertThat(told.getMessage()).contains(cut.toString());
            }
        }
    }

    @Test
    void whereThereIsNoMemoryForItThatIsTold() throws Exception {
        Path file = picture(new Heif(2, 2, 150, 120, 0, -1));
        FramePool none =
                new FramePool(bytes -> {
                    throw new OutOfMemoryError("direct buffer memory");
                });
        assertThatThrownBy(() -> new PictureSource(file, none).close())
                .asInstanceOf(type(Problem.class))
                .satisfies(p -> assertThat(p.key()).isEqualTo("picture.memory"));
    }

    private static int grey(Frame frame, int x, int y) {
        return frame.pixels().get(4 * (y * frame.width() + x)) & 0xff;
    }

    private static Frame read(Path file) throws Problem {
        assertThat(SourceSpec.parse(file.toString())).isEqualTo(new SourceSpec.Picture(file));
        try (FrameSource source = new PictureSource(file, new FramePool())) {
            return source.next();
        }
    }

    private static void assertProblem(String key, Path file) {
        Refused.with(key, file, () -> new PictureSource(file, new FramePool()));
    }
}
