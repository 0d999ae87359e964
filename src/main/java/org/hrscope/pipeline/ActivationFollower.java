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

/// Runs a second session with inner outputs on the crops of the newest results.
public final class ActivationFollower extends Follower<ActivationFollower.Wanted, Activations> {

    /// Reads values in place, on the follower's thread, to reduce them to something smaller.
    @FunctionalInterface
    public interface Glance {
        /// @param result remains owned by the follower
        /// @param values those requested that exist; valid during the call only
        void at(PipelineResult result, Map<String, Tensor> values);

        /// For who must know what was altered in the values: since they were computed it may have changed.
        ///
        /// @param altered null if nothing was
        default void at(
                PipelineResult result, Map<String, Tensor> values, @Nullable Alteration altered) {
            at(result, values);
        }
    }

    /// @param glance null if whole copies are requested
    record Request(Set<String> names, @Nullable Glance glance) {}

    /// What everyone together wants of a network.
    ///
    /// @param expected values that may be requested later
    /// @param altered  null if nothing is
    record Wanted(
            ModelFile file,
            Set<String> expected,
            List<Request> requests,
            @Nullable Alteration altered) {}

    private final Map<Object, Request> requests = new IdentityHashMap<>();
    private final FollowedModel session = new FollowedModel();
    private @Nullable ModelFile file;
    private Set<String> expected = Set.of();
    private @Nullable Alteration altered;

    /// @param trouble called on the follower's thread if the model cannot be run with inner outputs
    public ActivationFollower(Consumer<Problem> trouble) {
        super("follower", trouble);
        start();
    }

    /// The network whose results will be offered; null for none.
    ///
    /// @param expected values that may be requested later: requesting any other reopens the model
    public synchronized void model(@Nullable ModelFile file, Collection<String> expected) {
        this.file = file;
        this.expected = Set.copyOf(expected);
        ask(wanted(), Again.NOW);
    }

    /// What is altered in the network from now on; null for nothing. Ignored while another network is followed. Of what
    /// changes faster than it can be followed, as under a brush, the last counts.
    public synchronized void alter(@Nullable Alteration now) {
        if (now == altered) return;
        altered = now;
        ask(wanted(), Again.SOON);
    }

    /// Replaces what `who` requested before: whole tensors, delivered in [#results()].
    public void request(Object who, Set<String> names) {
        put(who, new Request(Set.copyOf(names), null));
    }

    /// Replaces what `who` requested before: values to read in place.
    public void request(Object who, Set<String> names, Glance glance) {
        put(who, new Request(Set.copyOf(names), glance));
    }

    private synchronized void put(Object who, Request request) {
        Request before =
                request.names.isEmpty() ? requests.remove(who) : requests.put(who, request);
        Set<String> had = before == null ? Set.of() : before.names;
        ask(wanted(), had.containsAll(request.names) ? Again.NO : Again.NOW);
    }

    private @Nullable Wanted wanted() {
        return file == null || requests.isEmpty()
                ? null
                : new Wanted(
                        file,
                        expected,
                        List.copyOf(requests.values()),
                        altered != null && altered.file() == file ? altered : null);
    }

    @Override
    protected boolean at(Wanted wanted, PipelineResult result) throws Problem {
        if (!result.model().equals(wanted.file.info())) return false;
        Set<String> union = new HashSet<>();
        wanted.requests.forEach(request -> union.addAll(request.names));
        Map<String, Tensor> all = session.run(wanted, union, result);
        Map<String, Tensor> copies = new HashMap<>();
        for (Request request : wanted.requests) {
            Map<String, Tensor> own = new HashMap<>(all);
            own.keySet().retainAll(request.names);
            if (request.glance != null) request.glance.at(result, own, wanted.altered);
            else own.forEach((name, t) -> copies.computeIfAbsent(name, _ -> copy(t)));
        }
        if (!copies.isEmpty()) give(new Activations(result.retained(), copies));
        return true;
    }

    private static Tensor copy(Tensor tensor) {
        return Tensor.of(tensor.shape(), tensor.toArray());
    }

    @Override
    protected void release() {
        session.close();
    }
}
