package org.hrscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamSourceTest {
    private MjpegServer server;

    @BeforeAll
    void start() throws IOException {
        server = new MjpegServer(12);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void playsEveryPictureThenSaysThatItStopped() throws Problem {
        try (FrameSource source = open(server.address("/video"), Duration.ofSeconds(10))) {
            assertThat(source.info().live()).isTrue();
            for (int k = 0; k < 12; k++) {
                try (Frame frame = source.next()) {
                    assertThat(frame.width()).isEqualTo(320);
                    assertThat(frame.height()).isEqualTo(240);
                    assertThat(frame.origin().index()).isEqualTo(k);
                    int pixel = 4 * (120 * 320 + 160);
                    assertThat(frame.pixels().get(pixel) & 0xff).isBetween(10 * k - 4, 10 * k + 4);
                    assertThat(frame.pixels().get(pixel + 1) & 0xff).isBetween(96, 104);
                    assertThat(frame.pixels().get(pixel + 3) & 0xff).isEqualTo(255);
                }
            }
            assertProblem("stream.lost", source::next);
        }
    }

    @Test
    void saysWhyAnAddressGivesNothing() throws IOException {
        assertProblem(
                "stream.answer", () -> open(server.address("/nowhere"), Duration.ofSeconds(10)));
        assertProblem(
                "stream.unreadable", () -> open(server.address("/page"), Duration.ofSeconds(10)));
        assertProblem(
                "stream.silent", () -> open(server.address("/silent"), Duration.ofMillis(300)));
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertProblem(
                "stream.refused",
                () -> open(URI.create("http://localhost:" + free + "/"), Duration.ofSeconds(10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/still.jpg", "/still.png"})
    void aSnapshotIsOnePicture(String path) throws Problem {
        try (FrameSource source = open(server.address(path), Duration.ofSeconds(10))) {
            assertThat(source.info().live()).isFalse();
            assertThat(source.info().frames()).isEqualTo(1);
            try (Frame frame = source.next()) {
                assertThat(frame.width()).isEqualTo(320);
                assertThat(frame.height()).isEqualTo(240);
                assertThat(frame.pixels().get(4 * (120 * 320 + 160)) & 0xff).isBetween(68, 72);
            }
            assertThat(source.next()).isNull();
        }
    }

    @Test
    void aRecordingBehindAnAddressIsPlayedToItsEnd(@TempDir Path folder) throws Exception {
        Path clip = Clip.h264(12).write(folder.resolve("clip.mp4"));
        server.offer("/clip.mp4", Files.readAllBytes(clip));
        try (FrameSource source = open(server.address("/clip.mp4"), Duration.ofSeconds(10))) {
            assertThat(source.info().live()).isFalse();
            for (int k = 0; k < 12; k++) {
                try (Frame frame = source.next()) {
                    assertThat(Clip.numberIn(frame)).isEqualTo(k);
                    assertThat(frame.origin().positionNanos()).isEqualTo(k * 40_000_000L);
                }
            }
            assertThat(source.next()).isNull();
        }
    }

    /// Every byte arrives in time, but no frame is ever complete.
    @Test
    void aServerThatOnlyDripsIsGivenUp() {
        assertProblem(
                "stream.silent", () -> open(server.address("/dripping"), Duration.ofMillis(300)));
    }

    @Test
    void rtspIsPlayed(@TempDir Path folder) throws Exception {
        Path clip = Clip.h264(30).write(folder.resolve("clip.ts"));
        try (RtspServer rtsp = new RtspServer(clip);
                FrameSource source = open(rtsp.address(), Duration.ofSeconds(10))) {
            assertThat(source.info().live()).isTrue();
            for (int k = 0; k < 20; k++) {
                try (Frame frame = source.next()) {
                    assertThat(frame.width()).isEqualTo(320);
                    assertThat(Clip.numberIn(frame)).isEqualTo(k);
                }
            }
        }
    }

    @Test
    void waitingEndsWithAnInterrupt() throws Exception {
        try (MjpegServer own = new MjpegServer(0)) {
            FutureTask<Void> waiting =
                    new FutureTask<>(() -> {
                        open(own.address("/silent"), Duration.ofMinutes(1)).close();
                        return null;
                    });
            Thread thread = Thread.ofPlatform().start(waiting);
            own.awaitSilentVisitor();
            thread.interrupt();
            assertThatThrownBy(() -> waiting.get(30, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(Problem.class);
        }
    }

    private static FrameSource open(URI address, Duration patience) throws Problem {
        return new StreamSource(address, new FramePool(), patience);
    }

    private static void assertProblem(
            String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action)
                .asInstanceOf(type(Problem.class))
                .satisfies(p -> {
                    assertThat(p.key()).isEqualTo(key);
                    assertThat(p.getMessage()).contains("http://");
                });
    }
}
