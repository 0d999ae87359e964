package org.hrscope.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;
import org.hrscope.export.AllSinks;
import org.hrscope.export.FoundImage;
import org.hrscope.pipeline.PoseEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A batch run over all its sources, resuming where an interrupted one stopped. Unreadable files are reported and
/// skipped; a failing network or output ends the run, since every further image would fail too. One thread, except that
/// sources may report skipped files on their own.
public final class Estimation {
    private static final Logger LOG = LoggerFactory.getLogger(Estimation.class);

    public static final String UNFORESEEN = "source.unforeseen";

    /// Makes the finder for one source.
    public interface Finders {
        PeopleFinder of(NamedSource source);
    }

    /// Called for each finished image, not for replayed ones.
    public interface Progress {
        void at(int file, long done, long total, String name);
    }

    private final List<NamedSource> sources;
    private final RunPlan plan;
    private final AllSinks sinks;
    private final @Nullable Journal journal;
    private final Progress progress;
    private boolean again;
    private final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());

    public Estimation(
            List<NamedSource> sources,
            RunPlan plan,
            AllSinks sinks,
            @Nullable Journal journal,
            Progress progress) {
        this.sources = List.copyOf(sources);
        this.plan = plan;
        this.sinks = sinks;
        this.journal = journal;
        this.progress = progress;
    }

    /// Videos that an interrupted run finished are read once more, for sinks that need their pixels.
    public void readAgain() {
        again = true;
    }

    /// What was skipped, in order.
    public List<Problem> problems() {
        return problems;
    }

    /// @param most images to take from each source; 0 for all
    public void run(PoseEngine.SourceOpening opening, Finders finders, long most)
            throws Problem, InterruptedException {
        Past past = new Past(journal, again);
        problems.addAll(past.told());
        for (int i = 0; i < sources.size(); i++) {
            if (!finders.of(sources.get(i)).resumes()) past.forget(plan.first(i));
        }
        past.tell(sinks, plan);
        for (int i = 0; i < sources.size(); i++) {
            int number = i;
            SourceSpec spec = plan.toRead(i, past.reached());
            long done = past.stills(plan.first(i), plan.last(i));
            if (spec == null || (most > 0 && done >= most)) continue;
            new EstimationRun(
                            finders.of(sources.get(i)),
                            (frame, count) -> plan.subject(number, frame, count),
                            this::keep,
                            progress,
                            most == 0 ? 0 : most - done)
                    .after(past.frames(plan.first(i)))
                    .run(() -> opening.open(spec), bad -> tell(sources.get(number), bad));
            if (journal != null) journal.done(plan.last(i));
        }
    }

    private void keep(FoundImage found, @Nullable NetworkAnswers answers) throws Problem {
        if (answers != null && answers.before()) {
            sinks.passed(found);
            return;
        }
        sinks.frame(found);
        if (journal != null && answers != null) journal.add(answers.saved(found));
    }

    /// An unforeseen failure costs only its source, and must name it.
    private void tell(NamedSource source, Problem bad) {
        Throwable cause = bad.getCause();
        Problem named =
                bad.key().equals("unforeseen")
                        ? new Problem(cause, UNFORESEEN, source.name(), cause)
                        : bad;
        synchronized (problems) {
            // A resumed run may run into a problem already reported.
            if (problems.stream().anyMatch(each -> same(each, named))) return;
            problems.add(named);
        }
        try {
            if (journal != null) journal.add(named);
        } catch (Problem unwritable) {
            LOG.warn("not journalled: {}", named.getMessage(), unwritable);
        }
    }

    private static boolean same(Problem one, Problem other) {
        return one.key().equals(other.key()) && one.arguments().equals(other.arguments());
    }
}
