package org.hrscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.export.AllSinks;
import org.hrscope.export.PersonBoxes;
import org.hrscope.file.NamedInputs;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PersonMode;
import org.hrscope.people.PoseLanes;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PoseEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `estimate`: runs the network on images, folders, videos or the demo figure without a window. Unreadable files
/// are reported at the end; if the network or an output fails, the run ends, since every further image would fail
/// too.
@Command(
        name = "estimate",
        description = {
            "Estimate poses in images, folders and videos.",
            "An unreadable file is skipped: it is reported at the end, and the exit code is"
                    + " 2. Ctrl+C ends the run and writes the results so far. Input files are never"
                    + " overwritten."
        },
        mixinStandardHelpOptions = true)
public final class EstimateCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(EstimateCommand.class);

    /// Invalid boxes reported individually, up to this many.
    private static final int SHOWN = 10;

    private static final String UNFORESEEN = "source.unforeseen";

    private final PoseEngine.SourceOpening opening;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            description = "An image, folder, video, http address, or demo.")
    private List<String> sources = List.of();

    @Mixin private final ModelOptions model = new ModelOptions();

    @Mixin private final EstimationOutput output = new EstimationOutput();

    @Mixin private final PeopleOptions people = new PeopleOptions();

    @Option(names = "--flip", description = "Average with the mirrored crop.")
    private boolean flip;

    @Option(
            names = "--decoder",
            paramLabel = "NAME",
            description = "quarter, argmax, dark or udp (default: the model's own).")
    private @Nullable Decoder decoder;

    @Option(
            names = "--smooth",
            description = "Smooth each person's joints over time, in videos: a one-euro filter.")
    private boolean smooth;

    @Option(
            names = "--frames",
            paramLabel = "N",
            defaultValue = "0",
            description = "Stop after N frames per source; for endless sources.")
    private long frames;

    public EstimateCommand(PoseEngine.SourceOpening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() throws Problem, InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        people.check();
        // Boxes of a file belong to nobody from frame to frame.
        if (smooth && people.boxed()) throw new Problem("estimate.excludes", "--boxes", "--smooth");
        if (frames < 0) throw new Problem("estimate.frames", frames);
        PersonBoxes boxes = people.boxes();
        List<Problem> problems = new ArrayList<>();
        List<NamedSource> named = named(problems);
        RunPlan plan = new RunPlan(named, boxes, output.names());
        AllSinks sinks = output.sinks(inputs(named));
        if (boxes != null) warn(boxes, plan);
        try (sinks;
                ProgressLine progress = new ProgressLine(command.commandLine().getErr())) {
            if (!named.isEmpty()) estimate(named, plan, sinks, progress, problems);
        } finally {
            problems.forEach(this::tell);
        }
        command.commandLine().getOut().println(summary(sinks, problems));
        return exit(problems);
    }

    /// Sources that look valid; invalid ones only cost themselves.
    private List<NamedSource> named(List<Problem> problems) {
        List<NamedSource> named = new ArrayList<>();
        for (String source : sources) {
            try {
                named.add(NamedSource.of(source));
            } catch (Problem bad) {
                problems.add(bad);
            }
        }
        return named;
    }

    private NamedInputs inputs(List<NamedSource> named) {
        List<Path> files = new ArrayList<>(model.files());
        files.addAll(people.files());
        named.forEach(source -> files.addAll(source.files()));
        return new NamedInputs(files, this::data);
    }

    private List<Path> data() {
        List<Path> data = new ArrayList<>(model.data());
        data.addAll(people.data());
        return data;
    }

    /// Warns about what the box file lacks.
    private void warn(PersonBoxes boxes, RunPlan plan) {
        List<Problem> passedOver = boxes.passedOver();
        passedOver.stream().limit(SHOWN).forEach(this::tell);
        int more = passedOver.size() - SHOWN;
        if (more > 0) tell(new Problem("coco.badMore", boxes.file(), more));
        List<String> unknown = plan.unknown();
        if (unknown.isEmpty()) return;
        Path file = boxes.file();
        tell(new Problem("coco.unknown", file, unknown.size(), plan.size(), unknown.getFirst()));
    }

    private void estimate(
            List<NamedSource> named,
            RunPlan plan,
            AllSinks sinks,
            ProgressLine progress,
            List<Problem> problems)
            throws Problem, InterruptedException {
        try (PoseEstimator estimator = model.open();
                PersonFinder finder = people.finder();
                Ending _ = sinks::end) {
            sinks.begin(estimator.info().skeleton());
            for (int i = 0; i < named.size(); i++) {
                int number = i;
                NamedSource source = named.get(i);
                new EstimationRun(
                                search(estimator, finder, source),
                                (frame, count) -> plan.subject(number, frame, count),
                                sinks,
                                progress,
                                frames)
                        .run(
                                () -> opening.open(source.spec()),
                                bad -> problems.add(of(source, bad)));
            }
        }
    }

    /// Something that ends the run.
    private interface Ending extends AutoCloseable {
        @Override
        void close() throws Problem;
    }

    /// An unexpected error costs only its source, and names it.
    private static Problem of(NamedSource source, Problem bad) {
        Throwable cause = bad.getCause();
        return bad.key().equals("unforeseen")
                ? new Problem(cause, UNFORESEEN, source.name(), cause)
                : bad;
    }

    private static int exit(List<Problem> problems) {
        if (problems.isEmpty()) return 0;
        boolean ours = problems.stream().anyMatch(each -> each.key().equals(UNFORESEEN));
        return ours ? Exits.UNFORESEEN : Exits.MENDABLE;
    }

    private PeopleFinder smoothed(PeopleFinder search, NamedSource source) {
        return smooth && !source.stills() ? new SmoothedPeople(search) : search;
    }

    private PeopleFinder search(
            PoseEstimator estimator, @Nullable PersonFinder finder, NamedSource source) {
        Decoder reading = decoder == null ? estimator.info().decoder() : decoder;
        EngineSettings settings =
                new EngineSettings(reading, flip, PersonMode.TRACKED, null, 1, false);
        PoseLanes lanes = new PoseLanes(estimator, settings.estimation());
        if (finder == null) {
            return people.boxed()
                    ? PeopleFinder.boxed(lanes)
                    : PeopleFinder.tracked(estimator, settings);
        }
        return source.stills()
                ? PeopleFinder.found(lanes, finder)
                : new FollowedPeople(lanes, finder);
    }

    private static String summary(AllSinks sinks, List<Problem> problems) {
        String found = sinks.images() + " pictures, " + sinks.people() + " people";
        if (problems.isEmpty()) return found;
        return found
                + (problems.size() == 1 ? ", 1 problem" : ", " + problems.size() + " problems");
    }

    private void tell(Problem problem) {
        LOG.warn("{}", problem.getMessage(), problem.getCause());
        Objects.requireNonNull(spec)
                .commandLine()
                .getErr()
                .println(problem.message(Locale.getDefault()));
    }
}
