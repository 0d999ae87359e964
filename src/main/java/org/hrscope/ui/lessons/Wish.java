package org.hrscope.ui.lessons;

import java.util.Map;
import java.util.Set;
import org.hrscope.capture.DemoScene;
import org.hrscope.ui.playground.Padding;
import org.hrscope.ui.playground.Parameter;
import org.hrscope.ui.playground.Preset;
import org.hrscope.ui.stage.StageLayer;
import org.jspecify.annotations.Nullable;

/// One thing a lesson step asks of the window. Where a step names no node or joint, none is selected, and nothing is
/// cut or covered unless it asks; anything else that no step asks for stays as it was before the lesson.
public sealed interface Wish {

    /// Highlights this node on the map.
    record Select(String node) implements Wish {}

    /// Selects this node and opens its maps beside the stage.
    record Inspect(String node) implements Wish {}

    /// Unfolds the map and zooms to these nodes.
    record Zoom(Set<String> nodes) implements Wish {}

    /// Shows exactly these layers.
    record Layers(Set<StageLayer> seen) implements Wish {}

    /// One hue per joint, or the maximum over all.
    record Hues(boolean each) implements Wish {}

    /// Selects this joint.
    ///
    /// @param alone whether it is the only one visible
    record Joint(int index, boolean alone) implements Wish {
        /// Stands for the joint with the clearest peak.
        public static final int CLEAREST = -2;
    }

    /// Pauses or plays.
    record Hold(boolean paused) implements Wish {}

    /// Folds the map to leave more room for the stage.
    record FoldMap() implements Wish {}

    /// Shows an exhibit beside or in place of the stage.
    record Exhibit(Piece piece) implements Wish {}

    /// Shows the convolution playground in place of the stage, with one of its presets.
    ///
    /// @param padding overrides the preset's; null to keep it
    /// @param sizes   override the preset's
    /// @param code    whether the calls below the grids are in view, rather than the grids
    record Playground(
            Preset preset,
            @Nullable Padding padding,
            boolean playing,
            Map<Parameter, Integer> sizes,
            boolean code)
            implements Wish {
        public Playground {
            sizes = Map.copyOf(sizes);
        }

        Playground(Preset preset, @Nullable Padding padding, boolean playing) {
            this(preset, padding, playing, Map.of(), false);
        }

        Playground with(Map<Parameter, Integer> other) {
            return new Playground(preset, padding, playing, other, code);
        }

        Playground withCode() {
            return new Playground(preset, padding, playing, sizes, true);
        }
    }

    /// Offers to show the network at the size of the published one with this C.
    record OfferSize(int width) implements Wish {}

    /// Asks to predict something on the frame on stage.
    record Predict(Prediction.Kind kind) implements Wish {}

    /// Takes clicks on the stage for a joint that the network does not have; it stays until the lesson ends.
    record Teach() implements Wish {}

    /// Opens this scene of the demo figure.
    record Scene(DemoScene scene) implements Wish {}

    /// Counts this action, by its name.
    record Count(String action) implements Wish {}

    /// Cuts exactly this exchange path; nothing if null.
    record CutPath(@Nullable String path) implements Wish {}

    /// The exhibits.
    enum Piece {
        NONE,
        /// the network before and after training, in place of the stage
        TWINS,
        /// how the selected joint is decoded from its heatmap, below the lesson text
        DECODING,
        /// the Teach panel with the lesson's clicks, below the lesson text
        CLICKS,
        /// the learning curves of those clicks, below the lesson text
        CURVES,
        /// what the present cut does to each joint, below the lesson text
        EFFECTS,
        /// the share of each resolution in the selected joint's peak, below the lesson text
        SHARES,
        /// an action counted, below the lesson text
        ACTION,
        /// an action recorded, then counted, below the lesson text
        OWN_ACTION,
        /// poses that do something in the window, below the lesson text
        INTERACTION,
        /// a puppet that follows the figure, below the lesson text
        ANIMATION,
        /// the convolution playground, in place of the stage
        PLAYGROUND
    }
}
