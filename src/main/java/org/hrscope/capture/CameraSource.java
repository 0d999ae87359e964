package org.hrscope.capture;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.VideoWriter;
import org.opencv.videoio.Videoio;

/// An open camera, at 1280x720 where supported, at its own rate. Threading as in [FrameSource].
final class CameraSource implements FrameSource {
    /// Some drivers drop a frame now and then, especially at the start.
    private static final int TRIES = 5;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int YUYV = VideoWriter.fourcc('Y', 'U', 'Y', 'V');
    private static final int MJPG = VideoWriter.fourcc('M', 'J', 'P', 'G');

    private final CameraInfo camera;
    private final FramePool pool;
    private final BooleanSupplier pluggedIn;
    private final Runnable whenClosed;
    private final VideoCapture capture;
    private final Mat grabbed = new Mat();
    private final long start = System.nanoTime();
    private final double framesPerSecond;
    private final BufferViews<Mat> views =
            new BufferViews<>(
                    p -> new Mat(grabbed.rows(), grabbed.cols(), CvType.CV_8UC4, p), Mat::release);

    /// The first frame, grabbed while opening, is still in `grabbed`.
    private boolean waiting;

    private long index;

    /// Size of the previous frame: some drivers change it while streaming.
    private int width;

    /// @param capture    already open; owned by this source, unless this throws
    /// @param pluggedIn  false if the system no longer lists the device, so that retrying is pointless
    /// @param whenClosed called once the camera is free again
    /// @throws Problem if the camera delivers no frames, for example because another program uses it
    CameraSource(
            CameraInfo camera,
            FramePool pool,
            VideoCapture capture,
            BooleanSupplier pluggedIn,
            Runnable whenClosed)
            throws Problem {
        this.camera = camera;
        this.pool = pool;
        this.pluggedIn = pluggedIn;
        this.whenClosed = whenClosed;
        this.capture = capture;
        prefer(capture);
        framesPerSecond = Math.max(0, capture.get(Videoio.CAP_PROP_FPS));
        waiting = read();
        if (!waiting) throw new Problem("camera.refused", camera.name());
    }

    private static void prefer(VideoCapture capture) {
        capture.set(Videoio.CAP_PROP_FRAME_WIDTH, 1280);
        capture.set(Videoio.CAP_PROP_FRAME_HEIGHT, 720);
        double rate = capture.get(Videoio.CAP_PROP_FPS);
        // USB 2 cannot carry uncompressed 720p at 30 fps; MJPEG can.
        if (rate > 0 && rate < 20) capture.set(Videoio.CAP_PROP_FOURCC, MJPG);
        // Straight from YUYV to BGRA: going through BGR takes twice as long.
        if (capture.getBackendName().equals("V4L2")
                && (int) capture.get(Videoio.CAP_PROP_FOURCC) == YUYV) {
            capture.set(Videoio.CAP_PROP_CONVERT_RGB, 0);
        }
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
                pixels -> Imgproc.cvtColor(grabbed, views.of(pixels), code));
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
