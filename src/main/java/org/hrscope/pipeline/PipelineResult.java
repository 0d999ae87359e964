package org.hrscope.pipeline;

import java.util.Optional;
import org.hrscope.domain.Frame;
import org.hrscope.domain.ModelInfo;
import org.hrscope.people.FinderView;
import org.hrscope.people.People;
import org.hrscope.people.Person;
import org.hrscope.threads.CoreShare;

/// One frame with everyone found on it. Holds the frame until closed.
///
/// @param model     the network that made the estimates
/// @param chosen    the identity of the person that heatmaps and inner values speak of; 0 for none
/// @param grabNanos time taken to read the frame
/// @param dropped   frames displaced before inference could take them, since the source opened
/// @param cores     shared with the network that is being run
public record PipelineResult(
        Frame frame,
        ModelInfo model,
        People people,
        int chosen,
        long grabNanos,
        long dropped,
        CoreShare cores)
        implements AutoCloseable {

    /// Where no network is being run.
    public PipelineResult(
            Frame frame, ModelInfo model, People people, int chosen, long grabNanos, long dropped) {
        this(frame, model, people, chosen, grabNanos, dropped, allCores());
    }

    private static CoreShare allCores() {
        return new CoreShare(Runtime.getRuntime().availableProcessors());
    }

    /// The same result, not another reference, of a network being run on these cores.
    PipelineResult on(CoreShare shared) {
        return new PipelineResult(frame, model, people, chosen, grabNanos, dropped, shared);
    }

    /// The chosen person; the nearest one where that person is not in this frame; empty where nobody is.
    public Optional<Person> person() {
        return people.of(chosen).or(people::nearest);
    }

    /// The same result, not another reference, with this person chosen.
    public PipelineResult choosing(int identity) {
        return new PipelineResult(frame, model, people, identity, grabNanos, dropped, cores);
    }

    /// The same result, not another reference, with these people.
    PipelineResult with(People others) {
        return new PipelineResult(frame, model, others, chosen, grabNanos, dropped, cores);
    }

    /// The same frame, not another reference, as the person finder sees it.
    public PipelineResult seenBy(FinderView finder) {
        People all = finder.of(frame.width(), frame.height());
        return new PipelineResult(frame, finder.finder(), all, 1, grabNanos, dropped, cores);
    }

    /// Another reference to the same result, closed separately.
    public PipelineResult retained() {
        frame.retain();
        return this;
    }

    @Override
    public void close() {
        frame.close();
    }
}
