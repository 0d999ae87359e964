package org.hrscope.ui.stage;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pipeline.RollingTimes;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;

/// Time to show a frame on the FX thread: results on a 960 x 720 stage with the default layers, one per pulse, round
/// after round, on JavaFX's headless platform. Ends the toolkit: for a process that opens no window afterwards.
public final class DrawMeasurement {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 720;

    /// Warm-up rounds before any count: in a real window the painting code is already compiled.
    private static final int WARM_UP = 4;

    private static final int COUNTED = 4;

    /// It usually takes some ten seconds; after an error on the FX thread it would never end.
    private static final long PATIENCE_MINUTES = 5;

    private DrawMeasurement() {}

    /// Closes the results.
    public static RollingTimes of(List<PipelineResult> results) throws InterruptedException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        RollingTimes times = new RollingTimes(Math.max(1, COUNTED * results.size()));
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> new Run(results, times, done).start());
        try {
            if (!done.await(PATIENCE_MINUTES, TimeUnit.MINUTES))
                throw new IllegalStateException("drawing did not finish");
        } finally {
            Platform.exit();
        }
        return times;
    }

    private static final class Run extends AnimationTimer {
        private final Selection selection = new Selection();
        private final JointsViewModel joints = new JointsViewModel(selection);
        private final StageView view =
                new StageView(
                        new LayersViewModel(), joints, selection, new JointNames(new Texts()));
        private final List<PipelineResult> results;
        private final RollingTimes times;
        private final CountDownLatch done;
        private final Stage window = new Stage();
        private int shown;

        Run(List<PipelineResult> results, RollingTimes times, CountDownLatch done) {
            this.results = results;
            this.times = times;
            this.done = done;
            window.setScene(new Scene(view, WIDTH, HEIGHT));
            window.show();
        }

        @Override
        public void handle(long now) {
            int round = shown / Math.max(1, results.size());
            if (results.isEmpty() || round >= WARM_UP + COUNTED) {
                stop();
                view.clear();
                results.forEach(PipelineResult::close);
                window.hide();
                done.countDown();
                return;
            }
            PipelineResult result = results.get(shown++ % results.size());
            result.retained();
            long start = System.nanoTime();
            joints.show(
                    result.model().skeleton(),
                    result.person().map(person -> person.pose().keypoints()).orElse(List.of()));
            view.show(result);
            if (round >= WARM_UP) times.add(System.nanoTime() - start);
        }
    }
}
