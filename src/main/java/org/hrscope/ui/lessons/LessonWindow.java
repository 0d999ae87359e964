package org.hrscope.ui.lessons;

import java.util.List;

/// The window as a lesson drives it. FX thread.
public interface LessonWindow {

    /// Makes the window as this step wants it; what an earlier step changed and this one does not ask for is put back.
    void show(List<Wish> wishes);

    /// Puts everything back that a lesson has changed, but for what the person has changed since.
    void leave();

    /// The network that comes with the program, in place of the present one.
    void useBundled();
}
