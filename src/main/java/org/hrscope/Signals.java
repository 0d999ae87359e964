package org.hrscope;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrscope.domain.Problem;
import org.hrscope.threads.GuardedThread;
import sun.misc.Signal;

/// Ctrl+C and the end of a desktop session: what runs is asked to end, and only then the process. A second Ctrl+C ends it
/// at once; other signals come in pairs, as from a terminal that is closed.
///
/// The virtual machine's own answer would start its shutdown hooks at once, and ONNX Runtime's takes its environment away
/// while a network may still be running in another thread: the process would crash and leave a report of it behind.
final class Signals {
    private static final List<String> ENDING = List.of("INT", "TERM", "HUP");
    private static final int SIGNALLED = 128;
    private static final int INTERRUPT = 2;

    /// What has not ended by then is left where it is: a slow network has long finished its picture.
    private static final long PATIENCE_MILLIS = 10_000;

    private final AtomicInteger came = new AtomicInteger();
    private volatile Runnable orderly;

    /// @param orderly asks for the end and returns; the process ends by itself then
    Signals(Runnable orderly) {
        this.orderly = orderly;
        for (String name : ENDING) {
            try {
                Signal.handle(new Signal(name), signal -> end(signal.getNumber()));
            } catch (IllegalArgumentException notHere) {
                // Windows has no HUP; the virtual machine may keep others to itself.
            }
        }
    }

    /// Replaces what was said before.
    void endBy(Runnable orderly) {
        this.orderly = orderly;
    }

    /// The number of the first that came; 0 before.
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
            // Then at once: JavaFX, for one, refuses where it has not started yet.
        }
        System.err.println(new Problem("command.stopped").message(Locale.getDefault()));
        Runtime.getRuntime().halt(SIGNALLED + signal);
    }
}
