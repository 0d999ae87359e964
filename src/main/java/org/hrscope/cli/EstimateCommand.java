package org.hrscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hrscope.batch.Estimation;
import org.hrscope.batch.Journal;
import org.hrscope.batch.NamedSource;
import org.hrscope.batch.RunIdentity;
import org.hrscope.batch.RunPlan;
import org.hrscope.batch.Shard;
import org.hrscope.batch.SourceFinders;
import org.hrscope.capture.FolderVideos;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.export.AllSinks;
import org.hrscope.export.PersonBoxes;
import org.hrscope.file.NamedInputs;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.PersonFinder;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PoseEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `estimate`: runs the network on images, folders, videos or the demo figure without a window. Unreadable files
/// are reported at the end; if the network or an output fails, the run ends, since every further image would fail
/// too.
@Command(name = "estimate", mixinStandardHelpOptions = true)
public final class EstimateCommand extends Printing implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(EstimateCommand.class);

    /// Invalid boxes reported individually, up to this many.
    private static final int SHOWN = 10;

    private final PoseEngine.SourceOpening opening;

    @Parameters(arity = "1..*", paramLabel = "SOURCE")
    private List<String> sources = List.of();

    @Mixin private final ModelOptions model = new ModelOptions();

    @Mixin private final EstimationOutput output = new EstimationOutput();

    @Mixin private final PeopleOptions people = new PeopleOptions();

    @Option(names = "--flip")
    private boolean flip;

    @Option(names = "--decoder", paramLabel = "NAME")
    private @Nullable Decoder decoder;

    @Option(names = "--smooth")
    private boolean smooth;

    @Option(names = "--frames", paramLabel = "N", defaultValue = "0")
    private long frames;

    @Option(names = "--resume")
    private boolean resume;

    @Option(names = "--shard", paramLabel = "i/n")
    private @Nullable String shard;

    public EstimateCommand(PoseEngine.SourceOpening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() throws Problem, InterruptedException {
        people.check();
        // Boxes of a file belong to nobody from frame to frame.
        if (smooth && people.boxed()) throw new Problem("estimate.excludes", "--boxes", "--smooth");
        if (frames < 0) throw new Problem("estimate.frames", frames);
        Shard part = shard == null ? null : Shard.parse(shard);
        PersonBoxes boxes = people.boxes();
        List<Problem> bad = new ArrayList<>();
        List<NamedSource> named = named(bad);
        RunPlan plan = new RunPlan(named, boxes, output.names(), part);
        boolean endless = frames == 0 && named.stream().anyMatch(NamedSource::endless);
        Uncollected uncollected = Uncollected.of(output.nowhere(), endless, plan.files());
        AllSinks sinks = output.sinks(new NamedInputs(files(named), this::data), named, this::tell);
        output.results().forEach(this::goesTo);
        if (boxes != null) warn(boxes, plan);
        for (NamedSource source : named) warn(source);
        output.recovered().forEach(this::tell);
        try (ProgressLine line = new ProgressLine(err());
                Journal journal = journal(named)) {
            RunProgress progress = new RunProgress(line, plan.files());
            Estimation estimation = new Estimation(named, plan, sinks, journal, progress::at);
            if (output.filmed()) estimation.readAgain();
            try (sinks) {
                if (!named.isEmpty()) estimate(estimation, sinks, uncollected);
                // Only once the results are in place.
                if (journal != null) journal.delete();
            } finally {
                bad.addAll(estimation.problems());
                line.close();
                bad.forEach(this::tell);
                sinks.written().forEach(file -> written("", file));
            }
        }
        out().println(summary(sinks, bad));
        if (sinks.images() > 0) uncollected.end(this::tell);
        return exit(bad);
    }

    /// Null where nothing is written.
    private @Nullable Journal journal(List<NamedSource> named) throws Problem {
        Path place = output.journal();
        String run = identity(named);
        if (!resume) return place == null ? null : Journal.start(place, run);
        if (place == null) throw new Problem("resume.nothing");
        for (NamedSource source : named) {
            if (source.passes()) throw new Problem("resume.live", source.name());
        }
        return Journal.resume(place, run);
    }

    /// Identifies this command line over these files.
    private String identity(List<NamedSource> named) {
        List<String> arguments = new ArrayList<>(line().getParseResult().originalArgs());
        arguments.removeIf("--resume"::equals);
        return RunIdentity.of(new RootCommand.Version().getVersion()[0], arguments, files(named));
    }

    /// Sources that look valid; a bad one does not stop the others.
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

    /// Every file that is read, except external weights.
    private List<Path> files(List<NamedSource> named) {
        List<Path> files = new ArrayList<>(model.files());
        files.addAll(people.files());
        named.forEach(source -> files.addAll(source.files()));
        return files;
    }

    private List<Path> data() {
        List<Path> data = new ArrayList<>(model.data());
        data.addAll(people.data());
        return data;
    }

    /// Warns about videos in a folder, of which only images are read.
    private void warn(NamedSource source) throws Problem {
        if (!(source.spec() instanceof SourceSpec.Folder(Path folder))) return;
        int videos = FolderVideos.count(folder);
        if (videos > 0) tell(new Problem("estimate.videos", folder, videos));
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

    private void estimate(Estimation estimation, AllSinks sinks, Uncollected uncollected)
            throws Problem, InterruptedException {
        try (PoseEstimator estimator = model.open();
                PersonFinder finder = people.finder();
                SourceFinders finders = finders(estimator, finder);
                Ending _ = sinks::end) {
            uncollected.begin(this::tell);
            sinks.begin(estimator.info().skeleton());
            estimation.run(opening, finders, frames);
        }
    }

    private SourceFinders finders(PoseEstimator estimator, @Nullable PersonFinder finder) {
        Decoder reading = decoder == null ? estimator.info().decoder() : decoder;
        EngineSettings settings = EngineSettings.once(reading, flip);
        return new SourceFinders(estimator, finder, settings, people.boxed(), smooth);
    }

    /// Something that ends the run.
    private interface Ending extends AutoCloseable {
        @Override
        void close() throws Problem;
    }

    private static int exit(List<Problem> problems) {
        if (problems.stream().noneMatch(EstimateCommand::failure)) return 0;
        boolean ours = problems.stream().anyMatch(each -> each.key().equals(Estimation.UNFORESEEN));
        return ours ? Exits.UNFORESEEN : Exits.MENDABLE;
    }

    /// Whether something was not read that should have been.
    private static boolean failure(Problem problem) {
        return !problem.key().equals(FrameSource.ANIMATED);
    }

    private static String summary(AllSinks sinks, List<Problem> problems) {
        String found =
                count(sinks.images(), "frame", "frames")
                        + ", "
                        + count(sinks.people(), "person", "people");
        long failed = problems.stream().filter(EstimateCommand::failure).count();
        return failed == 0 ? found : found + ", " + count(failed, "problem", "problems");
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private void tell(Problem problem) {
        LOG.warn("{}", problem.getMessage(), problem.getCause());
        err().println(problem.message(Locale.getDefault()));
    }
}
