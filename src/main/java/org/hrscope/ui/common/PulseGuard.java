package org.hrscope.ui.common;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hrscope.domain.Problem;
import org.hrscope.threads.Fault;
import org.hrscope.threads.Repeats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the pulse going: a part that throws stops neither the other parts nor the next pulse, and is reported once
/// until it works again. FX thread.
public final class PulseGuard {
    private static final Logger LOG = LoggerFactory.getLogger(PulseGuard.class);

    private final Consumer<Problem> trouble;
    private final Map<String, Repeats> repeats = new HashMap<>();

    public PulseGuard(Consumer<Problem> trouble) {
        this.trouble = trouble;
    }

    /// @param part which part of the pulse this is
    public void run(String part, Runnable work) {
        try {
            work.run();
            Repeats told = repeats.get(part);
            if (told != null) told.wentWell();
        } catch (Throwable thrown) {
            Problem problem = Fault.of(thrown);
            if (!repeats.computeIfAbsent(part, _ -> new Repeats()).fresh(problem)) return;
            LOG.error("{} does not keep up with the pulse", part, thrown);
            trouble.accept(problem);
        }
    }
}
