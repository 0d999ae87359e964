package org.hrscope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.pixels.PixelBrush;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveRecorderTest {
    private static final long GUARD_SECONDS = 60;

    @TempDir Path folder;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable Path> made = new AtomicReference<>();
    private final AtomicReference<@Nullable Problem> failed = new AtomicReference<>();
    private final AtomicReference<@Nullable Problem> broke = new AtomicReference<>();
    private final AtomicInteger freed = new AtomicInteger();

    private LiveRecorder recorder(String name) {
        LiveRecorder recorder =
                new LiveRecorder(
                        folder.resolve(name),
                        new LiveRecorder.Listener() {
                            @Override
                            public void recovered(Problem found) {}

                            @Override
                            public void done(Path file, @Nullable Problem early) {
                                made.set(file);
                                broke.set(early);
                                ended.countDown();
                            }

                            @Override
                            public void failed(Problem problem) {
                                failed.set(problem);
                                ended.countDown();
                            }
                        });
        recorder.start();
        return recorder;
    }

    private Shot shot(int index) {
        return shot(index, brush -> {});
    }

    private Shot shot(int index, Consumer<PixelBrush> layers) {
        ByteBuffer pixels = ByteBuffer.allocateDirect(4 * 33 * 21);
        Frame.Origin origin = new Frame.Origin("camera", index, index * 40_000_000L);
        Frame frame = new Frame(33, 21, pixels, origin, freed::incrementAndGet);
        return new Shot(frame, layers);
    }

    private void await() throws InterruptedException {
        assertThat(ended.await(GUARD_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatIsOfferedIsInTheFileAndEveryFrameIsGivenBack() throws Exception {
        LiveRecorder recorder = recorder("live.mp4");
        int offered = 0;
        // Newest frame wins, so that how many arrive is not known.
        while (recorder.progress().nanos() == 0 && offered < 1000) {
            recorder.offer(shot(offered++));
            Thread.sleep(20);
        }
        recorder.stop();
        await();
        recorder.offer(shot(offered++));
        assertThat(failed.get()).isNull();
        assertThat(made.get()).isEqualTo(folder.resolve("live.mp4")).isNotEmptyFile();
        assertThat(folder.toFile().list()).containsExactly("live.mp4");
        recorder.close();
        assertThat(freed.get()).isEqualTo(offered);
    }

    /// A failure costs what follows it, never hours of what came before.
    @ParameterizedTest
    @MethodSource("failures")
    void whatCameBeforeAFailureIsKept(Supplier<Throwable> failure) throws Exception {
        LiveRecorder recorder = recorder("long.mp4");
        int offered = 0;
        while (recorder.progress().bytes() == 0 && offered < 2000) {
            recorder.offer(shot(offered++));
            Thread.sleep(5);
        }
        recorder.offer(
                shot(
                        offered++,
                        brush -> {
                            throw LiveRecorderTest.<RuntimeException>any(failure.get());
                        }));
        await();
        assertThat(failed.get()).isNull();
        assertThat(broke.get()).isNotNull();
        assertThat(broke.get().key()).isEqualTo("record.broken");
        assertThat(broke.get().getMessage())
                .contains(failure.get().getClass().getSimpleName())
                .doesNotContain("null");
        assertThat(made.get()).isEqualTo(folder.resolve("long.mp4")).isNotEmptyFile();
        assertThat(folder.toFile().list()).containsExactly("long.mp4");
        recorder.close();
        assertThat(freed.get()).isEqualTo(offered);
    }

    static List<Supplier<Throwable>> failures() {
        return List.of(
                () -> new IllegalStateException("cannot be drawn"),
                OutOfMemoryError::new,
                StackOverflowError::new,
                () -> new NoClassDefFoundError("org/opencv/imgproc/Imgproc"));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T any(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /// An animated image holds a minute. Whoever records longer has that minute, and is told.
    @Test
    void anAnimatedImageEndsByItselfWithWhatCameSoFar() throws Exception {
        LiveRecorder recorder = recorder("long.gif");
        // Their own times, two seconds apart.
        for (int i = 0; ended.getCount() > 0 && i < 2000; i++) {
            recorder.offer(shot(50 * i));
            Thread.sleep(5);
        }
        await();
        assertThat(failed.get()).isNull();
        assertThat(made.get()).isEqualTo(folder.resolve("long.gif")).isNotEmptyFile();
        assertThat(broke.get()).isNotNull();
        assertThat(broke.get().key()).isEqualTo("record.long");
        assertThat(folder.toFile().list()).containsExactly("long.gif");
        assertThat(recorder.progress().nanos()).isBetween(60_000_000_000L, 70_000_000_000L);
    }

    /// An image at the end of the world: only MP4 plays without its end.
    @ParameterizedTest
    @ValueSource(strings = {"short.gif", "short.webp"})
    void whatCannotPlayWithoutItsEndIsNotKept(String name) throws Exception {
        LiveRecorder recorder = recorder(name);
        for (int i = 0; recorder.progress().nanos() == 0 && i < 2000; i++) {
            recorder.offer(shot(i));
            Thread.sleep(5);
        }
        for (int i = 0; ended.getCount() > 0 && i < 2000; i++) {
            recorder.offer(
                    shot(
                            100 + 2 * i,
                            brush -> {
                                throw new IllegalStateException("cannot be drawn");
                            }));
            Thread.sleep(5);
        }
        await();
        assertThat(made.get()).isNull();
        assertThat(failed.get()).isNotNull();
        assertThat(failed.get().key()).isEqualTo("unforeseen");
        assertThat(folder).isEmptyDirectory();
        recorder.close();
    }

    @Test
    void withoutFramesThereIsASentenceAndNoFile() throws Exception {
        recorder("none.mp4").stop();
        await();
        assertThat(failed.get()).isNotNull();
        assertThat(failed.get().key()).isEqualTo("record.nothing");
        assertThat(folder).isEmptyDirectory();
    }
}
