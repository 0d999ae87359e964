package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private final AtomicInteger closed = new AtomicInteger();

    private static final class Idle extends Follower<String, AutoCloseable> {
        Idle() {
            super("idle", problem -> {});
            start();
        }

        @Override
        protected boolean at(String asked, PipelineResult result) {
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
}
