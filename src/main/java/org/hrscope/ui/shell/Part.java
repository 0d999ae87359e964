package org.hrscope.ui.shell;

import org.hrscope.pipeline.PipelineResult;

/// A part of the main window: what it does when a frame comes, a key is pressed, the window closes. [MainWindow] has
/// one list of them. FX thread.
interface Part {
    /// Adds its keys, in the order of the key list.
    default void bind(Keys keys) {}

    /// A result comes on stage, or the one there with another person chosen. The stage owns it.
    default void show(PipelineResult result) {}

    /// Somebody is seen while what is on stage stays: see [org.hrscope.pipeline.PoseEngine#glances]. Closed afterwards.
    default void glance(PipelineResult result) {}

    /// Once per pulse.
    default void pulse() {}

    /// A few times a second.
    ///
    /// @param now nanoseconds
    default void update(long now) {}

    /// Escape was pressed.
    ///
    /// @return whether there was something to close or put down; if not, the next part is asked
    default boolean escape() {
        return false;
    }

    /// Stops its threads.
    ///
    /// @return whether they have ended
    default boolean end() {
        return true;
    }
}
