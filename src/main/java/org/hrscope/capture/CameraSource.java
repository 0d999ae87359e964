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

/// An open camera, 1280x720 where it offers that, at its own pace. The thread of [FrameSource].
final class CameraSource implements FrameSource {
    /// Some drivers miss a frame now and then, at the start above all.
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

    /// The first frame, taken while opening, waits in `grabbed`.
    private boolean waiting;

    private long index;

    /// Of the picture before: some drivers change it while they play.
    private int width;

    /// @param capture   just opened; this source's to release, unless this throws
    /// @param pluggedIn false where the system no longer knows the device, so that waiting for it is pointless
    /// @param whenClosed called once the camera is free again
    /// @throws Problem where the camera gives no picture, as one that another program uses
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
        // Uncompressed 720p is too much for USB 2: 30 frames a second come as JPEG only.
        if (rate > 0 && rate < 20) capture.set(Videoio.CAP_PROP_FOURCC, MJPG);
        // From YUYV straight to BGRA: the detour over BGR takes twice as long.
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
        // Views of the pool's buffers know their rows: those of another size would be left aside
        // without a word.
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
