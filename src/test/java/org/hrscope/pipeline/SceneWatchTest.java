package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;
import org.hrscope.pipeline.SceneWatch.Change;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SceneWatchTest {
    private static final long FRAME = 40_000_000;
    private final SourceInfo clip = new SourceInfo("clip", 1_000, 25, false);
    private final SceneWatch watch = new SceneWatch();
    private Object playing = new Object();

    private Change at(SourceInfo source, String name, long index, double speed, long now) {
        Frame frame =
                new Frame(
                        16,
                        16,
                        ByteBuffer.allocateDirect(1024),
                        new Frame.Origin(name, index, index * FRAME),
                        () -> {});
        try (Grabbed grabbed = new Grabbed(frame, source, 0, playing)) {
            return watch.at(grabbed, speed, now);
        }
    }

    private Change at(long index, long frameTimes) {
        return at(clip, "clip", index, 1, frameTimes * FRAME);
    }

    @BeforeEach
    void playing() {
        assertThat(at(100, 0)).isEqualTo(Change.OTHER_SOURCE);
    }

    @ParameterizedTest
    @CsvSource({
        "101, NONE", "100, NONE", "99, NONE", "98, STEPPED_BACK", "76, STEPPED_BACK",
        "75, WENT_BACK", "0, WENT_BACK", "126, NONE", "128, SKIPPED", "900, SKIPPED"
    })
    void bySoManyFrames(long index, Change change) {
        assertThat(at(index, 1)).isEqualTo(change);
    }

    @Test
    void framesThatASlowNetworkDropsAreNoSeek() {
        assertThat(at(180, 80)).isEqualTo(Change.NONE);
        assertThat(at(clip, "clip", 280, 2, 130 * FRAME)).isEqualTo(Change.NONE);
    }

    @Test
    void aLongPauseExcusesNoSeek() {
        assertThat(at(700, 100_000)).isEqualTo(Change.SKIPPED);
    }

    @Test
    void aCameraIsNeverSought() {
        SourceInfo camera = new SourceInfo("camera", 0, 30, true);
        playing = new Object();
        assertThat(at(camera, "camera", 0, 1, 0)).isEqualTo(Change.OTHER_SOURCE);
        assertThat(at(camera, "camera", 500, 1, FRAME)).isEqualTo(Change.NONE);
    }

    @Test
    void anotherImageOrAnotherSourceOfTheSameName() {
        assertThat(at(clip, "other", 101, 1, FRAME)).isEqualTo(Change.OTHER_SOURCE);
        playing = new Object();
        assertThat(at(clip, "other", 102, 1, FRAME)).isEqualTo(Change.OTHER_SOURCE);
        watch.forget();
        assertThat(at(clip, "other", 103, 1, FRAME)).isEqualTo(Change.OTHER_SOURCE);
    }

    /// As each pass over a clip that cannot seek describes itself anew.
    @Test
    void aLoopIsTheSameSourceOnceMore() {
        SourceInfo again = new SourceInfo("clip", 1_000, 25, false);
        assertThat(at(again, "clip", 0, 1, FRAME)).isEqualTo(Change.WENT_BACK);
    }
}
