package org.hrscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.pixels.OpenCv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

class PictureSourceTest {
    @TempDir private Path folder;

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tiff", "ppm", "webp", "jpg"})
    void everyKindOfPictureIsRead(String kind) throws Exception {
        Path file =
                write("图片 1." + kind, new Mat(30, 40, CvType.CV_8UC3, new Scalar(200, 100, 50)));
        try (PictureSource source = new PictureSource(file, new FramePool());
                Frame frame = source.next()) {
            assertThat(source.info()).isEqualTo(new SourceInfo("图片 1." + kind, 1, 0, false));
            assertThat(frame.origin()).isEqualTo(new Frame.Origin("图片 1." + kind, 0, 0));
            assertThat(frame.width()).isEqualTo(40);
            assertThat(frame.height()).isEqualTo(30);
            int[] pixel = pixel(frame, 20, 15);
            assertThat(pixel[0]).isBetween(197, 203);
            assertThat(pixel[1]).isBetween(97, 103);
            assertThat(pixel[2]).isBetween(47, 53);
            assertThat(pixel[3]).isEqualTo(255);
            assertThat(source.next()).isNull();
        }
    }

    @Test
    void greyAndSixteenBitsBecomeEightBitColour() throws Exception {
        assertThat(onlyPixel(write("grey.png", new Mat(2, 2, CvType.CV_8UC1, new Scalar(77)))))
                .containsExactly(77, 77, 77, 255);
        Mat deep = new Mat(2, 2, CvType.CV_16UC3, new Scalar(0x8000, 0x4000, 0xffff));
        assertThat(onlyPixel(write("deep.png", deep))).containsExactly(0x80, 0x40, 0xff, 255);
    }

    @Test
    void whatIsTransparentLiesOnBlack() throws Exception {
        assertThat(
                        onlyPixel(
                                write(
                                        "half.png",
                                        new Mat(
                                                2,
                                                2,
                                                CvType.CV_8UC4,
                                                new Scalar(200, 100, 50, 128)))))
                .containsExactly(100, 50, 25, 255);
        assertThat(
                        onlyPixel(
                                write(
                                        "none.png",
                                        new Mat(
                                                2,
                                                2,
                                                CvType.CV_8UC4,
                                                new Scalar(200, 100, 50, 0)))))
                .containsExactly(0, 0, 0, 255);
        Mat deep = new Mat(2, 2, CvType.CV_16UC4, new Scalar(51_400, 25_700, 12_850, 65_535));
        assertThat(onlyPixel(write("deep.png", deep))).containsExactly(200, 100, 50, 255);
        assertThat(
                        onlyPixel(
                                write(
                                        "half.webp",
                                        new Mat(
                                                2,
                                                2,
                                                CvType.CV_8UC4,
                                                new Scalar(200, 100, 50, 0)))))
                .containsExactly(0, 0, 0, 255);
    }

    /// Where the light corner of the stored image ends up once upright (EXIF 2.3, tag 0x0112).
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0", "2, 1, 0", "3, 1, 1", "4, 0, 1", "5, 0, 0", "6, 1, 0", "7, 1, 1", "8, 0, 1"
    })
    void theMarkOfTheCameraTurnsThePicture(int orientation, int right, int bottom)
            throws Exception {
        Mat picture = new Mat(64, 96, CvType.CV_8UC3, new Scalar(20, 20, 20));
        picture.submat(0, 32, 0, 48).setTo(new Scalar(230, 230, 230));
        Path file = write("turned.jpg", picture);
        byte[] plain = Files.readAllBytes(file);
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.write(plain, 0, 2);
        ByteBuffer exif = ByteBuffer.allocate(36).putShort((short) 0xffe1).putShort((short) 34);
        exif.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation);
        marked.write(exif.array());
        marked.write(plain, 2, plain.length - 2);
        Files.write(file, marked.toByteArray());
        try (PictureSource source = new PictureSource(file, new FramePool());
                Frame frame = source.next()) {
            assertThat(frame.width()).isEqualTo(orientation < 5 ? 96 : 64);
            for (int x = 0; x < 2; x++) {
                for (int y = 0; y < 2; y++) {
                    int light =
                            pixel(
                                    frame,
                                    frame.width() * (2 * x + 1) / 4,
                                    frame.height() * (2 * y + 1) / 4)[0];
                    assertThat(light > 128).as("%d %d", x, y).isEqualTo(x == right && y == bottom);
                }
            }
        }
    }

    @Test
    void anAbsurdSizeIsRefusedBeforeItIsDecoded() throws Exception {
        Path file = write("huge.png", new Mat(2, 2, CvType.CV_8UC3, new Scalar(1, 2, 3)));
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putInt(16, 60_000).putInt(20, 60_000);
        assertProblem("picture.huge", Files.write(file, bytes));
        Path jpeg = write("huge.jpg", new Mat(2, 2, CvType.CV_8UC3, new Scalar(1, 2, 3)));
        bytes = Files.readAllBytes(jpeg);
        int at = 0;
        while ((bytes[at] & 0xff) != 0xff || (bytes[at + 1] & 0xff) != 0xc0) at++;
        ByteBuffer.wrap(bytes).putShort(at + 5, (short) 60_000).putShort(at + 7, (short) 60_000);
        assertProblem("picture.huge", Files.write(jpeg, bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tiff", "webp", "jpg"})
    void aCutPictureIsRefused(String kind) throws Exception {
        Mat noise = new Mat(200, 300, CvType.CV_8UC3);
        org.opencv.core.Core.randu(noise, 0, 255);
        Path file = write("cut." + kind, noise);
        byte[] bytes = Files.readAllBytes(file);
        for (double share : new double[] {0.5, 0.01}) {
            assertProblem(
                    "picture.broken",
                    Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * share))));
        }
    }

    @Test
    void filesThatHoldNoPictureAreRefused() throws Exception {
        assertProblem("file.missing", folder.resolve("none.png"));
        assertProblem("file.empty", Files.createFile(folder.resolve("empty.png")));
        assertProblem(
                "picture.broken",
                Files.writeString(folder.resolve("text.jpg"), "not a picture\n".repeat(50)));
    }

    /// Sparse files: the second only claims its length.
    @Test
    void whatIsNoPictureOfReasonableSizeIsNotRead() throws Exception {
        Path large = folder.resolve("large.jpg");
        try (FileChannel out =
                FileChannel.open(
                        large,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.SPARSE,
                        StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(new byte[] {1}), 5_000_000_000L);
        }
        assertProblem("picture.large", large);
        Files.delete(large);
        assertProblem("file.isFolder", Files.createDirectory(folder.resolve("folder.jpg")));
        assertThat(SourceSpec.parse(folder.resolve("folder.jpg").toString()))
                .isEqualTo(new SourceSpec.Folder(folder.resolve("folder.jpg")));
    }

    /// Opening a pipe would block until someone writes to it; the device never ends.
    @Test
    void pipesAndDevicesAreRefusedBeforeTheyAreOpened() throws Exception {
        Path zero = Path.of("/dev/zero");
        assumeTrue(Files.exists(zero), "only where there are such");
        Path pipe = folder.resolve("pipe.jpg");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        Path link = Files.createSymbolicLink(folder.resolve("zero.png"), zero);
        for (Path each : new Path[] {zero, pipe, link}) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> {
                        assertProblem("file.special", each);
                        assertThatThrownBy(() -> SourceSpec.parse(each.toString()))
                                .asInstanceOf(type(Problem.class))
                                .satisfies(p -> assertThat(p.key()).isEqualTo("file.special"));
                    });
        }
    }

    private static void assertProblem(String key, Path file) {
        Refused.with(key, file, () -> new PictureSource(file, new FramePool()));
    }

    private Path write(String name, Mat picture) throws Exception {
        MatOfByte bytes = new MatOfByte();
        assertThat(Imgcodecs.imencode(name.substring(name.lastIndexOf('.')), picture, bytes))
                .isTrue();
        return Files.write(folder.resolve(name), bytes.toArray());
    }

    private static int[] onlyPixel(Path file) throws Exception {
        try (PictureSource source = new PictureSource(file, new FramePool());
                Frame frame = source.next()) {
            return pixel(frame, 1, 1);
        }
    }

    private static int[] pixel(Frame frame, int x, int y) {
        int[] bgra = new int[4];
        for (int c = 0; c < 4; c++)
            bgra[c] = frame.pixels().get(4 * (y * frame.width() + x) + c) & 0xff;
        return bgra;
    }
}
