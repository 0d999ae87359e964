package org.hrscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.Crowd;
import org.hrscope.cli.bench.BenchReport;
import org.hrscope.cli.bench.FollowBench;
import org.hrscope.cli.bench.KeptOpen;
import org.hrscope.cli.bench.PeopleBench;
import org.hrscope.cli.bench.PeopleReport;
import org.hrscope.cli.bench.PreparedFrames;
import org.hrscope.cli.bench.StartupBench;
import org.hrscope.cli.bench.ThroughputBench;
import org.hrscope.cli.bench.TuneReport;
import org.hrscope.domain.Problem;
import org.hrscope.file.NamedInputs;
import org.hrscope.file.WholeFile;
import org.hrscope.inference.ExecutionPlan;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.json.Json;
import org.hrscope.people.FinderOpener;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.pipeline.RollingTimes;
import org.hrscope.tuning.LiveBench;
import org.hrscope.tuning.NetworkTuning;
import org.hrscope.tuning.ThisMachine;
import org.hrscope.tuning.Tuning;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bench`: the time of each step, and how close the pipeline comes to a bare session on the same machine.
@Command(name = "bench", mixinStandardHelpOptions = true)
public final class BenchCommand extends Printing implements Callable<Integer> {
    private static final int DRAWN = 60;

    /// Draws frames as the window does, and measures the FX thread's share.
    public interface DrawingCost {
        RollingTimes draw(List<PipelineResult> results) throws InterruptedException;
    }

    private final PoseEngine.SourceOpening opening;
    private final DrawingCost drawing;
    private final NetworkTuning tuning;

    @Mixin private final ModelOptions model = new ModelOptions();

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "20")
    private double seconds;

    @Option(names = "--inspect", paramLabel = "NODE")
    private @Nullable String inspect;

    @Option(names = "--no-draw")
    private boolean noDraw;

    @Option(
            names = "--startup",
            arity = "0..1",
            paramLabel = "RUNS",
            defaultValue = "0",
            fallbackValue = "5")
    private int startup;

    @Option(
            names = "--people",
            paramLabel = "N",
            description =
                    "Instead compare N people (1 to "
                            + Crowd.MOST
                            + ") with one person, and with one person without the finder.")
    private @Nullable Integer people;

    @Option(names = "--tune")
    private boolean tune;

    @Option(names = "--json", paramLabel = "FILE")
    private @Nullable Path json;

    public BenchCommand(
            PoseEngine.SourceOpening opening, DrawingCost drawing, NetworkTuning tuning) {
        this.opening = opening;
        this.drawing = drawing;
        this.tuning = tuning;
    }

    @Override
    public Integer call() throws Problem, InterruptedException {
        if (!(seconds > 0)) {
            throw misuse("misuse.seconds");
        }
        if (json != null) {
            WholeFile.check(json);
            new NamedInputs(model.files(), model::data).refuse(json);
        }
        Integer crowd = people;
        if (crowd != null) {
            people(crowd);
            return 0;
        }
        if (startup > 0) {
            StartupBench.Report starts = new StartupBench().run(startup);
            starts.print(out());
            keep(starts);
            return 0;
        }
        if (tune) {
            tune();
            return 0;
        }
        try (PoseEstimator estimator = asRemembered();
                FrameSource source = opening.open(new SourceSpec.Demo());
                ThroughputBench bench = new ThroughputBench(estimator, source)) {
            if (inspect != null) FollowBench.check(estimator, inspect);
            bench.run(seconds);
            BenchReport.Ratios prepared = prepared(estimator, source);
            List<BenchReport.Step> steps = new ArrayList<>();
            steps.add(BenchReport.Step.of("grab", bench.grab));
            steps.add(BenchReport.Step.of("crop", bench.crop));
            steps.add(BenchReport.Step.of("infer", bench.infer));
            steps.add(BenchReport.Step.of("decode", bench.decode));
            if (!noDraw) steps.add(BenchReport.Step.of("draw", draw(estimator, source)));
            BenchReport report =
                    new BenchReport(
                            estimator.info().name(),
                            Runtime.getRuntime().availableProcessors(),
                            TuneReport.Plan.of(estimator.plan()),
                            seconds,
                            bench.bareFramesPerSecond(),
                            bench.pairFramesPerSecond(),
                            bench.pipelineFramesPerSecond(),
                            bench.toBare(),
                            bench.toBetter(),
                            prepared.toBare(),
                            prepared.toBetter(),
                            steps,
                            inspect == null
                                    ? null
                                    : new FollowBench(estimator, source, inspect).run(seconds));
            report.print(out());
            keep(report);
        }
        return 0;
    }

    /// From the standard plan, whatever is remembered.
    private void tune() throws Problem, InterruptedException {
        try (PoseEstimator estimator = model.open()) {
            long start = System.nanoTime();
            Tuning found = tuning.tune(estimator, LiveBench.AT_ONCE, (done, total) -> {});
            double took = (System.nanoTime() - start) / 1e9;
            TuneReport report =
                    TuneReport.of(estimator.info().name(), ThisMachine.now(), took, found);
            report.print(out());
            keep(report);
        }
    }

    /// As the window runs it.
    private PoseEstimator asRemembered() throws Problem {
        PoseEstimator first = model.open(tuning.plans());
        boolean kept = false;
        try {
            ExecutionPlan plan = tuning.known(first).orElse(first.plan());
            kept = plan.equals(first.plan());
            return kept ? first : tuning.reopened(first, plan);
        } finally {
            if (!kept) first.close();
        }
    }

    private void people(int count) throws Problem, InterruptedException {
        if (count < 1 || count > Crowd.MOST) {
            throw misuse("misuse.people", Crowd.MOST);
        }
        try (PoseEstimator estimator = asRemembered();
                PeopleBench bench = new PeopleBench(estimator, new FinderOpener(), count)) {
            PeopleReport report = bench.run(seconds);
            report.print(out());
            keep(report);
        }
    }

    private void keep(Record report) throws Problem {
        if (json != null) new Json(Json.Names.AS_WRITTEN).write(json, report);
    }

    /// Where rendering the figure costs the pipeline nothing.
    private BenchReport.Ratios prepared(PoseEstimator estimator, FrameSource source)
            throws Problem, InterruptedException {
        try (PreparedFrames frames = new PreparedFrames(source, DRAWN / 2);
                ThroughputBench bench = new ThroughputBench(estimator, frames)) {
            bench.run(seconds);
            return new BenchReport.Ratios(bench.toBare(), bench.toBetter());
        }
    }

    private RollingTimes draw(PoseEstimator estimator, FrameSource source)
            throws Problem, InterruptedException {
        List<PipelineResult> results = new ArrayList<>();
        FrameAnalysis.run(
                () -> new KeptOpen(source),
                estimator,
                EngineSettings.standard(),
                result -> {
                    results.add(result);
                    return results.size() < DRAWN;
                });
        return drawing.draw(results);
    }
}
