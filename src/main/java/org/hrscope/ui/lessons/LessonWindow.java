package org.hrscope.ui.lessons;

import java.util.List;
import java.util.function.Consumer;

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

    /// The joint with the clearest single peak of whoever is selected on stage.
    ///
    /// @param otherwise if nobody is there
    int bestJoint(int otherwise);

    /// Tries on the present frame what is to be predicted; the last request wins.
    ///
    /// @param joint whose peak is meant
    /// @param ready called later, or never if nobody is on stage
    void predict(Prediction.Kind kind, int joint, Consumer<Prediction> ready);
}
