package org.hrscope.cli.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.people.FoundPerson;
import org.hrscope.people.PersonFinder;

/// Counts a finder's runs. Any thread, one at a time.
public record CountedFinder(PersonFinder finder, AtomicInteger runs) implements PersonFinder {
    @Override
    public String name() {
        return finder.name();
    }

    @Override
    public int threads() {
        return finder.threads();
    }

    @Override
    public List<FoundPerson> find(Frame frame) throws Problem {
        runs.incrementAndGet();
        return finder.find(frame);
    }

    @Override
    public void close() {
        finder.close();
    }
}
