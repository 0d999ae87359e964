package org.hrscope.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import org.hrscope.capture.DemoScene;
import org.hrscope.capture.SourceSpec;
import org.hrscope.pipeline.PipelineResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Pause and play reach the source that is open now.
@Timeout(60)
class LivePlaybackTest {

    /// A source plays once it is open, whatever the one before did, and is asked to before anybody looked.
    @Test
    void toAskForPlayNeverPauses() throws InterruptedException {
        try (HeardLive heard = HeardLive.open()) {
            LiveViewModel live = heard.live();
            opened(live, new SourceSpec.Demo());
            live.hold(true);
            assertThat(live.pausedProperty().get()).isTrue();
            opened(live, new SourceSpec.Demo(DemoScene.SQUAT));
            live.hold(false);
            live.pulse(PipelineResult::close);
            assertThat(live.pausedProperty().get()).isFalse();
        }
    }

    private static void opened(LiveViewModel live, SourceSpec source) throws InterruptedException {
        live.open(source);
        while (!source.equals(live.sourceProperty().get())) Thread.sleep(5);
    }
}
