package org.hrscope.pipeline;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.people.FoundPerson;
import org.hrscope.threads.CoreShare;
import org.hrscope.threads.Workers;

/// Looks for people beside the poses: whoever asks goes on and takes the answer frames later. One frame at a time, the
/// newest. All methods are the caller's one thread's.
interface BackgroundFinder extends AutoCloseable {

    /// @param nanos what finding took
    record Answer(List<FoundPerson> people, long nanos) {}

    /// @param frame remains the caller's
    /// @param cores shared with the pose network
    CompletableFuture<Answer> find(Frame frame, CoreShare cores);

    /// Whether there is no finder to ask any more.
    boolean lost();

    @Override
    void close();

    /// @return nobody where a newer frame took the place of this one
    static Answer await(CompletableFuture<Answer> begun) throws Problem {
        try {
            return Workers.await(begun);
        } catch (CancellationException displaced) {
            return new Answer(List.of(), 0);
        }
    }
}
