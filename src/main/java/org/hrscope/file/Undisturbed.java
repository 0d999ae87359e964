package org.hrscope.file;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import org.hrscope.domain.Problem;

/// Work with a channel that an interrupt would close under its hands: done again then, to its end. The thread stays
/// interrupted.
@FunctionalInterface
interface Undisturbed<T> {
    /// Does the same when it is called again.
    T once() throws IOException, Problem;

    static <T> T of(Undisturbed<T> work) throws IOException, Problem {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.once();
                } catch (ClosedByInterruptException again) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }
}
