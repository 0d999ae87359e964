package org.hrscope.ui.shell;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/// Sees what a pulse has drawn at the pulse after it: JavaFX begins one only when the pixels of the one before are out.
/// FX thread; ends with the first pose.
final class StartWatch extends AnimationTimer {
    private final BooleanSupplier pose;
    private final StartListener listener;
    private int pulses;
    private boolean posed;

    /// @param pose whether one has been handed to the stage
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
