package org.hrscope.ablation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.Decoder;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.pipeline.EngineListener;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pipeline.PoseEngine;

/// Frames per second of the engine with and without a cut that is followed, in turns: `[MODEL.onnx]`.
public final class CutFollowerPace {
    private static final int ROUNDS = 5;
    private static final int SECONDS = 6;

    private CutFollowerPace() {}

    public static void main(String[] arguments) throws Exception {
        ModelOpener opener = new ModelOpener(ModelProfile.EMPTY);
        var model = arguments.length == 0 ? opener.bundled() : opener.open(Path.of(arguments[0]));
        var cut =
                new CutFollower.Asked(
                        model.file(),
                        Gains.NONE.with("stage3.0.fuse_layers.0.1", 0),
                        Decoder.QUARTER,
                        Set.of());
        List<Double> ratios = new ArrayList<>();
        try (PoseEngine engine =
                        new PoseEngine(
                                spec -> new DemoSource(),
                                EngineSettings.standard(),
                                new EngineListener() {});
                CutFollower follower = new CutFollower(Throwable::printStackTrace)) {
            engine.use(new PoseEstimator(model));
            engine.play(new SourceSpec.Demo());
            int[] cuts = {0};
            count(engine, follower, cuts, 4);
            for (int round = 0; round < ROUNDS; round++) {
                follower.follow(null);
                double without = count(engine, follower, cuts, SECONDS);
                follower.follow(cut);
                count(engine, follower, cuts, 2);
                cuts[0] = 0;
                double with = count(engine, follower, cuts, SECONDS);
                ratios.add(with / without);
                System.out.printf(
                        "%.2f frames/s, with a cut followed %.2f (%.2f cuts/s): %.2f%n",
                        without, with, cuts[0] / (double) SECONDS, with / without);
            }
        }
        System.out.printf("median ratio %.2f%n", ratios.stream().sorted().toList().get(ROUNDS / 2));
    }

    private static double count(PoseEngine engine, CutFollower follower, int[] cuts, int seconds)
            throws InterruptedException {
        int frames = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < seconds * 1e9) {
            Cut shown = follower.results().poll();
            if (shown != null) {
                shown.close();
                cuts[0]++;
            }
            PipelineResult result = engine.results().poll();
            if (result == null) {
                Thread.sleep(2);
                continue;
            }
            follower.offer(result);
            result.close();
            frames++;
        }
        return frames / ((System.nanoTime() - start) / 1e9);
    }
}
