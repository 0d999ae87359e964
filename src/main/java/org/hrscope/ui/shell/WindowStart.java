package org.hrscope.ui.shell;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Control;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.hrscope.domain.Problem;
import org.hrscope.threads.Fault;
import org.hrscope.ui.common.FxThread;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the toolkit with the window, and ends it. Any thread.
public final class WindowStart {
    private static final Logger LOG = LoggerFactory.getLogger(WindowStart.class);

    private static final long WARM_SECONDS = 10;

    private WindowStart() {}

    /// Starts the toolkit and shows the window; returns at once. The program ends when the window closes.
    ///
    /// @param stillborn called on the FX thread if there will be no window
    /// @throws Problem `display.none`
    public static void launch(
            Supplier<HrscopeWindow.Parts> parts, StartListener start, Consumer<Problem> stillborn)
            throws Problem {
        try {
            CountDownLatch warm = new CountDownLatch(1);
            Platform.startup(() -> {
                await(warm);
                open(parts, start, stillborn);
            });
            try {
                warmUp();
            } finally {
                warm.countDown();
            }
        } catch (UnsupportedOperationException noScreen) {
            throw new Problem(noScreen, "display.none");
        }
    }

    /// Preloads the fonts and style sheet of the first control while the toolkit is busy with the screen. The window
    /// has to wait for it: JavaFX numbers its pseudo-classes without a lock, and two threads that name new ones at once
    /// give two of them one number. Then a light window is styled as a dark one, or an enabled control as a disabled
    /// one.
    private static void warmUp() {
        new FontIcon(MaterialDesignI.INFORMATION_OUTLINE).getIconCode();
        Control.getClassCssMetaData();
    }

    private static void await(CountDownLatch warm) {
        try {
            if (!warm.await(WARM_SECONDS, TimeUnit.SECONDS)) LOG.warn("fonts take long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void open(
            Supplier<HrscopeWindow.Parts> parts, StartListener start, Consumer<Problem> stillborn) {
        try {
            open(parts, start);
        } catch (Throwable thrown) {
            LOG.error("no window", thrown);
            stillborn.accept(Fault.of(thrown));
        }
    }

    private static void open(Supplier<HrscopeWindow.Parts> parts, StartListener start) {
        Stage stage = new Stage();
        HrscopeWindow window = new HrscopeWindow(stage, parts.get());
        Thread.currentThread()
                .setUncaughtExceptionHandler((thread, thrown) -> window.uncaught(thrown));
        stage.setOnHidden(event -> {
            // A thread may still be inside ONNX Runtime, which an orderly exit would unload under
            // it.
            if (!window.close()) Runtime.getRuntime().halt(0);
            // JavaFX has not finished hiding it yet.
            new FxThread().later(Platform::exit);
        });
        window.show();
        if (start != StartListener.NONE) new StartWatch(window::posed, start).start();
    }

    /// The program ends, and asks nothing.
    public static void closeAll() {
        new FxThread()
                .execute(() ->
                        Stage.getWindows().stream()
                                .filter(window ->
                                        window instanceof Stage of && of.getOwner() == null)
                                .toList()
                                .forEach(Window::hide));
    }
}
