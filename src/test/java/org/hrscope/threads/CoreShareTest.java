package org.hrscope.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CoreShareTest {
    /// Whatever sizes run: never more threads than cores, and whoever runs alone is alone.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16})
    void neverMoreThreadsThanCores(int cores) throws Exception {
        CoreShare share = new CoreShare(cores);
        AtomicInteger busy = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        try (Workers workers = new Workers("test", 9)) {
            List<CompletableFuture<Integer>> all = new ArrayList<>();
            Random chance = new Random(cores);
            for (int i = 0; i < 400; i++) {
                // More than there are means all of them; the network, the finder, a measurement.
                int wanted = chance.nextInt(cores + 3);
                int taken = Math.clamp(wanted, 1, cores);
                all.add(
                        workers.submit(() ->
                                share.on(
                                        wanted,
                                        () -> {
                                            int now = busy.addAndGet(taken);
                                            most.accumulateAndGet(now, Math::max);
                                            Thread.yield();
                                            busy.addAndGet(-taken);
                                            return done.incrementAndGet();
                                        })));
            }
            for (CompletableFuture<Integer> each : all) each.join();
        }
        assertThat(done).hasValue(400);
        assertThat(busy).hasValue(0);
        assertThat(most.get()).isLessThanOrEqualTo(cores);
    }

    @Test
    void whatFailsGivesItsCoresBack() {
        CoreShare share = new CoreShare(2);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() ->
                            share.alone(() -> {
                                throw new IllegalStateException("broken");
                            }))
                    .hasMessage("broken");
        }
        assertThat(share.<Integer, RuntimeException>alone(() -> 3)).isEqualTo(3);
    }

    /// A stream of small work must not starve a measurement that wants everything.
    @Test
    void whoWantsAllGetsThemHoweverBusyOthersAre() {
        CoreShare share = new CoreShare(2);
        boolean[] over = {false};
        try (Workers workers = new Workers("test", 2)) {
            for (int i = 0; i < 2; i++) {
                workers.submit(() -> {
                    while (!over[0]) share.on(1, () -> over[0]);
                    return true;
                });
            }
            for (int i = 0; i < 50; i++) share.<Integer, RuntimeException>alone(() -> 0);
            share.<Boolean, RuntimeException>alone(() -> over[0] = true);
        }
        assertThat(over[0]).isTrue();
    }
}
