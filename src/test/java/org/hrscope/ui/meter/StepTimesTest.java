package org.hrscope.ui.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hrscope.capture.FramePool;
import org.hrscope.domain.Frame;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.ModelInfos;
import org.hrscope.people.People;
import org.hrscope.pipeline.PipelineResult;
import org.junit.jupiter.api.Test;

class StepTimesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final ModelInfo MODEL = ModelInfos.of(16, 16, 1);

    private final StepTimes times = new StepTimes();

    /// Frames from one time to another, at this pace.
    private void play(double from, double to, double framesPerSecond) {
        int count = (int) Math.round((to - from) * framesPerSecond);
        for (int i = 1; i <= count; i++) {
            long now = (long) ((from + i / framesPerSecond) * SECOND);
            try (Frame frame =
                            new FramePool()
                                    .frame(1, 1, new Frame.Origin("test", i, now), pixels -> {});
                    PipelineResult result =
                            new PipelineResult(frame.retain(), MODEL, People.NOBODY, 0, 1, 0)) {
                times.shown(result, 1, now);
            }
        }
    }

    @Test
    void framesPerSecondAreThoseOfTheLastTwoSeconds() {
        play(0, 3, 10);
        play(3, 6, 20);
        assertThat(times.framesPerSecond(6 * SECOND)).isCloseTo(20, within(0.1));
        assertThat(times.framesPerSecond(9 * SECOND)).isZero();
    }

    @Test
    void whileTheInspectorIsOpenThePaceOfBeforeIsKept() {
        play(0, 3, 30);
        assertThat(times.closedFramesPerSecond()).isZero();
        times.inspecting(true, 3 * SECOND);
        play(3, 6, 20);
        times.inspecting(true, 6 * SECOND);
        assertThat(times.closedFramesPerSecond()).isCloseTo(30, within(0.1));
        assertThat(times.framesPerSecond(6 * SECOND)).isCloseTo(20, within(0.1));
        times.inspecting(false, 6 * SECOND);
        assertThat(times.closedFramesPerSecond()).isZero();
    }

    @Test
    void framesOfBeforeSayNothingAboutNow() {
        play(0, 3, 30);
        times.inspecting(true, 3 * SECOND);
        play(3, 3.5, 10);
        assertThat(times.framesPerSecond((long) (3.5 * SECOND))).isCloseTo(10, within(0.1));
    }
}
