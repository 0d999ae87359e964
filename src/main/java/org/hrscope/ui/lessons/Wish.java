package org.hrscope.ui.lessons;

import java.util.Set;
import org.hrscope.ui.playground.Padding;
import org.hrscope.ui.playground.Preset;
import org.hrscope.ui.stage.StageLayer;
import org.jspecify.annotations.Nullable;

/// One thing that a step of a lesson asks of the window. What no step asks for is as it was before the lesson.
public sealed interface Wish {

    /// This node lit on the map.
    record Select(String node) implements Wish {}

    /// This node selected, and its maps beside the stage.
    record Inspect(String node) implements Wish {}

    /// The map unfolded and moved so that these nodes fill it.
    record Zoom(Set<String> nodes) implements Wish {}

    /// These layers over the picture and no others.
    record Layers(Set<StageLayer> seen) implements Wish {}

    /// Each joint's heatmap in its own hue, or the maximum over all.
    record Hues(boolean each) implements Wish {}

    /// This joint selected.
    ///
    /// @param alone whether it is the only one seen
    record Joint(int index, boolean alone) implements Wish {}

    /// The picture held, or played.
    record Hold(boolean paused) implements Wish {}

    /// The map folded, so that the stage has its room.
    record FoldMap() implements Wish {}

    /// Something shown beside or in place of the stage.
    record Exhibit(Piece piece) implements Wish {}

    /// The convolution playground in place of the stage, with one of its presets.
    ///
    /// @param padding in place of the preset's own; null for that
    record Playground(Preset preset, @Nullable Padding padding, boolean playing) implements Wish {}

    /// What can be shown.
    enum Piece {
        NONE,
        /// the network before and after its training, in place of the stage
        TWINS,
        /// how the selected joint is read off its heatmap, under the lesson's words
        DECODING,
        /// the convolution playground, in place of the stage
        PLAYGROUND
    }
}
