package org.hrscope.teach;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
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

/// The live rate of the bundled network with two taught joints, against the rate without, in turns; and the processor
/// time of a frame, which other work on the machine disturbs less.
public final class TaughtPace {
    private static final int ROUNDS = 3;
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
        List<Double> costs = new ArrayList<>();
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
                Pace without = count(engine, SECONDS);
                engine.use(new PoseEstimator(opener.open(taught)));
                count(engine, 1);
                Pace with = count(engine, SECONDS);
                ratios.add(with.rate / without.rate);
                costs.add(without.cost / with.cost);
                System.out.printf(
                        Locale.ROOT,
                        "%s: %.2f frames/s, with two taught joints %.2f; processor time %.1f, %.1f ms%n",
                        set,
                        without.rate,
                        with.rate,
                        without.cost / 1e6,
                        with.cost / 1e6);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: median ratio %.3f by the clock, %.3f in processor time%n",
                set,
                Teacher.median(ratios),
                Teacher.median(costs));
    }

    /// @param rate frames a second
    /// @param cost nanoseconds of all cores per frame
    private record Pace(double rate, double cost) {}

    private static Pace count(PoseEngine engine, int seconds) throws InterruptedException {
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        int frames = 0;
        long used = process.getProcessCpuTime();
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
        double rate = frames / ((System.nanoTime() - start) / 1e9);
        return new Pace(rate, (process.getProcessCpuTime() - used) / (double) frames);
    }
}
