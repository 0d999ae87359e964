package org.hrscope.ui.shell;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/// Detects that a pulse has been drawn by seeing the next one: JavaFX starts a pulse only when the previous pixels are
/// out. FX thread; ends with the first pose.
final class StartWatch extends AnimationTimer {
    private final BooleanSupplier pose;
    private final StartListener listener;
    private int pulses;
    private boolean posed;

    /// @param pose whether the stage has been given one
    StartWatch(BooleanSupplier pose, StartListener listener) {
        this.pose = pose;
        this.listener = listener;
    }

    @Override
    public void handle(long now) {
        if (++pulses == 2) listener.windowShown();
        if (posed && pulses > 2) {
            stop();
            listener.poseDrawn();
        }
        posed = pose.getAsBoolean();
    }
}
