package org.hrscope.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hrscope.library.LocalServer;
import org.hrscope.threads.JobThreads;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.library.EntryState.Absent;
import org.hrscope.ui.library.EntryState.Downloading;
import org.hrscope.ui.library.EntryState.Ready;
import org.hrscope.ui.library.EntryState.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the threads of the program and a server that sends half and then nothing; the test's thread stands for the FX
/// thread.
class DownloadQueueTest {
    private static final int HALF = 70_000;

    @TempDir Path folder;

    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private Shelf shelf;
    private HttpServer stalling;
    private DownloadQueue queue;

    @BeforeEach
    void publish() throws IOException {
        shelf = new Shelf(folder);
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        stalling = HttpServer.create(any, 0);
        stalling.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        stalling.createContext("/", this::sendHalf);
        stalling.start();
        queue = new DownloadQueue(shelf.store, new Jobs(new JobThreads(), fx::add), fx::add);
    }

    @AfterEach
    void close() {
        over.countDown();
        stalling.stop(0);
    }

    private void sendHalf(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, shelf.published.length);
        exchange.getResponseBody().write(shelf.published, 0, HALF);
        exchange.getResponseBody().flush();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private LibraryRow row(String id, String url) {
        return new LibraryRow(shelf.entry(id, "COCO", url));
    }

    private LibraryRow stalled(String id) {
        return row(id, "http://127.0.0.1:" + stalling.getAddress().getPort() + "/");
    }

    private void until(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            Objects.requireNonNull(fx.poll(30, TimeUnit.SECONDS), "nothing more happens").run();
        }
    }

    private static boolean begun(LibraryRow row) {
        return row.state() instanceof Downloading(long done, long total) && done > 0;
    }

    @Test
    void twoAtOnceTheNextWhenOneIsOver() throws Exception {
        try (LocalServer server = new LocalServer(shelf.published)) {
            LibraryRow first = stalled("first");
            LibraryRow second = stalled("second");
            LibraryRow third = row("third", server.url(""));
            LibraryRow fourth = row("fourth", server.url(""));
            queue.add(first);
            queue.add(second);
            queue.add(third);
            queue.add(fourth);
            until(() -> begun(first) && begun(second));
            assertThat(third.state()).isEqualTo(new Waiting());
            queue.cancel(fourth);
            assertThat(fourth.state()).isEqualTo(new Absent(0, false));
            queue.cancel(first);
            until(() -> third.state() instanceof Ready);
            assertThat(first.state()).isInstanceOf(Absent.class);
            assertThat(second.state()).isInstanceOf(Downloading.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void whatIsAddedTwiceIsDownloadedOnce() throws Exception {
        LibraryRow first = stalled("first");
        LibraryRow second = stalled("second");
        LibraryRow third = stalled("third");
        queue.add(first);
        until(() -> begun(first));
        queue.add(first);
        queue.add(second);
        queue.add(third);
        queue.add(third);
        until(() -> begun(second));
        assertThat(first.state()).isInstanceOf(Downloading.class);
        assertThat(third.state()).isEqualTo(new Waiting());
        queue.cancel(third);
        queue.cancel(first);
        until(() -> first.state() instanceof Absent);
        assertThat(third.state()).isInstanceOf(Absent.class);
    }

    @Test
    void whatWasCancelledGoesOnFromThere() throws Exception {
        LibraryRow row = stalled("it");
        queue.add(row);
        until(() -> begun(row));
        queue.cancel(row);
        until(() -> row.state() instanceof Absent);
        assertThat(row.state()).isInstanceOf(Absent.class);
        long begun = ((Absent) row.state()).begun();
        assertThat(begun).isBetween(1L, (long) HALF);
        assertThat(row.actions()).containsExactly(Action.DOWNLOAD, Action.REMOVE);
        try (LocalServer server = new LocalServer(shelf.published)) {
            LibraryRow again = row("it", server.url(""));
            queue.add(again);
            until(() -> again.state() instanceof Ready);
            assertThat(server.requests()).hasSize(1);
            assertThat(server.requests().getFirst()).endsWith("bytes=" + begun + "-");
        }
    }
}
