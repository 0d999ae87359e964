package org.hrscope.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.inference.PoseModel;

/// Frames per second of the engine with and without something that follows its results, in turns.
public abstract class Turns {
    private static final int WARM_UP_SECONDS = 5;
    private static final int SETTLING_SECONDS = 2;

    private final int rounds;
    private final int seconds;

    protected Turns(int rounds, int seconds) {
        this.rounds = rounds;
        this.seconds = seconds;
    }

    protected abstract void follow(boolean on);

    /// Called for each frame.
    protected abstract void offer(PipelineResult result);

    /// Answers since the last call.
    protected abstract int answers();

    public final void run(PoseModel model) throws Exception {
        List<Double> ratios = new ArrayList<>();
        try (PoseEngine engine =
                new PoseEngine(
                        spec -> new DemoSource(),
                        EngineSettings.standard(),
                        new EngineListener() {})) {
            engine.use(new PoseEstimator(model));
            engine.play(new SourceSpec.Demo());
            count(engine, WARM_UP_SECONDS);
            for (int round = 0; round < rounds; round++) {
                follow(false);
                double without = count(engine, seconds);
                follow(true);
                count(engine, SETTLING_SECONDS);
                answers();
                double with = count(engine, seconds);
                ratios.add(with / without);
                System.out.printf(
                        "%.2f frames/s, followed %.2f (%.2f answers/s): %.2f%n",
                        without, with, answers() / (double) seconds, with / without);
            }
        }
        System.out.printf("median ratio %.2f%n", ratios.stream().sorted().toList().get(rounds / 2));
    }

    private double count(PoseEngine engine, int seconds) throws InterruptedException {
        int frames = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < seconds * 1e9) {
            PipelineResult result = engine.results().poll();
            if (result == null) {
                Thread.sleep(2);
                continue;
            }
            offer(result);
            result.close();
            frames++;
        }
        return frames / ((System.nanoTime() - start) / 1e9);
    }
}
