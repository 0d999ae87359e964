package org.hrscope.pipeline;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.ForwardingSource;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;

/// Lets one at a time have a camera, from before it opens until it is closed: what opens a device twice gets no frames,
/// or takes them from whoever had them. Thread-safe.
final class Devices {
    private static final long AGAIN_MILLIS = 20;

    /// Asks whoever has the device to let it go; called again and again while somebody has it.
    interface Asking {
        /// @return whether to wait for that
        boolean ask() throws Problem;
    }

    private final Map<Integer, Semaphore> cameras = new ConcurrentHashMap<>();
    private final Duration patience;

    /// @param patience how long a camera may take to be let go
    Devices(Duration patience) {
        this.patience = patience;
    }

    static boolean same(SourceSpec one, SourceSpec other) {
        return one instanceof SourceSpec.Camera(int index, _)
                && other instanceof SourceSpec.Camera(int again, _)
                && index == again;
    }

    /// @throws Problem of the opening, or `camera.held` if the device is not let go in time
    FrameSource open(SourceSpec spec, FrameRun.Opening opening, Asking others) throws Problem {
        if (!(spec instanceof SourceSpec.Camera(int index, _))) return opening.open();
        Semaphore device = cameras.computeIfAbsent(index, _ -> new Semaphore(1));
        if (!had(device, others)) throw new Problem("camera.held", Cameras.nameOf(spec));
        boolean opened = false;
        try {
            FrameSource source = new Held(opening.open(), device);
            opened = true;
            return source;
        } finally {
            if (!opened) device.release();
        }
    }

    private boolean had(Semaphore device, Asking others) throws Problem {
        long end = System.nanoTime() + patience.toNanos();
        try {
            boolean waits;
            do {
                waits = others.ask();
                if (device.tryAcquire(AGAIN_MILLIS, TimeUnit.MILLISECONDS)) return true;
            } while (waits && System.nanoTime() < end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /// A camera that is let go once it is closed.
    private static final class Held extends ForwardingSource {
        private final Semaphore device;

        Held(FrameSource camera, Semaphore device) {
            super(camera);
            this.device = device;
        }

        @Override
        public void close() {
            try {
                source.close();
            } finally {
                device.release();
            }
        }
    }
}
