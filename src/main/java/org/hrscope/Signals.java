package org.hrscope;

import java.util.List;
import sun.misc.Signal;

/// Ends the process at once when it is told to from outside (Ctrl+C, end of the desktop session).
///
/// The usual orderly end would run ONNX Runtime's own shutdown hook, which takes its environment away while a network
/// may still be running in another thread: the process would end in a crash and leave a report of it behind.
final class Signals {
    private static final List<String> ENDING = List.of("INT", "TERM", "HUP");
    private static final int SIGNALLED = 128;

    private Signals() {}

    static void endAtOnce() {
        for (String name : ENDING) {
            try {
                Signal.handle(
                        new Signal(name),
                        signal -> Runtime.getRuntime().halt(SIGNALLED + signal.getNumber()));
            } catch (IllegalArgumentException notHere) {
                // Windows has no HUP; the virtual machine may keep others to itself.
            }
        }
    }
}
