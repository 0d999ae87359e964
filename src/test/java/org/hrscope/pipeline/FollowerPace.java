package org.hrscope.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.Part;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;

/// Frames per second of the engine with and without a follower that looks at every part, in turns: `[MODEL.onnx]`.
public final class FollowerPace {
    private static final int ROUNDS = 6;
    private static final int SECONDS = 8;

    private FollowerPace() {}

    public static void main(String[] arguments) throws Exception {
        ModelOpener opener = new ModelOpener(ModelProfile.EMPTY);
        var model = arguments.length == 0 ? opener.bundled() : opener.open(Path.of(arguments[0]));
        List<String> parts =
                HrNetReader.read(model.file().graph()).orElseThrow().parts().stream()
                        .map(Part::name)
                        .toList();
        AtomicInteger looks = new AtomicInteger();
        List<Double> ratios = new ArrayList<>();
        try (PoseEngine engine =
                        new PoseEngine(
                                spec -> new DemoSource(),
                                EngineSettings.standard(),
                                new EngineListener() {});
                ActivationFollower follower = new ActivationFollower(Throwable::printStackTrace)) {
            engine.use(new PoseEstimator(model));
            engine.play(new SourceSpec.Demo());
            follower.model(model.file(), parts);
            count(engine, follower, 5);
            for (int round = 0; round < ROUNDS; round++) {
                follower.request(ratios, Set.of());
                double without = count(engine, follower, SECONDS);
                follower.request(ratios, Set.copyOf(parts), (r, values) -> looks.incrementAndGet());
                count(engine, follower, 2);
                looks.set(0);
                double with = count(engine, follower, SECONDS);
                ratios.add(with / without);
                System.out.printf(
                        "%.2f frames/s, with the follower %.2f (%.2f looks/s): %.2f%n",
                        without, with, looks.get() / (double) SECONDS, with / without);
            }
        }
        System.out.printf("median ratio %.2f%n", ratios.stream().sorted().toList().get(ROUNDS / 2));
    }

    private static double count(PoseEngine engine, ActivationFollower follower, int seconds)
            throws InterruptedException {
        int frames = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < seconds * 1e9) {
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
