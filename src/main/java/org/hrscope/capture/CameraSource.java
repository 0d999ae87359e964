package org.hrscope.capture;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.pixels.PixelMat;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.VideoWriter;
import org.opencv.videoio.Videoio;

/// An open camera, in the mode asked for or the nearest it has. Threading as in [FrameSource].
final class CameraSource implements FrameSource {
    /// Some drivers drop a frame now and then, especially at the start.
    private static final int TRIES = 5;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /// Less is not fluent.
    private static final int LEAST_RATE = 20;

    private static final int YUYV = VideoWriter.fourcc('Y', 'U', 'Y', 'V');
    private static final int MJPG = VideoWriter.fourcc('M', 'J', 'P', 'G');

    /// @param mode may be more than it can
    record Wanted(CameraInfo camera, CameraMode mode) {}

    private final CameraInfo camera;
    private final FramePool pool;
    private final BooleanSupplier pluggedIn;
    private final Runnable whenClosed;
    private final VideoCapture capture;
    private final Mat grabbed = new Mat();
    private final long start = System.nanoTime();
    private final double framesPerSecond;
    private final BufferViews<PixelMat> views =
            new BufferViews<>(
                    p -> new PixelMat(grabbed.cols(), grabbed.rows(), p), PixelMat::close);

    /// The first frame, grabbed while opening, is still in `grabbed`.
    private boolean waiting;

    private List<Problem> told = List.of();
    private long index;

    /// Size of the previous frame: some drivers change it while streaming.
    private int width;

    /// @param capture    already open; owned by this source, unless this throws
    /// @param pluggedIn  false if the system no longer lists the device, so that retrying is pointless
    /// @param whenClosed called once the camera is free again
    /// @throws Problem if the camera delivers no frames, for example because another program uses it
    CameraSource(
            Wanted wanted,
            FramePool pool,
            VideoCapture capture,
            BooleanSupplier pluggedIn,
            Runnable whenClosed)
            throws Problem {
        camera = wanted.camera;
        this.pool = pool;
        this.pluggedIn = pluggedIn;
        this.whenClosed = whenClosed;
        this.capture = capture;
        prefer(capture, wanted.mode);
        framesPerSecond = Math.max(0, capture.get(Videoio.CAP_PROP_FPS));
        waiting = read();
        if (!waiting) throw new Problem("camera.refused", camera.name());
        told = other(wanted.mode);
    }

    private static void prefer(VideoCapture capture, CameraMode mode) {
        capture.set(Videoio.CAP_PROP_FRAME_WIDTH, mode.width());
        capture.set(Videoio.CAP_PROP_FRAME_HEIGHT, mode.height());
        if (mode.rate() > 0) capture.set(Videoio.CAP_PROP_FPS, mode.rate());
        double rate = capture.get(Videoio.CAP_PROP_FPS);
        int enough = mode.rate() > 0 ? mode.rate() : LEAST_RATE;
        // USB 2 cannot carry uncompressed 720p at 30 fps; MJPEG can.
        if (rate > 0 && rate < enough) {
            capture.set(Videoio.CAP_PROP_FOURCC, MJPG);
            if (mode.rate() > 0) capture.set(Videoio.CAP_PROP_FPS, mode.rate());
        }
        // Straight from YUYV to BGRA: going through BGR takes twice as long.
        if (capture.getBackendName().equals("V4L2")
                && (int) capture.get(Videoio.CAP_PROP_FOURCC) == YUYV) {
            capture.set(Videoio.CAP_PROP_CONVERT_RGB, 0);
        }
    }

    /// What it gives instead of what somebody asked for; the usual is only a preference. No camera keeps its rate to
    /// the last digit.
    private List<Problem> other(CameraMode mode) {
        boolean size = grabbed.cols() == mode.width() && grabbed.rows() == mode.height();
        boolean rate =
                mode.rate() == 0
                        || framesPerSecond == 0
                        || Math.abs(framesPerSecond - mode.rate()) < 1;
        if (mode.equals(CameraMode.USUAL) || size && rate) return List.of();
        String given = text(grabbed.cols(), grabbed.rows());
        String asked = text(mode.width(), mode.height());
        if (mode.rate() == 0 || framesPerSecond == 0)
            return List.of(new Problem("camera.other", camera.name(), asked, given));
        long gives = Math.round(framesPerSecond);
        return List.of(
                new Problem("camera.other.rate", camera.name(), asked, mode.rate(), given, gives));
    }

    private static String text(int width, int height) {
        return width + " × " + height;
    }

    @Override
    public List<Problem> takeSkipped() {
        List<Problem> now = told;
        told = List.of();
        return now;
    }

    @Override
    public SourceInfo info() {
        return new SourceInfo(camera.name(), 0, framesPerSecond, true);
    }

    @Override
    public @Nullable Frame next() throws Problem {
        if (!waiting && !read()) throw new Problem("camera.lost", camera.name());
        waiting = false;
        int code =
                switch (grabbed.channels()) {
                    case 2 -> Imgproc.COLOR_YUV2BGRA_YUY2;
                    case 1 -> Imgproc.COLOR_GRAY2BGRA;
                    default -> Imgproc.COLOR_BGR2BGRA;
                };
        // Views have a fixed size, and OpenCV silently reallocates one that does not fit.
        if (grabbed.cols() != width) views.close();
        width = grabbed.cols();
        Frame.Origin origin = new Frame.Origin(camera.name(), index++, System.nanoTime() - start);
        return pool.frame(
                grabbed.cols(),
                grabbed.rows(),
                origin,
                pixels -> Imgproc.cvtColor(grabbed, views.of(pixels).mat(), code));
    }

    private boolean read() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (capture.read(grabbed) && !grabbed.empty()) return true;
            if (!pluggedIn.getAsBoolean()) return false;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return false;
    }

    @Override
    public void close() {
        views.close();
        grabbed.release();
        capture.release();
        whenClosed.run();
    }
}
