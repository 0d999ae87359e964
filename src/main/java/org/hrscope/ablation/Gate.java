package org.hrscope.ablation;

import java.util.List;
import org.hrscope.onnx.GatedValue;

/// A place in a network where a value can be multiplied by a gain.
///
/// @param names the official module path first (`stage3.1.fuse_layers.2.0` is the path from branch 0 to branch 2), then
///              aliases; in a foreign network, the file's own name of the value
/// @param at    the value multiplied, per channel
public record Gate(List<String> names, Kind kind, GatedValue at) {

    /// What a gain of 0 removes.
    public enum Kind {
        /// An exchange path from one resolution to another.
        PATH,
        /// A branch's own part in the sum of its row.
        IDENTITY,
        /// A branch's output, to all paths of its module.
        BRANCH,
        /// A block's residual part, before it is added to the shortcut.
        RESIDUAL,
        /// Any other value.
        VALUE
    }

    public Gate {
        names = List.copyOf(names);
    }

    public String name() {
        return names.getFirst();
    }

    public int channels() {
        return at.channels();
    }
}
