package org.hrscope.ui.shell;

/// Start-up milestones, each reported once. FX thread.
public interface StartListener {
    StartListener NONE =
            new StartListener() {
                @Override
                public void windowShown() {}

                @Override
                public void poseDrawn() {}
            };

    /// The window's first pixels are out.
    void windowShown();

    /// The first pose is on the stage.
    void poseDrawn();
}
