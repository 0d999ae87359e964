package org.hrscope.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// With real threads; the test's own thread plays the FX thread.
@Timeout(60)
class JobsTest {
    private static final Job.Name MODEL = new Job.Name("model", "job.model", "a.onnx");

    private final JobThreads threads = new JobThreads();
    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final Jobs jobs = new Jobs(threads, fx::add);
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void end() {
        assertThat(threads.end()).isTrue();
    }

    private <T> Jobs.Outcome<T> told(String name) {
        return new Jobs.Outcome<>(
                value -> told.add(name + " done"),
                problem -> told.add(name + " " + problem.key()),
                () -> told.add(name + " cancelled"));
    }

    /// A native object whose library is gone, or memory that is full: the button of the job must come back all the same.
    @Test
    void anyThrowableFromClosingIsNoReasonNotToTellTheOutcome() {
        List<Runnable> queue = new ArrayList<>();
        Jobs later = new Jobs(queue::add, Runnable::run);
        AutoCloseable held =
                () -> {
                    throw new NoClassDefFoundError("org/opencv/core/Mat");
                };
        later.run(MODEL, held, progress -> "used", told("first"));
        later.run(MODEL, progress -> held, told("second"));
        Job third = later.run(Job.Name.latest("third"), progress -> held, told("third"));
        queue.get(0).run();
        queue.get(1).run();
        third.cancel();
        queue.get(2).run();
        assertThat(told).containsExactly("first cancelled", "second done", "third cancelled");
        assertThat(later.running()).isEmpty();
    }

    /// Measuring takes half a minute: the process stayed for seconds after its window had gone.
    @Test
    void theEndWaitsForNothingThatWouldNotBeMissed() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(4);
        CountDownLatch ending = new CountDownLatch(1);
        Job.Work<String> work =
                progress -> {
                    begun.countDown();
                    ending.await();
                    return "";
                };
        jobs.run(MODEL, work, told("listed"));
        jobs.run(Job.Name.none(), work, told("single"));
        jobs.run(new Job.Name("quiet", null, "", false), work, told("quiet"));
        jobs.run(Job.Name.latest("plan"), work, told("plan"));
        begun.await();
        jobs.giveUp();
        for (int i = 0; i < 2; i++) Objects.requireNonNull(fx.poll(30, TimeUnit.SECONDS)).run();
        assertThat(told).containsExactlyInAnyOrder("listed cancelled", "plan cancelled");
        ending.countDown();
        for (int i = 0; i < 2; i++) Objects.requireNonNull(fx.poll(30, TimeUnit.SECONDS)).run();
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "listed cancelled", "plan cancelled", "single done", "quiet done");
    }

    @Test
    void aJobWhoseFailureCannotBeLoggedEndsAllTheSame() throws InterruptedException {
        jobs.run(
                MODEL,
                progress -> {
                    throw new IllegalStateException() {
                        @Override
                        public String getMessage() {
                            throw new StackOverflowError();
                        }
                    };
                },
                told("job"));
        Runnable outcome = fx.poll(10, TimeUnit.SECONDS);
        assertThat(outcome).as("it ends").isNotNull();
        outcome.run();
        assertThat(told).containsExactly("job unforeseen");
        assertThat(jobs.running()).isEmpty();
    }

    /// It had finished before it was cancelled.
    @Test
    void whatIsCancelledBetweenItsEndAndItsOutcomeIsClosedAndTold() {
        List<Runnable> outcomes = new ArrayList<>();
        Jobs late = new Jobs(Runnable::run, outcomes::add);
        Job job =
                late.run(
                        MODEL,
                        progress ->
                                (AutoCloseable)
                                        () -> {
                                            throw new StackOverflowError();
                                        },
                        told("job"));
        job.cancel();
        outcomes.getFirst().run();
        assertThat(told).containsExactly("job cancelled");
        assertThat(late.running()).isEmpty();
    }

    /// The list of jobs shows the oldest first, and a share only where the work knows its end.
    @Test
    void progressIsAShareOfWhatIsKnown() {
        List<Runnable> queue = new ArrayList<>();
        Jobs later = new Jobs(queue::add, Runnable::run);
        List<Double> shares = new ArrayList<>();
        Job[] self = new Job[1];
        self[0] =
                later.run(
                        MODEL,
                        progress -> {
                            shares.add(self[0].share());
                            progress.at(3, 0);
                            shares.add(self[0].share());
                            progress.at(3, 12);
                            shares.add(self[0].share());
                            progress.at(13, 12);
                            shares.add(self[0].share());
                            return self[0].done();
                        },
                        told("job"));
        Job second = later.run(Job.Name.latest("other"), progress -> 1, told("other"));
        assertThat(later.running()).containsExactly(self[0], second);
        queue.get(0).run();
        assertThat(shares).containsExactly(-1.0, -1.0, 0.25, 1.0);
        assertThat(self[0].done()).isEqualTo(13);
        assertThat(later.running()).containsExactly(second);
    }

    /// A job that is replaced before its thread runs must give back what it never used.
    @Test
    void whatIsHeldForAJobIsClosedOnceHoweverItEnds() {
        List<Runnable> queue = new ArrayList<>();
        Jobs later = new Jobs(queue::add, Runnable::run);
        AtomicInteger closed = new AtomicInteger();
        AutoCloseable held = closed::incrementAndGet;
        later.run(MODEL, held, progress -> "never", told("replaced"));
        later.run(MODEL, held, progress -> "fine", told("good"));
        queue.forEach(Runnable::run);
        assertThat(told).containsExactly("replaced cancelled", "good done");
        assertThat(closed).hasValue(2);
        queue.clear();
        Job.Work<String> broken =
                progress -> {
                    throw new Problem("file.missing", "x");
                };
        later.run(MODEL, held, broken, told("bad"));
        queue.forEach(Runnable::run);
        assertThat(told).endsWith("bad file.missing");
        assertThat(closed).hasValue(3);
        Jobs without =
                new Jobs(
                        job -> {
                            throw new OutOfMemoryError("no thread");
                        },
                        Runnable::run);
        without.run(MODEL, held, progress -> "never", told("none"));
        assertThat(told).hasSize(4);
        assertThat(closed).hasValue(4);
    }

    private void oneOutcome() throws InterruptedException {
        Objects.requireNonNull(fx.poll(30, TimeUnit.SECONDS), "nothing was told").run();
    }

    @Test
    void theLastOfAKeyWinsAndWhatNobodyWantsIsClosed() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        jobs.run(
                MODEL,
                progress -> {
                    begun.countDown();
                    // Like native code that ignores interrupts.
                    while (slow.getCount() > 0) Thread.onSpinWait();
                    return (AutoCloseable) closed::incrementAndGet;
                },
                told("slow"));
        begun.await();
        jobs.run(MODEL, progress -> "small", told("small"));
        oneOutcome();
        assertThat(told).containsExactly("small done");
        slow.countDown();
        oneOutcome();
        assertThat(told).containsExactly("small done", "slow cancelled");
        assertThat(closed).hasValue(1);
    }

    @Test
    void aJobThatWasReadyButReplacedBeforeItWasToldIsNotTold() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        jobs.run(MODEL, progress -> (AutoCloseable) closed::incrementAndGet, told("first"));
        Runnable ready = Objects.requireNonNull(fx.poll(30, TimeUnit.SECONDS));
        jobs.run(MODEL, progress -> "second", told("second"));
        ready.run();
        oneOutcome();
        assertThat(told).containsExactly("first cancelled", "second done");
        assertThat(closed).hasValue(1);
    }

    @Test
    void othersAreLeftAlone() throws Exception {
        jobs.run(Job.Name.latest("a"), progress -> 1, told("a"));
        jobs.run(Job.Name.latest("b"), progress -> 2, told("b"));
        jobs.run(() -> 3, value -> told.add("c done"), problem -> {});
        for (int i = 0; i < 3; i++) oneOutcome();
        assertThat(told).containsExactlyInAnyOrder("a done", "b done", "c done");
    }

    @Test
    void whateverIsThrownIsToldAsAFailure() throws Exception {
        jobs.run(
                MODEL,
                progress -> {
                    throw new StackOverflowError();
                },
                told("deep"));
        oneOutcome();
        assertThat(told).containsExactly("deep unforeseen");
        assertThat(jobs.running()).isEmpty();
    }

    @Test
    void beingCancelledInterruptsAndIsNoFailure() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Job job =
                jobs.run(
                        MODEL,
                        progress -> {
                            progress.at(1, 4);
                            begun.countDown();
                            Thread.sleep(60_000);
                            return 0;
                        },
                        told("download"));
        begun.await();
        assertThat(jobs.running()).containsExactly(job);
        assertThat(job.share()).isEqualTo(0.25);
        jobs.cancel("model");
        oneOutcome();
        assertThat(told).containsExactly("download cancelled");
        assertThat(jobs.running()).isEmpty();
    }

    @Test
    void aJobCancelledBeforeItBeganDoesNotBegin() {
        List<Runnable> waiting = new ArrayList<>();
        Jobs later = new Jobs(waiting::add, Runnable::run);
        Job job =
                later.run(
                        MODEL,
                        progress -> {
                            told.add("began");
                            return 0;
                        },
                        told("it"));
        job.cancel();
        waiting.forEach(Runnable::run);
        assertThat(told).containsExactly("it cancelled");
    }

    @Test
    void aJobThatCannotBeginHasFailed() throws Exception {
        Jobs without =
                new Jobs(
                        work -> {
                            throw new OutOfMemoryError("unable to create native thread");
                        },
                        fx::add);
        without.run(MODEL, progress -> "x", told("first"));
        oneOutcome();
        assertThat(told).containsExactly("first memory.full");
        assertThat(without.running()).isEmpty();
    }
}
