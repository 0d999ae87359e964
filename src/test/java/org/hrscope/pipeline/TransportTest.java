package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What play, pause, step and seek ask of the thread that reads, and when frames are due.
@Timeout(60)
class TransportTest {
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);

    private final Transport transport = new Transport();

    private static long later() {
        return System.nanoTime() + HOUR;
    }

    @Test
    void aFrameWhoseTimeHasComeIsShown() throws Exception {
        assertThat(transport.awaitDue(System.nanoTime())).isTrue();
    }

    @Test
    void aSeekDoesNotWaitForAFrameThatIsNotDue() throws Exception {
        transport.seek(7);
        assertThat(transport.awaitDue(later())).isFalse();
        assertThat(transport.await(false)).isEqualTo(new Transport.Turn(7L, false, false));
    }

    @Test
    void aStepShowsTheFrameThatWaits() throws Exception {
        transport.step(1);
        assertThat(transport.awaitDue(later())).isTrue();
    }

    @Test
    void aLoopKeepsItsPaceAndASeekDoesNot() throws Exception {
        transport.rewind();
        assertThat(transport.await(false)).isEqualTo(new Transport.Turn(0L, true, false));
        transport.rewind();
        transport.seek(3);
        assertThat(transport.await(false)).isEqualTo(new Transport.Turn(3L, false, false));
        transport.seek(3);
        transport.rewind();
        assertThat(transport.await(false)).isEqualTo(new Transport.Turn(3L, false, false));
    }

    /// Steps and what is shown next go before what is only watched.
    @Test
    void aPausedCameraIsReadAsideWhileSomebodyWatches() throws Exception {
        transport.pause();
        transport.watched(true);
        Transport.Turn aside = new Transport.Turn(null, false, true);
        assertThat(transport.await(true)).isEqualTo(aside);
        transport.step(1);
        assertThat(transport.await(true)).isEqualTo(new Transport.Turn(null, false, false));
        assertThat(transport.await(true)).isEqualTo(aside);
        transport.play();
        assertThat(transport.await(true)).isEqualTo(new Transport.Turn(null, true, false));
    }

    @Test
    void playAtTheEndStartsAgain() throws Exception {
        Thread reader =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                transport.awaitSeek();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        while (!transport.paused()) Thread.sleep(1);
        transport.step(1); // there is nothing after the end
        transport.play();
        reader.join();
        assertThat(transport.await(false).seekTo()).isEqualTo(0);
        assertThat(transport.paused()).isFalse();
    }

    @Test
    void framesAreDueByTheirPositionsAtTheSpeed() {
        Pacer pacer = new Pacer();
        long start = pacer.due(500, 1);
        assertThat(pacer.due(40_000_500, 1) - start).isEqualTo(40_000_000);
        assertThat(pacer.due(80_000_500, 2) - start).isEqualTo(60_000_000);
        assertThat(pacer.due(90_000_500, 0.5) - start).isEqualTo(80_000_000);
    }

    @Test
    void theLastFrameOfALoopIsSeenForItsTime() {
        Pacer pacer = new Pacer();
        pacer.due(0, 1);
        long last = pacer.due(1_000_000_000, 1);
        pacer.rewound(1_000_000_000);
        assertThat(pacer.due(0, 1) - last).isEqualTo(1_000_000_000);
        assertThat(pacer.due(1_000_000_000, 1) - last).isEqualTo(2_000_000_000);
    }

    @Test
    void aGapInTheTimestampsIsNotWaitedFor() {
        Pacer pacer = new Pacer();
        pacer.due(0, 1);
        long before = System.nanoTime();
        assertThat(pacer.due(HOUR, 1)).isBetween(before, System.nanoTime());
        assertThat(pacer.due(0, 1)).isLessThanOrEqualTo(System.nanoTime());
    }
}
