package org.hrscope.teach;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.Decoder;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.inference.PoseModel;
import org.hrscope.pipeline.EngineListener;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pipeline.PoseEngine;

/// The live rate of the bundled network with two taught joints, against the rate without, in turns.
public final class TaughtPace {
    private static final int ROUNDS = 5;
    private static final int SECONDS = 6;

    private TaughtPace() {}

    public static void main(String[] arguments) throws Exception {
        ModelOpener opener = new ModelOpener(ModelProfile.EMPTY);
        for (FeatureSet set : FeatureSet.values()) {
            Path file = Files.createTempDirectory("taught").resolve("taught.onnx");
            try (PoseModel bundled = opener.bundled();
                    FeatureReader reader = FeatureReader.of(bundled.file())) {
                var seen = Figures.seen(reader, 40, 3);
                var fitted =
                        new Teacher(
                                        LabelledPerson.examples(seen, Figures.PELVIS),
                                        set,
                                        Decoder.QUARTER)
                                .fit();
                List<TaughtJoint> two =
                        List.of(
                                new TaughtJoint("pelvis", fitted, "left_hip"),
                                new TaughtJoint("waist", fitted, "right_hip"));
                new TaughtNetwork(bundled.file(), reader.head(), reader.sources(set), two)
                        .write(file);
            }
            compare(opener, file, set);
            Files.delete(file);
        }
    }

    private static void compare(ModelOpener opener, Path taught, FeatureSet set) throws Exception {
        List<Double> ratios = new ArrayList<>();
        try (PoseEngine engine =
                new PoseEngine(
                        spec -> new DemoSource(),
                        EngineSettings.standard(),
                        new EngineListener() {})) {
            engine.use(new PoseEstimator(opener.bundled()));
            engine.play(new SourceSpec.Demo());
            count(engine, 3);
            for (int round = 0; round < ROUNDS; round++) {
                engine.use(new PoseEstimator(opener.bundled()));
                count(engine, 1);
                double without = count(engine, SECONDS);
                engine.use(new PoseEstimator(opener.open(taught)));
                count(engine, 1);
                double with = count(engine, SECONDS);
                ratios.add(with / without);
                System.out.printf(
                        Locale.ROOT,
                        "%s: %.2f frames/s, with two taught joints %.2f: %.3f%n",
                        set,
                        without,
                        with,
                        with / without);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: median ratio %.3f%n",
                set,
                ratios.stream().sorted().toList().get(ROUNDS / 2));
    }

    private static double count(PoseEngine engine, int seconds) throws InterruptedException {
        int frames = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < seconds * 1e9) {
            PipelineResult result = engine.results().poll();
            if (result == null) {
                Thread.sleep(2);
                continue;
            }
            result.close();
            frames++;
        }
        return frames / ((System.nanoTime() - start) / 1e9);
    }
}
