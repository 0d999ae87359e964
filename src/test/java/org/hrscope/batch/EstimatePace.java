package org.hrscope.batch;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.cli.bench.CountedFinder;
import org.hrscope.export.AllSinks;
import org.hrscope.export.Angles;
import org.hrscope.export.CocoFormat;
import org.hrscope.export.FileSink;
import org.hrscope.export.PictureNames;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.FinderOpener;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PoseEngine;
import org.jspecify.annotations.Nullable;

/// Not a test: `estimate DIR --coco F` against the time that bare sessions take for the same number of runs of the same
/// networks: two side by side that share the cores, or one on all of them, whichever is faster. A third of the bare
/// pose runs go before and two thirds after it. `EstimatePace DIR [whole|find [IMAGES]]`, by itself.
final class EstimatePace {
    private static final String POSE = "hrnet_w16_coco17_256x192";
    private static final int WARM_UP = 20;

    private EstimatePace() {}

    public static void main(String[] arguments) throws Exception {
        String folder = arguments[0];
        boolean whole = arguments.length < 2 || arguments[1].equals("whole");
        long most = arguments.length < 3 ? 0 : Long.parseLong(arguments[2]);
        AtomicInteger finds = new AtomicInteger();
        int cores = Runtime.getRuntime().availableProcessors();
        int half = Math.max(1, cores / 2);
        try (PoseEstimator estimator =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
                PersonFinder finder =
                        whole ? null : new CountedFinder(new FinderOpener().bundled(), finds);
                BareRuns posePair = new BareRuns(POSE, 2, half);
                BareRuns poseAlone = new BareRuns(POSE, 1, cores);
                BareRuns findPair = new BareRuns(FinderOpener.BUNDLED, 2, half);
                BareRuns findAlone = new BareRuns(FinderOpener.BUNDLED, 1, cores)) {
            estimate(folder, estimator, finder, WARM_UP);
            for (BareRuns each : List.of(posePair, poseAlone, findPair, findAlone)) {
                each.nanos(WARM_UP);
            }
            long looksBefore = estimator.runs();
            finds.set(0);
            // How many runs it takes is known only afterwards.
            long some = most == 0 ? 300 : Math.min(300, most);
            double posePairEach = posePair.nanos(some) / (double) some;
            double poseAloneEach = poseAlone.nanos(some) / (double) some;
            long cpu = cpu();
            long begin = System.nanoTime();
            int images = estimate(folder, estimator, finder, most);
            double took = (System.nanoTime() - begin) / 1e9;
            double busy = (cpu() - cpu) / 1e9;
            long looks = estimator.runs() - looksBefore;
            long searches = finds.get();
            long rest = Math.max(some, Math.min(looks, 2 * some));
            posePairEach = (posePairEach + 2.0 * posePair.nanos(rest) / rest) / 3;
            poseAloneEach = (poseAloneEach + 2.0 * poseAlone.nanos(rest) / rest) / 3;
            double findPairEach = searches == 0 ? 0 : findPair.nanos(some) / (double) some;
            double findAloneEach = searches == 0 ? 0 : findAlone.nanos(some) / (double) some;
            double pair = (looks * posePairEach + searches * findPairEach) / 1e9;
            double alone = (looks * poseAloneEach + searches * findAloneEach) / 1e9;
            System.out.printf(
                    "%d images: %.1f s, %.1f s of CPU; %d pose runs, %d finder runs%n",
                    images, took, busy, looks, searches);
            System.out.printf(
                    "bare: %.1f s by two sessions side by side, %.1f s by one on all cores%n",
                    pair, alone);
            System.out.printf("estimate / bare: %.3f%n", Math.min(pair, alone) / took);
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /// @return images done
    private static int estimate(
            String folder, PoseEstimator estimator, @Nullable PersonFinder finder, long most)
            throws Exception {
        NamedSource source = NamedSource.of(folder);
        Path file = Files.createTempDirectory("estimate-pace").resolve("coco.json");
        SourceOpener opener = new SourceOpener(new Cameras(), _ -> new DemoSource());
        PoseEngine.SourceOpening opening = spec -> opener.open(spec, new FramePool());
        RunPlan plan = new RunPlan(List.of(source), null, new PictureNames(List.of()), null);
        EngineSettings standard = EngineSettings.standard();
        EngineSettings settings =
                new EngineSettings(standard.decoder(), false, PersonMode.TRACKED, null, 1, false);
        try (Journal journal = Journal.start(Journal.beside(file, false), "pace");
                AllSinks sinks =
                        new AllSinks(
                                List.of(
                                        new FileSink(
                                                file, new CocoFormat(file, 0.2, Angles.NONE))));
                SourceFinders finders =
                        new SourceFinders(estimator, finder, settings, false, false)) {
            sinks.begin(estimator.info().skeleton());
            new Estimation(List.of(source), plan, sinks, journal, (_, _, _, _) -> {})
                    .run(opening, finders, most);
            sinks.end();
            return sinks.images();
        }
    }
}
