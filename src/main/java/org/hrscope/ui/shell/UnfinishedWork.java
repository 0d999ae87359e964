package org.hrscope.ui.shell;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;

/// Jobs that the end of the program would break off. FX thread.
///
/// @param mayBreakOff asks about jobs, of which there is at least one
record UnfinishedWork(Jobs jobs, Predicate<List<Job>> mayBreakOff) {
    /// What they bring is had again at the next start, or on the next click.
    private static final Set<String> OPENINGS =
            Set.of("job.model", "job.view", "job.compare", "network.comparing");

    /// Whether the program may end. Unfinished jobs are cancelled then, so that nobody waits for them.
    boolean mayEnd() {
        List<Job> unfinished = jobs.running().stream().filter(UnfinishedWork::counts).toList();
        if (unfinished.isEmpty()) return true;
        boolean may = mayBreakOff.test(unfinished);
        if (may) unfinished.forEach(Job::cancel);
        return may;
    }

    private static boolean counts(Job job) {
        String key = job.name().textKey();
        return key != null && !OPENINGS.contains(key) && !job.cancelled();
    }
}
