package org.hrscope.ui.common;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one way from other threads to the FX thread, for rare events; frames are pulled by an `AnimationTimer` instead.
public final class FxThread implements Executor {

    /// At once when it is the FX thread that asks.
    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            later(work);
        }
    }

    /// When the FX thread is done with what it does now.
    public void later(Runnable work) {
        Platform.runLater(work);
    }
}
