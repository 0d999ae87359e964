package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hrscope.domain.Frame;
import org.hrscope.domain.ModelInfos;
import org.hrscope.domain.Problem;
import org.hrscope.people.People;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private final AtomicInteger closed = new AtomicInteger();

    private static class Idle extends Follower<String, AutoCloseable> {
        Idle() {
            this(problem -> {});
        }

        Idle(Consumer<Problem> trouble) {
            super("idle", trouble);
            start();
        }

        @Override
        protected boolean at(String asked, PipelineResult result) throws Problem {
            return false;
        }

        @Override
        protected void release() {}
    }

    /// Work that outlasts the patience of whoever ends it: a frame that nobody polls would be lost to its pool.
    @Test
    void whatIsFoundAfterTheEndIsClosed() {
        Idle follower = new Idle();
        follower.give(closed::incrementAndGet);
        assertThat(closed).as("may still be polled").hasValue(0);
        follower.close();
        assertThat(closed).hasValue(1);
        follower.give(closed::incrementAndGet);
        assertThat(closed).hasValue(2);
        assertThat(follower.results().poll()).isNull();
    }

    /// As where a network in a temporary file is no longer wanted.
    @Test
    void whatFailsOnceItHasEndedIsNoTrouble() throws InterruptedException {
        List<Problem> told = new CopyOnWriteArrayList<>();
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Idle follower =
                new Idle(told::add) {
                    @Override
                    protected boolean at(String asked, PipelineResult result) throws Problem {
                        try {
                            if (asked.equals("long")) {
                                atWork.countDown();
                                ended.await();
                            }
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                        throw new Problem("file.missing", asked);
                    }
                };
        try (PipelineResult result = nobody()) {
            follower.offer(result);
        }
        follower.ask("short", Follower.Again.NOW);
        while (told.isEmpty()) Thread.onSpinWait();
        follower.ask("long", Follower.Again.NOW);
        atWork.await();
        Thread ending = Thread.ofPlatform().start(follower::close);
        while (ending.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
        ended.countDown();
        assertThat(follower.end()).isTrue();
        assertThat(told).extracting(Problem::arguments).containsExactly(List.of("short"));
    }

    /// As many asks as a brush makes while it is drawn: each at once would leave the live session no time.
    @Test
    void whatIsAskedAllTheTimeIsDoneNowAndThenAndTheLastCounts() throws InterruptedException {
        List<String> done = new CopyOnWriteArrayList<>();
        Idle follower =
                new Idle() {
                    @Override
                    protected boolean at(String asked, PipelineResult result) {
                        done.add(asked);
                        return true;
                    }
                };
        long start = System.nanoTime();
        try (PipelineResult result = nobody()) {
            follower.offer(result);
        }
        for (int i = 1; i <= ASKS; i++) {
            follower.ask("" + i, Follower.Again.SOON);
            Thread.sleep(2);
        }
        while (done.isEmpty() || !done.getLast().equals("" + ASKS)) Thread.sleep(5);
        double pauses = (System.nanoTime() - start) / 200e6;
        assertThat((double) done.size()).isLessThanOrEqualTo(pauses + 2);
        follower.ask("at once", Follower.Again.NOW);
        while (!done.getLast().equals("at once")) Thread.sleep(1);
        follower.close();
    }

    private static final int ASKS = 100;

    private static PipelineResult nobody() {
        Frame frame = BlackFrames.at(0);
        return new PipelineResult(frame, ModelInfos.of(192, 256, 17), People.NOBODY, 0, 0, 0);
    }
}
