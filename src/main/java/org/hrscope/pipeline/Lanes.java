package org.hrscope.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.hrscope.pipeline.Analysis.UnderWay;

/// The frames in flight, oldest first, and when the next may begin. The lanes take frames up in the order they began.
/// One thread.
///
/// @param <U> what is kept of a frame in flight
final class Lanes<U extends UnderWay> {
    /// Frames held for each that runs at once: done, but behind one that is not.
    private static final int MOST_HELD = 2;

    /// The next frame begins this part of a frame's time before a lane is free. It then lies ready, and the lane need
    /// not wait for another thread to wake, take the result and bring the next: 1 to 3 % of the time, where a frame
    /// takes 50 ms and both cores are busy.
    private static final int LEAD = 8;

    /// Of longer frames the same wait is a small part, and the next would be cut out by a pose much older.
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(100);

    private final Deque<Held<U>> held = new ArrayDeque<>();
    private final LongSupplier clock;
    private final Runnable whenReady;

    /// One for each frame whose last estimate has ended, whatever came of it.
    private final Semaphore ended = new Semaphore(0);

    private int atOnce = 1;
    private long lastBegun;
    private long lastTook;

    /// A frame in flight.
    private static final class Held<U extends UnderWay> {
        private U frame;

        /// When a lane took it up; until then, when it began.
        private long since;

        /// For a lane.
        private boolean waiting;

        Held(U frame, long since, boolean waiting) {
            this.frame = frame;
            this.since = since;
            this.waiting = waiting;
        }

        boolean done() {
            return frame.estimates().stream().allMatch(CompletableFuture::isDone);
        }
    }

    /// @param clock     for [System#nanoTime()]
    /// @param whenReady called on an estimator thread when a frame's estimates have ended
    Lanes(LongSupplier clock, Runnable whenReady) {
        this.clock = clock;
        this.whenReady = whenReady;
    }

    /// A frame begins now.
    ///
    /// @param lanes how many there are
    void begins(int lanes) {
        atOnce = lanes;
        lastBegun = clock.getAsLong();
    }

    long lastBegun() {
        return lastBegun;
    }

    /// How long the lanes worked on the last frame.
    void took(long nanos) {
        lastTook = nanos;
    }

    /// The frame that began.
    void add(U frame) {
        held.add(new Held<>(frame, clock.getAsLong(), unfinished().size() >= atOnce));
        CompletableFuture.allOf(frame.estimates().toArray(CompletableFuture<?>[]::new))
                .whenComplete((_, _) -> ended());
    }

    /// On an estimator thread.
    private void ended() {
        ended.release();
        whenReady.run();
    }

    /// Whether a frame is in flight.
    boolean busy() {
        return !held.isEmpty();
    }

    U newest() {
        return held.getLast().frame;
    }

    /// The oldest, which is in flight no longer.
    U remove() {
        return held.remove().frame;
    }

    void replaceAll(UnaryOperator<U> by) {
        for (Held<U> each : held) each.frame = by.apply(each.frame);
    }

    /// Whether the oldest is done.
    boolean ready() {
        return busy() && held.element().done();
    }

    /// See [Analysis#full()].
    boolean full() {
        return full(List.copyOf(held));
    }

    /// See [Analysis#lanesBusy()].
    boolean allBusy() {
        List<Held<U>> unfinished = unfinished();
        if (held.size() >= MOST_HELD * atOnce) return true;
        return full(unfinished) && nextFree(unfinished) > clock.getAsLong();
    }

    /// Frames of several people keep all lanes busy two at a time; more of them would only be shown later.
    private boolean full(List<Held<U>> frames) {
        int estimates = 0;
        for (Held<U> each : frames) estimates += each.frame.estimates().size();
        return frames.size() >= atOnce || frames.size() >= 2 && estimates >= 2 * atOnce;
    }

    private List<Held<U>> unfinished() {
        List<Held<U>> unfinished = new ArrayList<>();
        for (Held<U> each : held) {
            if (each.done()) continue;
            if (each.waiting && unfinished.size() < atOnce) {
                each.waiting = false;
                each.since = clock.getAsLong();
            }
            unfinished.add(each);
        }
        return unfinished;
    }

    /// When a frame may begin because one of those in the lanes is about to end; never, unless each lane has one short
    /// frame of one estimate and none waits.
    private long nextFree(List<Held<U>> unfinished) {
        boolean foreseen = unfinished.size() == atOnce && lastTook > 0 && lastTook <= SHORT;
        if (!foreseen) return Long.MAX_VALUE;
        long first = Long.MAX_VALUE;
        for (Held<U> each : unfinished) {
            if (each.frame.estimates().size() != 1) return Long.MAX_VALUE;
            first = Math.min(first, each.since + lastTook - lastTook / LEAD);
        }
        return first;
    }

    /// Waits until [#ready()], or until not [#allBusy()].
    void await() {
        while (true) {
            // Before the look at them: what ends meanwhile leaves a permit.
            ended.drainPermits();
            if (ready() || !allBusy()) return;
            awaitEnd(nextFree(unfinished()));
        }
    }

    /// @param until by the clock, at most
    private void awaitEnd(long until) {
        if (until == Long.MAX_VALUE) {
            ended.acquireUninterruptibly();
            return;
        }
        try {
            if (ended.tryAcquire(until - clock.getAsLong(), TimeUnit.NANOSECONDS)) return;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            ended.acquireUninterruptibly();
        }
    }

    /// See [Analysis#nextBegin()].
    long nextBegin() {
        return busy() ? lastBegun + lastTook / (2 * atOnce) : clock.getAsLong();
    }
}
