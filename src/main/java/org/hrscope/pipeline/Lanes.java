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
import org.hrscope.domain.BoundingBox;
import org.hrscope.pipeline.Analysis.UnderWay;
import org.jspecify.annotations.Nullable;

/// The frames in flight, oldest first, and when the next may begin. The lanes take frames up in the order they began.
/// One thread.
///
/// @param <U> what is kept of a frame in flight
final class Lanes<U extends UnderWay> {
    /// Frames held for each that runs at once: done, but behind one that is not.
    private static final int MOST_HELD = 2;

    /// The next frame begins an eighth of a frame's time before a lane is free. It then lies ready, and the lane need
    /// not wait until another thread has woken, taken the result and brought the next.
    private static final int LEAD = 8;

    /// For longer frames that wait is a small part, and the next would be cropped by a much older pose.
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(100);

    /// How much two frames' boxes must overlap for the next to begin early, cropped by a pose that is one frame older:
    /// twice such a step leaves about 0.7, below which a frame would be estimated a second time.
    private static final double STEADY = 0.85;

    private final Deque<Held<U>> held = new ArrayDeque<>();
    private final LongSupplier clock;
    private final Runnable whenReady;

    /// One for each frame whose last estimate has ended, whatever came of it.
    private final Semaphore ended = new Semaphore(0);

    private int atOnce = 1;
    private long lastBegun;
    private long lastTook;
    private @Nullable BoundingBox lastBox;
    private boolean steady;

    /// A frame in flight.
    private static final class Held<U extends UnderWay> {
        private U frame;

        /// When it began, or was first seen not to wait any more.
        private long since;

        /// For a lane: as many estimates as there are lanes came before.
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
    /// @param whenReady called when a frame's estimates have ended, on the thread of the last one
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

    /// How long the lanes worked on the last frame; 0: not known, as with another network.
    void took(long nanos) {
        lastTook = nanos;
    }

    /// What the frame that began is cropped from.
    ///
    /// @param box null where the next frame is not to begin early
    void cropped(@Nullable BoundingBox box) {
        BoundingBox before = lastBox;
        steady = box != null && before != null && box.overlap(before) >= STEADY;
        lastBox = box;
    }

    /// The frame that began.
    void add(U frame) {
        held.add(new Held<>(frame, clock.getAsLong(), estimates(unfinished()) >= atOnce));
        CompletableFuture.allOf(frame.estimates().toArray(CompletableFuture<?>[]::new))
                .whenComplete((_, _) -> ended());
    }

    private void ended() {
        ended.release();
        whenReady.run();
    }

    /// Whether a frame is in flight.
    boolean busy() {
        return !held.isEmpty();
    }

    U oldest() {
        return held.element().frame;
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
        return untilFree() > 0;
    }

    /// Nanoseconds until the next frame may begin; [Long#MAX_VALUE]: once another has ended.
    private long untilFree() {
        List<Held<U>> unfinished = unfinished();
        if (held.size() >= MOST_HELD * atOnce) return Long.MAX_VALUE;
        return full(unfinished) ? untilEnd(unfinished) : 0;
    }

    /// Frames of several people keep all lanes busy two at a time; more of them would only be shown later.
    private boolean full(List<Held<U>> frames) {
        return frames.size() >= atOnce || frames.size() >= 2 && estimates(frames) >= 2 * atOnce;
    }

    private static int estimates(List<? extends Held<?>> frames) {
        int estimates = 0;
        for (Held<?> each : frames) estimates += each.frame.estimates().size();
        return estimates;
    }

    private List<Held<U>> unfinished() {
        List<Held<U>> unfinished = new ArrayList<>();
        int ahead = 0;
        for (Held<U> each : held) {
            if (each.done()) continue;
            if (each.waiting && ahead < atOnce) {
                each.waiting = false;
                each.since = clock.getAsLong();
            }
            ahead += each.frame.estimates().size();
            unfinished.add(each);
        }
        return unfinished;
    }

    /// Nanoseconds until one of those in the lanes is about to end. That cannot be told unless each of several lanes
    /// has one short frame of one estimate and none waits.
    private long untilEnd(List<Held<U>> unfinished) {
        boolean foreseen = steady && lastTook > 0 && lastTook <= SHORT;
        if (!foreseen || atOnce == 1 || unfinished.size() != atOnce) return Long.MAX_VALUE;
        long least = Long.MAX_VALUE;
        long now = clock.getAsLong();
        for (Held<U> each : unfinished) {
            if (each.frame.estimates().size() != 1) return Long.MAX_VALUE;
            least = Math.min(least, lastTook - lastTook / LEAD - (now - each.since));
        }
        return Math.max(0, least);
    }

    /// Waits until [#ready()], or until not [#allBusy()].
    void await() {
        while (true) {
            // Before the look at them: what ends meanwhile leaves a permit.
            ended.drainPermits();
            long left = ready() ? 0 : untilFree();
            if (left == 0) return;
            awaitEnd(left);
        }
    }

    /// @param most in nanoseconds
    private void awaitEnd(long most) {
        try {
            if (most < Long.MAX_VALUE) {
                boolean _ = ended.tryAcquire(most, TimeUnit.NANOSECONDS);
            } else {
                ended.acquireUninterruptibly();
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            ended.acquireUninterruptibly();
        }
    }

    /// See [Analysis#nextBegin()].
    long nextBegin() {
        return busy() ? held.getLast().since + lastTook / (2 * atOnce) : clock.getAsLong();
    }
}
