package org.hrscope.pipeline;

import java.util.Optional;
import org.hrscope.domain.Frame;
import org.hrscope.domain.ModelInfo;
import org.hrscope.people.FinderView;
import org.hrscope.people.People;
import org.hrscope.people.Person;

/// One frame with everyone found on it. Holds the frame until closed.
///
/// @param model     the network that made the estimates
/// @param chosen    the identity of the person that heatmaps and inner values speak of; 0 for none
/// @param grabNanos time taken to read the frame
/// @param dropped   frames displaced before inference could take them, since the source opened
public record PipelineResult(
        Frame frame, ModelInfo model, People people, int chosen, long grabNanos, long dropped)
        implements AutoCloseable {

    /// The chosen person; the nearest one where that person is not in this frame; empty where nobody is.
    public Optional<Person> person() {
        return people.of(chosen).or(people::nearest);
    }

    /// The same result, not another reference, with this person chosen.
    public PipelineResult choosing(int identity) {
        return new PipelineResult(frame, model, people, identity, grabNanos, dropped);
    }

    /// The same result, not another reference, with these people.
    PipelineResult with(People others) {
        return new PipelineResult(frame, model, others, chosen, grabNanos, dropped);
    }

    /// The same frame, not another reference, as the person finder sees it.
    public PipelineResult seenBy(FinderView finder) {
        People all = finder.of(frame.width(), frame.height());
        return new PipelineResult(frame, finder.finder(), all, 1, grabNanos, dropped);
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
