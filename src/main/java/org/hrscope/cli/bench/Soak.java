package org.hrscope.cli.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.ActivationFollower;
import org.hrscope.pipeline.EngineListener;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pipeline.PoseEngine;
import org.jspecify.annotations.Nullable;

/// Keeps the live engine busy: unpaced frames, results taken like the window takes them. One thread, except for
/// engine events.
public final class Soak implements AutoCloseable, EngineListener {
    private static final long POLL_MILLIS = 5;

    private final long start = System.nanoTime();
    private final PoseEngine engine;
    private final ActivationFollower follower = new ActivationFollower(this::problem);
    private final AtomicReference<@Nullable Problem> trouble = new AtomicReference<>();
    private final List<ProcessUsage> usages = new ArrayList<>();
    private final Set<Integer> identities = new HashSet<>();
    private int mostPeople;
    private long frames;
    private int recoveries;
    private volatile boolean back;

    /// @param estimator owned by this object
    /// @param everyone  whether all people are found and followed, at the source's own pace
    /// @param inspect   an inner value to read as well; null for none
    public Soak(
            PoseEngine.SourceOpening opening,
            PoseEstimator estimator,
            SourceSpec source,
            boolean everyone,
            @Nullable String inspect) {
        EngineSettings usual = EngineSettings.standard();
        // Fast enough that no frame of a file or of the demo figure waits to be due; but people who
        // are followed must not jump.
        double speed = everyone ? 1 : 1e6;
        PersonMode people = everyone ? PersonMode.EVERYONE : usual.people();
        EngineSettings unpaced =
                new EngineSettings(usual.decoder(), usual.flip(), people, null, speed, true);
        engine = new PoseEngine(opening, unpaced, this);
        if (inspect != null) {
            follower.model(estimator.model().file(), List.of(inspect));
            follower.request(this, Set.of(inspect), (result, values) -> {});
        }
        engine.use(estimator);
        engine.play(source);
    }

    /// Takes results until then, or until the source has recovered this often.
    ///
    /// @throws Problem reported by the engine
    public void await(long end, int wantedRecoveries) throws Problem, InterruptedException {
        while (System.nanoTime() < end
                && (wantedRecoveries == 0 || recoveries < wantedRecoveries)) {
            Problem told = trouble.get();
            if (told != null) throw told;
            PipelineResult result = engine.results().poll();
            if (result == null) {
                Thread.sleep(POLL_MILLIS);
                continue;
            }
            try (result) {
                follower.offer(result);
            }
            frames++;
            mostPeople = Math.max(mostPeople, result.people().size());
            result.people().forEach(person -> identities.add(person.identity()));
            if (back) {
                back = false;
                recoveries++;
            }
        }
    }

    /// How often frames resumed after the source was lost.
    public int recoveries() {
        return recoveries;
    }

    /// Current resource usage.
    public String line() {
        double minutes = (System.nanoTime() - start) / 60e9;
        return ProcessUsage.now()
                .map(usage -> {
                    usages.add(usage);
                    return String.format(
                            Locale.ROOT,
                            "%8.1f %10d %9d %8d %7d %10d %7d",
                            minutes,
                            frames,
                            usage.residentKib() >> 10,
                            usage.threads(),
                            usage.files(),
                            recoveries,
                            identities.size());
                })
                .orElseGet(() -> String.format(Locale.ROOT, "%8.1f %10d", minutes, frames));
    }

    /// The last line compared with the first, after warm-up.
    public String summary() {
        String seen =
                String.format(
                        Locale.ROOT,
                        "%d frames, %d %s, up to %d at once",
                        frames,
                        identities.size(),
                        identities.size() == 1 ? "person" : "people",
                        mostPeople);
        if (usages.size() < 2) return seen;
        ProcessUsage first = usages.getFirst();
        ProcessUsage last = usages.getLast();
        return String.format(
                Locale.ROOT,
                "%s; last against first: memory %.3f, threads %+d, files %+d",
                seen,
                last.residentKib() / (double) first.residentKib(),
                last.threads() - first.threads(),
                last.files() - first.files());
    }

    @Override
    public void problem(Problem problem) {
        trouble.set(problem);
    }

    @Override
    public void recovered(SourceSpec spec, SourceInfo info) {
        back = true;
    }

    @Override
    public void close() {
        follower.close();
        engine.close();
    }
}
