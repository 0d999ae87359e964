package org.hrscope.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hrscope.capture.FrameSource;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.NetworkPass;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.inference.PoseModel;
import org.hrscope.people.Person;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;
import org.hrscope.pipeline.FrameRun;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pipeline.RollingTimes;
import org.hrscope.threads.Workers;

/// Alternates the live pipeline and the bare session over equal numbers of frames, so that a change in machine load
/// affects both alike. The bare session uses ONNX Runtime's defaults: all cores for one run; then two bare sessions
/// share the cores.
public final class ThroughputBench implements AutoCloseable {
    private static final int TIMES = 20_000;
    private static final int PAIR = 2;

    /// One pipeline turn. The scheduler needs the first tenth of a second to spread threads over the cores.
    private static final double TURN_SECONDS = 2;

    /// Frames read and cropped before anything counts, as in the first two minutes of a live run: until then the JIT
    /// compiler takes its share of the cores, with a small network as with a large one, whose frames are few.
    private static final int EXERCISE = 3000;

    /// About how long that takes.
    private static final double EXERCISE_SECONDS = 12;

    /// For the same reason, how long the pipeline runs beforehand, as a share of what is measured.
    private static final double WARM_UP = 0.5;

    /// Pause between turns, for read-ahead to finish before the bare session runs.
    private static final long BREATH_MILLIS = 20;

    private final PoseEstimator estimator;
    private final EngineSettings settings = EngineSettings.standard();
    private final PoseModel plain;
    private final NetworkPass bare;
    private final List<PoseModel> pair = new ArrayList<>();
    private final List<NetworkPass> pairPasses = new ArrayList<>();
    private final Workers beside = new Workers("bare", PAIR);
    private final FullSpeed pipeline;
    private boolean counting;
    private long counted;
    private long pipelineNanos;
    private long bareNanos;
    private long pairNanos;
    private long pairCounted;
    private boolean fed;

    public final RollingTimes grab = new RollingTimes(TIMES);
    public final RollingTimes crop = new RollingTimes(TIMES);
    public final RollingTimes infer = new RollingTimes(TIMES);
    public final RollingTimes decode = new RollingTimes(TIMES);

    /// @param source endless, and left open after a turn
    public ThroughputBench(PoseEstimator estimator, FrameSource source) throws Problem {
        this.estimator = estimator;
        plain = estimator.model().file().plain();
        bare = plain.pass();
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / PAIR);
        for (int i = 0; i < PAIR; i++) {
            pair.add(estimator.model().file().plain(half));
            pairPasses.add(pair.get(i).pass());
        }
        pipeline = new FullSpeed(new FrameAnalysis(), settings, source);
    }

    /// About how long [#run(double)] takes.
    public static double seconds(double counted) {
        return EXERCISE_SECONDS + WARM_UP * counted + 3 * TURN_SECONDS + counted + TURN_SECONDS;
    }

    public void run(double seconds) throws Problem, InterruptedException {
        exercise();
        pipeline.turn(estimator, WARM_UP * seconds, this::see);
        turn();
        counting = true;
        long end = System.nanoTime() + (long) (seconds * 1e9);
        do turn();
        while (System.nanoTime() < end);
    }

    private void turn() throws Problem, InterruptedException {
        bareTurn(pipeline.turn(estimator, TURN_SECONDS, this::see));
    }

    private void exercise() throws Problem, InterruptedException {
        int[] left = {EXERCISE};
        FrameRun.run(
                () -> new KeptOpen(pipeline.source()),
                grabbed -> {
                    Frame frame = grabbed.frame();
                    BoundingBox all = BoundingBox.wholePicture(frame.width(), frame.height());
                    estimator.crop(frame, all, settings.decoder());
                    return --left[0] > 0;
                });
    }

    private void see(PipelineResult result) {
        if (counting) count(result);
        if (!fed) feed(result);
    }

    /// The bare session gets the pipeline's first input.
    private void feed(PipelineResult result) {
        BoundingBox box = result.person().orElseThrow().pose().box();
        Tensor crop = estimator.crop(result.frame(), box, settings.decoder());
        bare.input().put(0, crop.values(), 0, crop.values().capacity());
        for (NetworkPass each : pairPasses) {
            each.input().put(0, crop.values(), 0, crop.values().capacity());
        }
        fed = true;
    }

    private void bareTurn(FullSpeed.Turn turn) throws Problem {
        breathe();
        long alone = runs(bare, turn.frames());
        breathe();
        int each = (turn.frames() + PAIR - 1) / PAIR;
        List<CompletableFuture<Long>> halves =
                pairPasses.stream().map(pass -> beside.submit(() -> runs(pass, each))).toList();
        long together = 0;
        for (CompletableFuture<Long> half : halves) together += Workers.await(half);
        if (counting) {
            pipelineNanos += turn.nanos();
            bareNanos += alone;
            pairNanos += together / PAIR;
            counted += turn.frames();
            pairCounted += (long) PAIR * each;
        }
    }

    /// @return nanoseconds
    private static long runs(NetworkPass pass, int count) throws Problem {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) pass.runOnly();
        return System.nanoTime() - start;
    }

    private static void breathe() {
        try {
            Thread.sleep(BREATH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void count(PipelineResult result) {
        grab.add(result.grabNanos());
        for (Person person : result.people()) {
            Estimate.Times times = person.estimate().times();
            crop.add(times.crop());
            infer.add(times.infer());
            decode.add(times.decode());
        }
    }

    public double pipelineFramesPerSecond() {
        return counted * 1e9 / pipelineNanos;
    }

    public double pairFramesPerSecond() {
        return pairCounted * 1e9 / pairNanos;
    }

    public double bareFramesPerSecond() {
        return counted * 1e9 / bareNanos;
    }

    public double toBare() {
        return pipelineFramesPerSecond() / bareFramesPerSecond();
    }

    /// Over the faster way to run bare sessions.
    public double toBetter() {
        return pipelineFramesPerSecond() / Math.max(bareFramesPerSecond(), pairFramesPerSecond());
    }

    @Override
    public void close() {
        pipeline.close();
        bare.close();
        plain.close();
        beside.close();
        pairPasses.forEach(NetworkPass::close);
        pair.forEach(PoseModel::close);
    }
}
