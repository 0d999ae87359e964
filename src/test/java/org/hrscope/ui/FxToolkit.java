package org.hrscope.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Starts JavaFX's headless platform once for all tests, and runs what needs the FX thread on it.
public final class FxToolkit implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyRunning) {
            started.countDown();
        }
        Platform.setImplicitExit(false);
        if (!started.await(30, TimeUnit.SECONDS))
            throw new IllegalStateException("JavaFX does not start");
    }

    /// Runs `work` on the FX thread and waits for it.
    public static <T> T on(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) throw error;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void run(Runnable work) {
        on(() -> {
            work.run();
            return null;
        });
    }

    /// Waits until what has changed is rendered.
    public static void rendered() {
        for (int i = 0; i < 3; i++) {
            CountDownLatch pulse = new CountDownLatch(1);
            run(() ->
                    new javafx.animation.AnimationTimer() {
                        @Override
                        public void handle(long now) {
                            stop();
                            pulse.countDown();
                        }
                    }.start());
            try {
                if (!pulse.await(30, TimeUnit.SECONDS)) throw new IllegalStateException("no pulse");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
