package org.hrscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencv.videoio.VideoCapture;

class CamerasTest {
    private final List<Integer> asked = new ArrayList<>();
    private final List<CameraInfo> meanwhile = new ArrayList<>();
    private final Cameras cameras = new Cameras(false, this::device);

    /// Cameras are looked for while the first is being opened, which fails.
    private @Nullable VideoCapture device(int index) {
        asked.add(index);
        if (asked.size() == 1) meanwhile.addAll(cameras.list());
        return null;
    }

    /// As on Windows and macOS, which list none: with some drivers, opening a camera twice stops it.
    @Test
    void aCameraThatIsBeingOpenedIsNotProbed() {
        assertThatThrownBy(() -> cameras.open(0, CameraMode.USUAL, new FramePool()))
                .isInstanceOf(Problem.class);
        assertThat(asked).containsExactly(0, 1);
        assertThat(meanwhile).extracting(CameraInfo::index).containsExactly(0);
        assertThat(cameras.list()).isEmpty();
    }

    /// The window looks for cameras while the user chooses one.
    @Test
    void aCameraThatIsBeingProbedIsOpenedAfterwards() throws InterruptedException {
        CountDownLatch probing = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        AtomicInteger atOnce = new AtomicInteger();
        List<Integer> most = new CopyOnWriteArrayList<>();
        Cameras slow =
                new Cameras(
                        false,
                        index -> {
                            most.add(atOnce.incrementAndGet());
                            probing.countDown();
                            try {
                                letGo.await();
                            } catch (InterruptedException asked) {
                                throw new AssertionError(asked);
                            }
                            atOnce.decrementAndGet();
                            return null;
                        });
        Thread probe = Thread.ofPlatform().start(slow::list);
        probing.await();
        Thread opening =
                Thread.ofPlatform()
                        .start(() ->
                                assertThatThrownBy(() ->
                                                slow.open(0, CameraMode.USUAL, new FramePool()))
                                        .isInstanceOf(Problem.class));
        // It waits for the probe, or has opened the device beside it.
        while (opening.getState() != Thread.State.WAITING && most.size() < 2) Thread.onSpinWait();
        letGo.countDown();
        probe.join();
        opening.join();
        assertThat(most).containsExactly(1, 1);
    }

    /// Some drivers take seconds, and the user may choose another source meanwhile.
    @Test
    void whoWaitsForAProbeMayGiveUp() throws InterruptedException {
        CountDownLatch probing = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        Cameras slow =
                new Cameras(
                        false,
                        _ -> {
                            probing.countDown();
                            try {
                                letGo.await();
                            } catch (InterruptedException asked) {
                                throw new AssertionError(asked);
                            }
                            return null;
                        });
        Thread probe = Thread.ofPlatform().start(slow::list);
        probing.await();
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        Thread opening =
                Thread.ofPlatform()
                        .start(() ->
                                told.complete(
                                        catchThrowable(() ->
                                                slow.open(0, CameraMode.USUAL, new FramePool()))));
        opening.interrupt();
        assertThat(told.join())
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.key()).isEqualTo("camera.held"));
        letGo.countDown();
        probe.join();
    }
}
