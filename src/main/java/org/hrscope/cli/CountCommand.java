package org.hrscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hrscope.action.ActionStore;
import org.hrscope.action.AngleAction;
import org.hrscope.action.CountCsv;
import org.hrscope.action.Countable;
import org.hrscope.action.KnownActions;
import org.hrscope.batch.Estimation;
import org.hrscope.batch.FollowedPeople;
import org.hrscope.batch.NamedSource;
import org.hrscope.batch.PeopleFinder;
import org.hrscope.batch.RunPlan;
import org.hrscope.domain.Problem;
import org.hrscope.export.AllSinks;
import org.hrscope.export.PictureNames;
import org.hrscope.file.NamedInputs;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.FinderOpener;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PoseLanes;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PoseEngine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `count`: counts how often each person does an action. Ctrl+C ends it; the counts so far are printed and written.
@Command(name = "count", mixinStandardHelpOptions = true)
public final class CountCommand extends Printing implements Callable<Integer> {
    private final PoseEngine.SourceOpening opening;

    @Parameters(index = "0", paramLabel = "SOURCE")
    private String source = "";

    @Option(names = "--action", required = true, paramLabel = "NAME|FILE.json")
    private String action = "";

    @Mixin private final ModelOptions model = new ModelOptions();

    @Option(names = "--people", paramLabel = "find|whole", defaultValue = "find")
    private PeopleOptions.Whom whom = PeopleOptions.Whom.FIND;

    @Option(names = "--frames", paramLabel = "N", defaultValue = "0")
    private long frames;

    @Option(names = "--csv", paramLabel = "FILE")
    private @Nullable Path csv;

    public CountCommand(PoseEngine.SourceOpening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() throws Problem, InterruptedException {
        if (frames < 0) throw new Problem("estimate.frames", frames);
        Countable counted = countable();
        NamedSource named = NamedSource.of(source);
        if (named.stills()) throw new Problem("count.stills", source);
        if (csv != null) check(csv, named);
        CountingSink sink = new CountingSink(counted);
        List<Problem> bad = new ArrayList<>();
        try (PoseEstimator estimator = model.open()) {
            // Refused before the first frame.
            counted.counter(estimator.info().skeleton());
            boolean read = false;
            try {
                count(named, estimator, sink, bad);
                read = bad.isEmpty();
            } finally {
                sink.finish();
                bad.forEach(problem -> err().println(problem.message(Locale.getDefault())));
                // If nothing was read, we cannot say that nobody is there.
                if (read || !sink.done().isEmpty()) tell(sink);
            }
        }
        return bad.isEmpty() ? 0 : Exits.MENDABLE;
    }

    /// One that comes with the program, or a file.
    private Countable countable() throws Problem {
        Optional<AngleAction> known = KnownActions.named(action.toLowerCase(Locale.ROOT));
        if (known.isPresent()) return known.get();
        if (action.toLowerCase(Locale.ROOT).endsWith(".json")) {
            return ActionStore.read(Path.of(action));
        }
        throw new Problem(
                "action.unknown",
                action,
                KnownActions.ALL.stream().map(AngleAction::name).collect(Collectors.joining(", ")));
    }

    private void check(Path file, NamedSource named) throws Problem {
        result("--csv", file, "");
        List<Path> files = new ArrayList<>(model.files());
        files.addAll(named.files());
        files.add(Path.of(action));
        new NamedInputs(files, model::data).refuse(file);
    }

    private void count(
            NamedSource named, PoseEstimator estimator, CountingSink sink, List<Problem> bad)
            throws Problem, InterruptedException {
        RunPlan plan = new RunPlan(List.of(named), null, new PictureNames(List.of()), null);
        AllSinks sinks = new AllSinks(List.of(sink));
        sinks.begin(estimator.info().skeleton());
        try (PersonFinder finder =
                        whom == PeopleOptions.Whom.WHOLE ? null : new FinderOpener().bundled();
                ProgressLine line = new ProgressLine(err())) {
            RunProgress progress = new RunProgress(line, plan.files());
            Estimation estimation = new Estimation(List.of(named), plan, sinks, null, progress::at);
            try {
                estimation.run(opening, _ -> search(estimator, finder), frames);
            } finally {
                bad.addAll(estimation.problems());
            }
        }
    }

    private static PeopleFinder search(PoseEstimator estimator, @Nullable PersonFinder finder) {
        EngineSettings settings = EngineSettings.once(estimator.info().decoder(), false);
        return finder == null
                ? PeopleFinder.tracked(estimator, settings)
                : new FollowedPeople(new PoseLanes(estimator, settings.estimation()), finder);
    }

    private void tell(CountingSink sink) throws Problem {
        if (sink.done().isEmpty()) out().println("nobody was found");
        sink.done()
                .forEach((person, count) -> {
                    out().printf("person %d: %d%s%n", person, count, times(sink, person));
                });
        if (csv == null) return;
        CountCsv.write(csv, sink.rows());
        written("", csv);
    }

    /// When each repetition ended.
    private static String times(CountingSink sink, int person) {
        String times =
                sink.rows().stream()
                        .filter(row -> row.person() == person)
                        .map(row -> String.format(Locale.ROOT, "%.1f", row.when().end()))
                        .collect(Collectors.joining(" "));
        return times.isEmpty() ? "" : ", at " + times + " s";
    }
}
