package org.hrscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private static final int PARTS = 3;
    private static final int MOST_SECONDS = 86_400;

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
        positive("--seconds", seconds, MOST_SECONDS);
        if (startup < 0) throw misuse("misuse.natural", "--startup");
        if (json != null) {
            result("--json", json, "");
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
        BenchReport report;
        try (PoseEstimator estimator = asRemembered()) {
            if (inspect != null) FollowBench.check(estimator, inspect);
            takes(2 * ThroughputBench.seconds(seconds) + (inspect == null ? 0 : seconds));
            report = steps(estimator);
        }
        report.print(out());
        keep(report);
        return 0;
    }

    private void takes(double all) {
        Problem told = new Problem("bench.takes", Math.round(all));
        err().println(told.message(Locale.getDefault()));
    }

    private BenchReport steps(PoseEstimator estimator) throws Problem, InterruptedException {
        try (FrameSource source = opening.open(new SourceSpec.Demo());
                ThroughputBench bench = new ThroughputBench(estimator, source);
                ProgressLine line = new ProgressLine(err())) {
            line.at(0, PARTS, "frames drawn while the network runs");
            bench.run(seconds);
            line.at(1, PARTS, "frames drawn beforehand");
            BenchReport.Ratios prepared = prepared(estimator, source);
            List<BenchReport.Step> steps = new ArrayList<>();
            steps.add(BenchReport.Step.of("grab", bench.grab));
            steps.add(BenchReport.Step.of("crop", bench.crop));
            steps.add(BenchReport.Step.of("infer", bench.infer));
            steps.add(BenchReport.Step.of("decode", bench.decode));
            line.at(2, PARTS, "the stage and the inspector");
            if (!noDraw) steps.add(BenchReport.Step.of("draw", draw(estimator, source)));
            return new BenchReport(
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
                    follow(estimator, source));
        }
    }

    private BenchReport.@Nullable Following follow(PoseEstimator estimator, FrameSource source)
            throws Problem, InterruptedException {
        return inspect == null ? null : new FollowBench(estimator, source, inspect).run(seconds);
    }

    /// From the standard plan, whatever is remembered.
    private void tune() throws Problem, InterruptedException {
        try (PoseEstimator estimator = model.open();
                ProgressLine line = new ProgressLine(err())) {
            long start = System.nanoTime();
            Tuning found =
                    tuning.tune(
                            estimator,
                            LiveBench.AT_ONCE,
                            (done, total) -> line.at(done, total, "ways to run"));
            double took = (System.nanoTime() - start) / 1e9;
            line.close();
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
            takes(PeopleBench.seconds(seconds));
            PeopleReport report = bench.run(seconds);
            report.print(out());
            keep(report);
        }
    }

    private void keep(Record report) throws Problem {
        if (json == null) return;
        new Json(Json.Names.AS_WRITTEN).write(json, report);
        written("", json);
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
