package org.hrscope;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrscope.domain.Problem;
import org.hrscope.threads.GuardedThread;
import sun.misc.Signal;

/// Ctrl+C and the end of a desktop session: running work is asked to stop before the process ends. A second Ctrl+C
/// ends it at once; other signals come in pairs, as when a terminal is closed.
///
/// The JVM's default would run its shutdown hooks at once; ONNX Runtime's hook destroys its environment while a
/// network may still be running on another thread, which crashes the process and leaves a crash report.
final class Signals {
    private static final List<String> ENDING = List.of("INT", "TERM", "HUP");
    private static final int SIGNALLED = 128;
    private static final int INTERRUPT = 2;

    /// Whatever has not stopped by then is abandoned: even a slow network has long finished its image.
    private static final long PATIENCE_MILLIS = 10_000;

    private final AtomicInteger came = new AtomicInteger();
    private volatile Runnable orderly;

    /// @param orderly requests the stop and returns; the process then ends by itself
    Signals(Runnable orderly) {
        this.orderly = orderly;
        for (String name : ENDING) {
            try {
                Signal.handle(new Signal(name), signal -> end(signal.getNumber()));
            } catch (IllegalArgumentException notHere) {
                // Windows has no HUP, and the JVM may reserve others.
            }
        }
    }

    /// Replaces the current handler.
    void endBy(Runnable orderly) {
        this.orderly = orderly;
    }

    /// Number of the first signal received; 0 if none.
    int came() {
        return came.get();
    }

    private void end(int signal) {
        if (came.compareAndSet(0, signal)) {
            GuardedThread.start("end", () -> endInTime(signal));
        } else if (signal == INTERRUPT) {
            // No shutdown hooks: see above.
            Runtime.getRuntime().halt(SIGNALLED + signal);
        }
    }

    private void endInTime(int signal) {
        try {
            orderly.run();
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException | RuntimeException e) {
            // Then exit at once: JavaFX, for one, refuses before it has started.
        }
        System.err.println(new Problem("command.stopped").message(Locale.getDefault()));
        Runtime.getRuntime().halt(SIGNALLED + signal);
    }
}
