package org.hrscope.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.hrscope.domain.Problem;
import org.hrscope.natives.Machine;
import org.hrscope.pixels.OpenCv;
import org.jspecify.annotations.Nullable;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.Videoio;

/// The cameras of this machine. Thread-safe. Without a system list every index must be tried, which can take a
/// second: never call on the FX thread.
public final class Cameras {
    private static final Path LINUX_NAMES = Path.of("/sys/class/video4linux");
    private static final int TRIED = 4;

    private final boolean linux;
    private final IntFunction<@Nullable VideoCapture> devices;

    private final CamerasInUse inUse = new CamerasInUse();

    public Cameras() {
        this(Machine.linux(), Cameras::capture);
    }

    /// @param linux   whether the system lists them
    /// @param devices opens one; null where none is, or where it does not open
    Cameras(boolean linux, IntFunction<@Nullable VideoCapture> devices) {
        this.linux = linux;
        this.devices = devices;
    }

    /// Sorted by index.
    public List<CameraInfo> list() {
        List<CameraInfo> found = linux ? known() : List.of();
        return found.isEmpty() ? tried() : found;
    }

    FrameSource open(int index, CameraMode mode, FramePool pool) throws Problem {
        OpenCv.load();
        try {
            inUse.begin(index);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new Problem(asked, "camera.held", nameOf(index));
        }
        VideoCapture capture = null;
        boolean opened = false;
        try {
            capture = devices.apply(index);
            if (capture == null) {
                throw new Problem(
                        linux && there(index) ? "camera.refused" : "camera.none", nameOf(index));
            }
            FrameSource source =
                    new CameraSource(
                            new CameraSource.Wanted(new CameraInfo(index, nameOf(index)), mode),
                            pool,
                            capture,
                            () -> !linux || there(index),
                            () -> inUse.end(index));
            opened = true;
            return source;
        } finally {
            if (!opened) {
                if (capture != null) capture.release();
                inUse.end(index);
            }
        }
    }

    private static @Nullable VideoCapture capture(int index) {
        // Only backends that number cameras as the system does; the others just log errors.
        int[] backends =
                Machine.linux()
                        ? new int[] {Videoio.CAP_V4L2}
                        : Machine.windows()
                                ? new int[] {Videoio.CAP_DSHOW, Videoio.CAP_MSMF}
                                : new int[] {Videoio.CAP_AVFOUNDATION};
        for (int backend : backends) {
            VideoCapture capture = new VideoCapture();
            if (capture.open(index, backend)) return capture;
            capture.release();
        }
        return null;
    }

    /// Linux: a camera may have extra device nodes for metadata; the first one has the video.
    private List<CameraInfo> known() {
        try (Stream<Path> devices = Files.list(LINUX_NAMES)) {
            return devices.map(d -> d.getFileName().toString())
                    .filter(d -> d.matches("video\\d+") && firstOfItsCamera(d))
                    .map(d -> Integer.parseInt(d.substring(5)))
                    .map(i -> new CameraInfo(i, nameOf(i)))
                    .sorted(Comparator.comparingInt(CameraInfo::index))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean firstOfItsCamera(String device) {
        return line(LINUX_NAMES.resolve(device).resolve("index"), "0").equals("0");
    }

    /// Probes indices until one is neither in use nor opens.
    private List<CameraInfo> tried() {
        OpenCv.load();
        List<CameraInfo> found = new ArrayList<>();
        for (int index = 0; index < TRIED && inUse.orElse(index, this::opens); index++) {
            found.add(new CameraInfo(index, nameOf(index)));
        }
        return found;
    }

    private boolean opens(int index) {
        VideoCapture capture = devices.apply(index);
        if (capture != null) capture.release();
        return capture != null;
    }

    /// A camera as the system names it, anything else as it was written.
    public static String nameOf(SourceSpec spec) {
        return spec instanceof SourceSpec.Camera camera ? nameOf(camera.index()) : spec.text();
    }

    private static String nameOf(int index) {
        String plain = "Camera " + index;
        return Machine.linux()
                ? line(LINUX_NAMES.resolve("video" + index).resolve("name"), plain)
                : plain;
    }

    private static boolean there(int index) {
        return Files.exists(Path.of("/dev/video" + index));
    }

    private static String line(Path file, String otherwise) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return otherwise;
        }
    }
}
