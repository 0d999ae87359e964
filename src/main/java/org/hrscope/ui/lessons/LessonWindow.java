package org.hrscope.ui.lessons;

import java.util.List;

/// The window as lessons drive it. FX thread.
public interface LessonWindow {

    /// Applies this step's wishes; changes by earlier steps that it does not ask for are undone.
    void show(List<Wish> wishes);

    /// Undoes everything a lesson changed, except what the user has changed since.
    void leave();

    /// Switches to the bundled network.
    void useBundled();

    /// Shows the network in use at the size of the published one with this C, while the lesson lasts.
    void useSize(int width);
}
