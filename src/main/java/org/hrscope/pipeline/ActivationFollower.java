package org.hrscope.pipeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.ModelFile;
import org.jspecify.annotations.Nullable;

/// Runs a second session with inner outputs on the crops of the newest results, as a [Follower] does. All methods may be
/// called from any thread and return at once, except [#close()].
public final class ActivationFollower implements AutoCloseable {

    /// Reads values in place, on the follower's thread, to reduce them to something smaller.
    @FunctionalInterface
    public interface Glance {
        /// @param result remains owned by the follower
        /// @param values those requested that exist; valid during the call only
        void at(PipelineResult result, Map<String, Tensor> values);
    }

    /// @param glance null if whole copies are requested
    private record Request(Set<String> names, @Nullable Glance glance) {}

    /// @param expected values that may be requested later
    private record Followed(ModelFile file, Set<String> expected) {}

    private final LatestSlot<Activations> results = new LatestSlot<>();
    private final Map<Object, Request> requests = new IdentityHashMap<>();
    private final FollowedModel session = new FollowedModel();
    private final Follower follower;
    private volatile @Nullable Followed followed;

    /// @param trouble called on the follower's thread if the model cannot be run with inner outputs
    public ActivationFollower(Consumer<Problem> trouble) {
        follower = new Follower("follower", this::next, session::close, trouble);
        follower.start();
    }

    /// The network whose results will be offered; null for none.
    ///
    /// @param expected values that may be requested later: requesting any other reopens the model
    public void model(@Nullable ModelFile file, Collection<String> expected) {
        Followed now = file == null ? null : new Followed(file, Set.copyOf(expected));
        follower.ask(() -> {
            followed = now;
            return true;
        });
    }

    /// Replaces what `who` requested before: whole tensors, delivered in [#results()].
    public void request(Object who, Set<String> names) {
        put(who, new Request(Set.copyOf(names), null));
    }

    /// Replaces what `who` requested before: values to read in place.
    public void request(Object who, Set<String> names, Glance glance) {
        put(who, new Request(Set.copyOf(names), glance));
    }

    private void put(Object who, Request request) {
        follower.ask(() -> {
            Request before;
            synchronized (requests) {
                before =
                        request.names.isEmpty() ? requests.remove(who) : requests.put(who, request);
            }
            Set<String> had = before == null ? Set.of() : before.names;
            return !had.containsAll(request.names);
        });
    }

    /// The newest result; remains owned by the caller.
    public void offer(PipelineResult result) {
        follower.offer(result);
    }

    /// The newest values; whoever polls them closes them.
    public LatestSlot<Activations> results() {
        return results;
    }

    private Follower.@Nullable Step next() {
        Followed model = followed;
        List<Request> wanted;
        synchronized (requests) {
            wanted = List.copyOf(requests.values());
        }
        if (model == null || wanted.isEmpty()) return null;
        return result -> {
            if (!result.model().equals(model.file.info())) return false;
            work(model, wanted, result);
            return true;
        };
    }

    private void work(Followed model, List<Request> wanted, PipelineResult result) throws Problem {
        Set<String> union = new HashSet<>();
        wanted.forEach(request -> union.addAll(request.names));
        Map<String, Tensor> all = session.run(model.file, model.expected, union, result);
        Map<String, Tensor> copies = new HashMap<>();
        for (Request request : wanted) {
            Map<String, Tensor> own = new HashMap<>(all);
            own.keySet().retainAll(request.names);
            if (request.glance != null) request.glance.at(result, own);
            else own.forEach((name, t) -> copies.computeIfAbsent(name, _ -> copy(t)));
        }
        if (!copies.isEmpty()) results.offer(new Activations(result.retained(), copies));
    }

    private static Tensor copy(Tensor tensor) {
        return Tensor.of(tensor.shape(), tensor.toArray());
    }

    /// Ends the thread, which closes what it holds. Waits for a run in progress, but not forever.
    ///
    /// @return whether it has ended
    public boolean end() {
        boolean ended = follower.end();
        results.clear();
        return ended;
    }

    @Override
    public void close() {
        end();
    }
}
