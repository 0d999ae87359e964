package org.hrscope.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.motion.PeopleSmoothing;
import org.hrscope.motion.Smoothing;
import org.hrscope.people.People;
import org.hrscope.people.Person;

/// Replaces the poses of consecutive results by smoothed ones; the estimates keep the raw ones. One thread.
final class ResultSmoothing {
    private final PeopleSmoothing people = new PeopleSmoothing();

    /// @param live whether the result is a camera's or a stream's
    PipelineResult of(PipelineResult result, boolean live, Smoothing wanted) {
        if (!wanted.of(live)) {
            people.clear();
            return result;
        }
        long nanos = result.frame().origin().positionNanos();
        List<Person> smooth = new ArrayList<>();
        for (Person person : result.people()) {
            smooth.add(
                    person.shownAs(
                            people.next(
                                    person.identity(),
                                    person.estimate().pose(),
                                    nanos,
                                    wanted.settings())));
        }
        return result.with(new People(smooth));
    }

    /// The next result is of another source, whose people have the same numbers.
    void clear() {
        people.clear();
    }
}
