package org.hrscope.pipeline;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.ModelFile;
import org.hrscope.threads.Fault;
import org.hrscope.threads.GuardedThread;
import org.hrscope.threads.Repeats;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a second session with inner outputs on the crops of the newest results, a few times a second; on few cores it
/// rests as long as it worked, so that the live session keeps its share. A paused frame is run again as soon as other
/// values are requested. One thread of its own; all methods may be called from any thread and return at once, except
/// [#close()].
public final class ActivationFollower implements AutoCloseable {
    private static final long LEAST_PAUSE = 200_000_000;
    private static final int FEW_CORES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(ActivationFollower.class);

    /// Reads values in place, on the follower's thread, to reduce them to something smaller.
    @FunctionalInterface
    public interface Glance {
        /// @param result remains owned by the follower
        /// @param values those requested that exist; valid during the call only
        void at(PipelineResult result, Map<String, Tensor> values);
    }

    /// @param glance null if whole copies are requested
    private record Request(Set<String> names, @Nullable Glance glance) {}

    private final Consumer<Problem> trouble;
    private final LatestSlot<Activations> results = new LatestSlot<>();
    private final Repeats repeats = new Repeats();
    private final GuardedThread thread;
    private final IdentityHashMap<Object, Request> requests = new IdentityHashMap<>();
    private @Nullable ModelFile model;
    private Set<String> expected = Set.of();
    private @Nullable PipelineResult newest;
    private boolean asked;
    private boolean closed;

    /// @param trouble called on the follower's thread if the model cannot be run with inner outputs
    public ActivationFollower(Consumer<Problem> trouble) {
        this.trouble = trouble;
        thread = new GuardedThread("follower", this::run, trouble).inTheBackground();
        thread.start();
    }

    /// The network whose results will be offered; null for none.
    ///
    /// @param expected values that may be requested later: requesting any other reopens the model
    public synchronized void model(@Nullable ModelFile file, Collection<String> expected) {
        model = file;
        this.expected = Set.copyOf(expected);
        ask();
    }

    /// Replaces what `who` requested before: whole tensors, delivered in [#results()].
    public synchronized void request(Object who, Set<String> names) {
        put(who, new Request(Set.copyOf(names), null));
    }

    /// Replaces what `who` requested before: values to read in place.
    public synchronized void request(Object who, Set<String> names, Glance glance) {
        put(who, new Request(Set.copyOf(names), glance));
    }

    private void put(Object who, Request request) {
        Request before =
                request.names.isEmpty() ? requests.remove(who) : requests.put(who, request);
        Set<String> had = before == null ? Set.of() : before.names;
        if (!had.containsAll(request.names)) ask();
    }

    private void ask() {
        asked = true;
        notifyAll();
    }

    /// The newest result; remains owned by the caller.
    public void offer(PipelineResult result) {
        PipelineResult displaced;
        synchronized (this) {
            if (closed) return;
            displaced = newest;
            newest = result.retained();
            notifyAll();
        }
        if (displaced != null) displaced.close();
    }

    /// The newest values; whoever polls them closes them.
    public LatestSlot<Activations> results() {
        return results;
    }

    private void run() {
        try (FollowedModel followed = new FollowedModel()) {
            long earliest = System.nanoTime();
            PipelineResult current = null;
            while (true) {
                Turn turn = next(earliest, current != null);
                if (turn == null) break;
                long start = System.nanoTime();
                if (turn.newest != null) {
                    if (current != null) current.close();
                    current = turn.newest;
                }
                if (current != null && current.model().equals(turn.model.info())) {
                    work(followed, turn, current);
                    long took = System.nanoTime() - start;
                    boolean few = Runtime.getRuntime().availableProcessors() <= FEW_CORES;
                    earliest = start + Math.max(LEAST_PAUSE, few ? 2 * took : took);
                }
            }
            if (current != null) current.close();
        }
    }

    /// @param newest null to run the previous frame again
    private record Turn(
            ModelFile model,
            Set<String> expected,
            Map<Object, Request> requests,
            @Nullable PipelineResult newest) {}

    /// Waits for work; null once closed.
    private synchronized @Nullable Turn next(long earliest, boolean hasFrame) {
        try {
            while (!closed) {
                ModelFile file = model;
                boolean wanted = file != null && !requests.isEmpty();
                long early = earliest - System.nanoTime();
                if (file != null && wanted && asked && (hasFrame || newest != null)
                        || file != null && wanted && newest != null && early <= 0) {
                    asked = false;
                    PipelineResult taken = newest;
                    newest = null;
                    return new Turn(file, expected, new HashMap<>(requests), taken);
                }
                if (wanted && newest != null) wait(early / 1_000_000 + 1);
                else wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private void work(FollowedModel followed, Turn turn, PipelineResult result) {
        Set<String> union = new HashSet<>();
        turn.requests.values().forEach(request -> union.addAll(request.names));
        try {
            Map<String, Tensor> all = followed.run(turn.model, turn.expected, union, result);
            Map<String, Tensor> copies = new HashMap<>();
            for (Request request : turn.requests.values()) {
                Map<String, Tensor> own = new HashMap<>(all);
                own.keySet().retainAll(request.names);
                if (request.glance != null) request.glance.at(result, own);
                else own.forEach((name, t) -> copies.computeIfAbsent(name, _ -> copy(t)));
            }
            if (!copies.isEmpty()) results.offer(new Activations(result.retained(), copies));
            repeats.wentWell();
        } catch (Throwable thrown) {
            Problem problem = Fault.of(thrown);
            if (!repeats.fresh(problem)) return;
            LOG.error("no inner values", thrown);
            trouble.accept(problem);
        }
    }

    private static Tensor copy(Tensor tensor) {
        return Tensor.of(tensor.shape(), tensor.toArray());
    }

    /// Ends the thread, which closes what it holds. Waits for a run in progress, but not forever.
    ///
    /// @return whether it has ended
    public boolean end() {
        PipelineResult left;
        synchronized (this) {
            closed = true;
            left = newest;
            newest = null;
            notifyAll();
        }
        if (left != null) left.close();
        boolean ended = thread.join(PATIENCE);
        results.clear();
        return ended;
    }

    @Override
    public void close() {
        end();
    }
}
