package org.hrscope.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.motion.OneEuro;
import org.hrscope.motion.Smoothing;
import org.hrscope.pipeline.EngineListener;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.ui.opening.Silent;
import org.junit.jupiter.api.Test;

/// Whose poses are smoothed is asked for each source.
class LiveSmoothingTest {

    @Test
    void theNextSourceHasItsDefaultAndACameraThatIsBackKeepsTheChoice() {
        AtomicReference<EngineListener> engine = new AtomicReference<>();
        try (LiveViewModel live =
                new LiveViewModel(
                        EngineSettings.standard(),
                        Runnable::run,
                        new Silent(),
                        listener -> {
                            engine.set(listener);
                            return new PoseEngine(
                                    spec -> new DemoSource(), EngineSettings.standard(), listener);
                        })) {
            SourceInfo camera = new SourceInfo("camera", 0, 30, true);
            SourceSpec spec = new SourceSpec.Demo();
            Smoothing never = new Smoothing(Smoothing.When.NEVER, new OneEuro(0.4, 8.5));
            engine.get().opened(spec, camera);
            live.smoothingProperty().set(never);
            engine.get().recovered(spec, camera);
            assertThat(live.smoothingProperty().get()).isEqualTo(never);
            engine.get().opened(spec, camera);
            assertThat(live.smoothingProperty().get())
                    .isEqualTo(new Smoothing(Smoothing.When.LIVE, new OneEuro(0.4, 8.5)));
        }
    }
}
