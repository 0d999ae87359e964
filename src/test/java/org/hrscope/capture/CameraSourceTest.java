package org.hrscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.hrscope.domain.Problem;
import org.hrscope.pixels.OpenCv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

class CameraSourceTest {
    private static final Path CAMERA = Path.of("../shared/tools/fake-camera.c");
    private static final Path PICTURE = Path.of("../shared/images/000000197388.jpg");

    @TempDir private Path folder;

    @Test
    void aCameraIsPlayedLostAndFoundAgain() throws Exception {
        assumeTrue(
                System.getProperty("os.name").startsWith("Linux"),
                "the software camera is for Linux");
        assumeTrue(Files.exists(CAMERA) && Files.exists(PICTURE), "needs ../shared");
        assumeTrue(onPath("gcc"), "needs gcc");
        assumeFalse(Files.exists(Path.of("/dev/video0")), "a real camera is here");
        Path library = folder.resolve("libfakecamera.so");
        run(
                new ProcessBuilder(
                        "gcc",
                        "-shared",
                        "-fPIC",
                        "-O2",
                        "-o",
                        library.toString(),
                        CAMERA.toString(),
                        "-ldl"));
        CRC32 sum = new CRC32();
        Path clip = clip(sum);

        ProcessBuilder session =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CameraSession.class.getName());
        // As set by ./hrscope.
        session.environment().put("OPENCV_LOG_LEVEL", "SILENT");
        session.environment().put("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "2");
        session.environment().put("LD_PRELOAD", library.toString());
        session.environment().put("FAKE_CAMERA_YUYV", clip.toString());
        session.environment().put("FAKE_CAMERA_UNPLUG_AFTER", "90");
        session.environment().put("FAKE_CAMERA_REPLUG_MS", "400");
        List<String> lines = run(session);

        // OpenCV drops the first frame of a V4L2 camera.
        assertThat(lines)
                .containsSubsequence(
                        "cameras [CameraInfo[index=0, name=Camera 0]]",
                        "info SourceInfo[name=Camera 0, frames=0, framesPerSecond=30.0, live=true]",
                        "pixels 640x480 %08x".formatted(sum.getValue()),
                        "while playing [CameraInfo[index=0, name=Camera 0]]",
                        "lost after 89 frames: camera.lost: Camera 0 was disconnected. Plug it back in: HRScope resumes as"
                                + " soon as it is there.",
                        "meanwhile camera.none",
                        "other [Camera 0 does not support 800 × 600 at 30 frames/s. It is using 640 × 480 at"
                                + " 30 frames/s, the closest it has.]",
                        "other []");
        assertThat(lines.getLast()).startsWith("back after tries ").endsWith(" with frame 0");
        int noticed =
                lines.stream()
                        .filter(l -> l.startsWith("noticed"))
                        .map(l -> Integer.parseInt(l.substring(17)))
                        .findFirst()
                        .orElseThrow();
        assertThat(noticed).as("not OpenCV's ten seconds of waiting").isLessThan(5000);
        // Neither OpenCV nor the JVM may add anything: stderr is among the lines.
        assertThat(lines).hasSize(10);
    }

    @Test
    void whereNoCameraIsOneIsToldSo() {
        assertThatThrownBy(() -> new Cameras().open(77, CameraMode.USUAL, new FramePool()))
                .asInstanceOf(type(Problem.class))
                .satisfies(p -> assertThat(p.key()).isEqualTo("camera.none"))
                .satisfies(p -> assertThat(p.getMessage()).contains("Camera 77"));
    }

    /// One frame as raw YUYV from the camera.
    ///
    /// @param sum receives the checksum of the expected BGRA
    private Path clip(CRC32 sum) throws IOException {
        OpenCv.load();
        Mat picture = new Mat();
        Imgproc.resize(Imgcodecs.imread(PICTURE.toString()), picture, new Size(640, 480));
        Mat yuyv = new Mat();
        Imgproc.cvtColor(picture, yuyv, Imgproc.COLOR_BGR2YUV_YUY2);
        byte[] bytes = new byte[640 * 480 * 2];
        yuyv.get(0, 0, bytes);
        Mat shown = new Mat(480, 640, CvType.CV_8UC4);
        Imgproc.cvtColor(yuyv, shown, Imgproc.COLOR_YUV2BGRA_YUY2);
        byte[] bgra = new byte[640 * 480 * 4];
        shown.get(0, 0, bgra);
        sum.update(bgra);
        return Files.write(folder.resolve("frames.yuyv"), bytes);
    }

    private static List<String> run(ProcessBuilder command) throws Exception {
        Process process = command.redirectErrorStream(true).start();
        try {
            List<String> lines = process.inputReader().lines().toList();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("%s", lines).isZero();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
