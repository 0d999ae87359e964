package org.hrscope.ui.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.pipeline.EngineListener;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.recording.LiveRecorder;
import org.hrscope.recording.Shot;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.LayersViewModel;
import org.hrscope.ui.stage.StageView;
import org.jspecify.annotations.Nullable;

/// Not a test: results a second of the live engine on the 720p demo figure at its own 30 frames a second, with and
/// without a recording of all its usual layers, in turns. `RecordPace [TURNS [SECONDS]]`, by itself.
final class RecordPace {
    private RecordPace() {}

    public static void main(String[] arguments) throws Exception {
        int turns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 6;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        new FxToolkit().beforeAll(null);
        Selection selection = new Selection();
        JointsViewModel joints = new JointsViewModel(selection);
        StageView view =
                FxToolkit.on(() ->
                        new StageView(
                                new LayersViewModel(),
                                joints,
                                selection,
                                new JointNames(new Texts())));
        EngineListener quiet =
                new EngineListener() {
                    @Override
                    public void problem(Problem problem) {
                        System.err.println(problem.getMessage());
                    }

                    @Override
                    public void recovered(SourceSpec spec, SourceInfo info) {}
                };
        Path folder = Files.createTempDirectory("record-pace");
        try (PoseEngine engine =
                new PoseEngine(spec -> new DemoSource(), EngineSettings.standard(), quiet)) {
            engine.use(new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled()));
            engine.play(new SourceSpec.Demo());
            run(engine, view, joints, null, seconds);
            double[] rates = new double[2];
            double[] costs = new double[2];
            for (int turn = 0; turn < turns; turn++) {
                boolean records = turn % 2 == 1;
                Path file = folder.resolve(turn + ".mp4");
                LiveRecorder recorder = records ? recorder(file) : null;
                long cpu = cpuNanos();
                double rate = run(engine, view, joints, recorder, seconds);
                double cost = (cpuNanos() - cpu) / 1e6 / (rate * seconds);
                costs[turn % 2] += cost / (turns / 2.0);
                if (recorder != null) recorder.close();
                rates[turn % 2] += rate / (turns / 2.0);
                System.out.printf(
                        "%s %.2f results/s, %.1f ms of CPU each%n",
                        records ? "recording" : "plain", rate, cost);
            }
            System.out.printf(
                    "recording / plain: %.3f by the clock, %.3f in CPU time%n",
                    rates[1] / rates[0], costs[0] / costs[1]);
        }
        Platform.exit();
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static LiveRecorder recorder(Path file) {
        LiveRecorder recorder =
                new LiveRecorder(
                        file,
                        new LiveRecorder.Listener() {
                            @Override
                            public void recovered(Problem found) {}

                            @Override
                            public void done(Path made, @Nullable Problem early) {}

                            @Override
                            public void failed(Problem problem) {
                                System.err.println(problem.getMessage());
                            }
                        });
        recorder.start();
        return recorder;
    }

    private static double run(
            PoseEngine engine,
            StageView view,
            JointsViewModel joints,
            @Nullable LiveRecorder recorder,
            int seconds)
            throws InterruptedException {
        long begin = System.nanoTime();
        int count = 0;
        while (System.nanoTime() - begin < seconds * 1_000_000_000L) {
            PipelineResult result = engine.results().poll();
            if (result == null) {
                Thread.sleep(2);
                continue;
            }
            count++;
            try (result) {
                FxToolkit.run(() ->
                        joints.show(
                                result.model().skeleton(),
                                result.person()
                                        .map(person -> person.pose().keypoints())
                                        .orElse(List.of())));
                if (recorder != null)
                    recorder.offer(
                            new Shot(
                                    result.retained().frame(),
                                    FxToolkit.on(() -> view.painters().over(result))));
            }
        }
        return count / ((System.nanoTime() - begin) / 1e9);
    }
}
