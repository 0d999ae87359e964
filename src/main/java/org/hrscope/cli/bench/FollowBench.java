package org.hrscope.cli.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.hrscope.capture.FrameSource;
import org.hrscope.domain.NearestNames;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.pipeline.ActivationFollower;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;

/// Alternates the pipeline with and without a second session that reads an inner value, as the inspector does.
public final class FollowBench {
    /// Frames per turn: long enough for several updates.
    private static final int TURN = 96;

    /// The first turn of each kind opens the second session and is discarded.
    private static final int WARM_UP = 2;

    private final PoseEstimator estimator;
    private final FrameSource source;
    private final String node;
    private final long[] nanos = new long[2];
    private final AtomicLong looks = new AtomicLong();
    private volatile boolean counting;
    private long turns;
    private long frames;
    private long turnStart;

    /// @param source endless, and left open
    /// @param node   a value's name
    public FollowBench(PoseEstimator estimator, FrameSource source, String node) {
        this.estimator = estimator;
        this.source = source;
        this.node = node;
    }

    /// @throws Problem `onnx.no-value` if the network has no such value
    public static void check(PoseEstimator estimator, String node) throws Problem {
        ModelFile file = estimator.model().file();
        boolean known = file.graph().readable().contains(node) || node.equals(file.info().input());
        if (!known) throw unknown(file, node);
    }

    private static Problem unknown(ModelFile file, String node) throws Problem {
        String near = NearestNames.of(node, file.graph().readable());
        return new Problem("onnx.no-value", file.info().name(), node, near);
    }

    /// @throws Problem `onnx.no-value` if the network has no such value, `bench.unread`
    public BenchReport.Following run(double seconds) throws Problem, InterruptedException {
        Problem[] trouble = {null};
        long end = System.nanoTime() + (long) (seconds * 1e9);
        try (ActivationFollower follower = new ActivationFollower(p -> trouble[0] = p)) {
            follower.model(estimator.model().file(), List.of(node));
            turnStart = System.nanoTime();
            FrameAnalysis.run(
                    () -> new KeptOpen(source),
                    estimator,
                    EngineSettings.standard(),
                    result -> {
                        try (result) {
                            follower.offer(result);
                        }
                        if (++frames == TURN) turnOver(follower);
                        return trouble[0] == null
                                && (turns < 2 * WARM_UP + 2 || System.nanoTime() < end);
                    });
        }
        if (trouble[0] != null) throw trouble[0];
        return following();
    }

    /// @throws Problem `bench.unread` if the follower never came to it
    BenchReport.Following following() throws Problem {
        if (looks.get() == 0) throw new Problem("bench.unread", node);
        long counted = (turns - WARM_UP) / 2 * TURN;
        double closed = counted * 1e9 / nanos[0];
        double open = counted * 1e9 / nanos[1];
        return new BenchReport.Following(
                node, closed, open, open / closed, looks.get() * 1e9 / nanos[1]);
    }

    private boolean open() {
        return turns % 2 == 1;
    }

    private void turnOver(ActivationFollower follower) {
        long took = System.nanoTime() - turnStart;
        if (turns >= WARM_UP) nanos[open() ? 1 : 0] += took;
        turns++;
        counting = turns >= WARM_UP;
        if (open()) follower.request(this, Set.of(node), (result, values) -> look(values));
        else follower.request(this, Set.of());
        frames = 0;
        turnStart = System.nanoTime();
    }

    private void look(Map<String, Tensor> values) {
        if (counting && values.containsKey(node)) looks.incrementAndGet();
    }
}
