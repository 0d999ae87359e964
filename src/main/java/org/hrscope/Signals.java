package org.hrscope;

import java.util.List;
import sun.misc.Signal;

/// Ctrl+C and the end of a desktop session: what runs is asked to end, and only then the process.
///
/// The virtual machine's own answer would start its shutdown hooks at once, and ONNX Runtime's takes its environment away
/// while a network may still be running in another thread: the process would crash and leave a report of it behind.
final class Signals {
    private static final List<String> ENDING = List.of("INT", "TERM", "HUP");
    private static final int SIGNALLED = 128;

    /// What has not ended by then is left where it is.
    private static final long PATIENCE_MILLIS = 5000;

    private Signals() {}

    /// @param orderly asks for the end and returns; the process ends by itself then. Replaces what was said before
    static void endBy(Runnable orderly) {
        for (String name : ENDING) {
            try {
                Signal.handle(new Signal(name), signal -> end(orderly, signal.getNumber()));
            } catch (IllegalArgumentException notHere) {
                // Windows has no HUP; the virtual machine may keep others to itself.
            }
        }
    }

    private static void end(Runnable orderly, int signal) {
        Thread.ofPlatform()
                .daemon()
                .name("end")
                .start(() -> {
                    orderly.run();
                    try {
                        Thread.sleep(PATIENCE_MILLIS);
                    } catch (InterruptedException e) {
                        // then at once
                    }
                    Runtime.getRuntime().halt(SIGNALLED + signal);
                });
    }
}
