package org.hrscope.ui.shell;

/// Start-up milestones, each reported once. FX thread.
public interface StartListener {
    StartListener NONE = new StartListener() {};

    /// The window's first pixels are out.
    default void windowShown() {}

    /// The first pose is on the stage.
    default void poseDrawn() {}
}
