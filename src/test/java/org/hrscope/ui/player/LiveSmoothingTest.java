package org.hrscope.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.motion.OneEuro;
import org.hrscope.motion.Smoothing;
import org.junit.jupiter.api.Test;

/// Whose poses are smoothed is asked for each source.
class LiveSmoothingTest {

    @Test
    void theNextSourceHasItsDefaultAndACameraThatIsBackKeepsTheChoice() {
        try (HeardLive heard = HeardLive.open()) {
            LiveViewModel live = heard.live();
            SourceInfo camera = new SourceInfo("camera", 0, 30, true);
            SourceSpec spec = new SourceSpec.Demo();
            Smoothing never = new Smoothing(Smoothing.When.NEVER, new OneEuro(0.4, 8.5));
            heard.engine().opened(spec, camera);
            live.smoothingProperty().set(never);
            heard.engine().recovered(spec, camera);
            assertThat(live.smoothingProperty().get()).isEqualTo(never);
            heard.engine().opened(spec, camera);
            assertThat(live.smoothingProperty().get())
                    .isEqualTo(new Smoothing(Smoothing.When.LIVE, new OneEuro(0.4, 8.5)));
        }
    }
}
