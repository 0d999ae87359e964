package org.hrscope.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.people.FoundPerson;
import org.hrscope.people.PersonFinder;
import org.hrscope.threads.CoreShare;
import org.hrscope.threads.GuardedThread;
import org.jspecify.annotations.Nullable;

/// The person finder on a thread of its own, off the pose path. The finder is opened when it is first asked for. One
/// frame at a time. All methods are the caller's one thread's.
final class FinderThread implements BackgroundFinder {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Callable<PersonFinder> opening;
    private final LatestSlot<Asked> asked = new LatestSlot<>();
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
    private final GuardedThread thread;
    private boolean started;

    /// A frame and who is found on it.
    ///
    /// @param cores shared with the pose network
    private record Asked(Frame frame, CoreShare cores, CompletableFuture<Answer> answer)
            implements AutoCloseable {
        @Override
        public void close() {
            frame.close();
            answer.cancel(false);
        }
    }

    FinderThread(Callable<PersonFinder> opening) {
        this.opening = opening;
        thread = new GuardedThread("finder", this::run, broken::set);
    }

    /// It could not be opened, or its thread has ended.
    @Override
    public boolean lost() {
        return broken.get() != null;
    }

    /// @param cores the search runs in place of a lane, not on top
    @Override
    public CompletableFuture<Answer> find(Frame frame, CoreShare cores) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Throwable cause = broken.get();
        if (cause != null) {
            answer.completeExceptionally(cause);
            return answer;
        }
        asked.offer(new Asked(frame.retain(), cores, answer));
        if (!started) thread.start();
        started = true;
        // The thread may have ended since: nobody would take the frame.
        if (broken.get() != null) asked.clear();
        return answer;
    }

    private void run() throws Exception {
        @Nullable Asked now = null;
        try (PersonFinder finder = opening.call()) {
            while (true) {
                now = asked.take();
                if (now != null) answer(finder, now);
                now = null;
            }
        } catch (InterruptedException end) {
            throw end;
        } catch (Throwable thrown) {
            broken.set(thrown);
            try (Asked left = now == null ? asked.poll() : now) {
                if (left != null) left.answer.completeExceptionally(thrown);
            }
            throw thrown;
        } finally {
            asked.clear();
        }
    }

    private static void answer(PersonFinder finder, Asked asked) {
        try (Frame frame = asked.frame) {
            asked.answer.complete(asked.cores.on(finder.threads(), () -> timed(finder, frame)));
        } catch (Throwable thrown) {
            asked.answer.completeExceptionally(thrown);
        }
    }

    private static Answer timed(PersonFinder finder, Frame frame) throws Problem {
        long start = System.nanoTime();
        List<FoundPerson> people = finder.find(frame);
        return new Answer(people, System.nanoTime() - start);
    }

    @Override
    public void close() {
        thread.interrupt();
        thread.join(PATIENCE);
        asked.clear();
    }
}
