package org.hrscope.ui.common;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one way onto the FX thread, for rare events; frames are pulled by an `AnimationTimer` instead.
public final class FxThread implements Executor {

    /// Runs at once if already on the FX thread.
    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            later(work);
        }
    }

    /// After the FX thread has finished its current work.
    public void later(Runnable work) {
        Platform.runLater(work);
    }
}
