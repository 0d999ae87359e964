package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;
import org.hrscope.pipeline.Succession.Step;
import org.junit.jupiter.api.Test;

class SuccessionTest {
    private static final long RATE = 25;
    private static final SourceInfo CLIP = new SourceInfo("clip.mp4", 400, RATE, false);
    private static final SourceInfo CAMERA = new SourceInfo("camera 0", 0, RATE, true);

    private final Succession succession = new Succession();

    private List<Step> steps(SourceInfo source, long... frames) {
        return steps(new Object(), source, frames);
    }

    private List<Step> steps(Object playing, SourceInfo source, long... frames) {
        List<Step> steps = new ArrayList<>();
        for (long index : frames) {
            var origin = new Frame.Origin(source.name(), index, index * 1_000_000_000 / RATE);
            Frame frame = new Frame(1, 1, ByteBuffer.allocateDirect(4), origin, () -> {});
            steps.add(succession.at(new Grabbed(frame, source, 0, playing)));
        }
        return steps;
    }

    @Test
    void aClipGoesOnOrBack() {
        assertThat(steps(CLIP, 7, 8, 11, 10, 9, 3, 200, 174))
                .containsExactly(
                        Step.OTHER_SOURCE,
                        Step.ON,
                        Step.ON,
                        Step.ON,
                        Step.ON,
                        Step.STEPPED_BACK,
                        Step.ON,
                        Step.WENT_BACK);
    }

    /// Its held picture is looked at again while newer ones are watched.
    @Test
    void aCameraGoesOnWhateverItsNumbers() {
        assertThat(steps(CAMERA, 300, 7, 301)).containsExactly(Step.OTHER_SOURCE, Step.ON, Step.ON);
    }

    @Test
    void whatPlaysAnewIsAnotherSource() {
        assertThat(steps(CLIP, 7)).containsExactly(Step.OTHER_SOURCE);
        assertThat(steps(CLIP, 8, 9)).containsExactly(Step.OTHER_SOURCE, Step.ON);
    }

    @Test
    void afterForgettingSoIsTheSameOne() {
        Object playing = new Object();
        assertThat(steps(playing, CLIP, 8)).containsExactly(Step.OTHER_SOURCE);
        assertThat(steps(playing, CLIP, 9)).containsExactly(Step.ON);
        succession.forget();
        assertThat(steps(playing, CLIP, 10, 11)).containsExactly(Step.OTHER_SOURCE, Step.ON);
    }
}
