package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LatestSlotTest {
    private final AtomicInteger closed = new AtomicInteger();
    private final LatestSlot<Value> slot = new LatestSlot<>();

    private final class Value implements AutoCloseable {
        final int number;

        Value(int number) {
            this.number = number;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    @Test
    void theNewestWinsAndTheDisplacedIsClosedAndCounted() {
        slot.offer(new Value(1));
        slot.offer(new Value(2));
        assertThat(slot.poll().number).isEqualTo(2);
        assertThat(slot.poll()).isNull();
        assertThat(closed).hasValue(1);
        assertThat(slot.dropped()).isEqualTo(1);
    }

    @Test
    void wakeEndsOneWait() throws InterruptedException {
        slot.wake();
        assertThat(slot.take()).isNull();
    }

    @Test
    void aValueStaysUntilItsTimeAndWakeEndsTheWait() throws InterruptedException {
        slot.offer(new Value(1));
        slot.wake();
        assertThat(slot.take(System.nanoTime() + Long.MAX_VALUE / 4)).isNull();
        long earliest = System.nanoTime() + 20_000_000;
        assertThat(slot.take(earliest).number).isEqualTo(1);
        assertThat(System.nanoTime()).isGreaterThanOrEqualTo(earliest);
    }

    @Test
    void everyValueIsTakenOrClosedUnderTwoThreads() throws InterruptedException {
        int count = 20_000;
        Thread maker =
                new Thread(() -> {
                    for (int i = 0; i < count; i++) slot.offer(new Value(i));
                });
        maker.start();
        int taken = 0;
        int last = -1;
        while (last < count - 1) {
            Value value = slot.take();
            if (value == null) continue;
            assertThat(value.number).isGreaterThan(last);
            last = value.number;
            taken++;
        }
        maker.join();
        assertThat(taken + closed.get()).isEqualTo(count);
        assertThat(slot.dropped()).isEqualTo(closed.get());
    }
}
