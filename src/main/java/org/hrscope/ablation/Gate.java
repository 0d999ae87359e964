package org.hrscope.ablation;

import java.util.List;
import org.hrscope.onnx.GatedValue;

/// A place in a network where values can be multiplied by a gain.
///
/// @param names the official code's module path first, `stage3.1.fuse_layers.2.0` being the path from branch 0 to branch
///              2; then what else means the same. In a foreign network what the file calls the value
/// @param at    what is multiplied, channel by channel
public record Gate(List<String> names, Kind kind, GatedValue at) {

    /// What a gain of 0 takes away.
    public enum Kind {
        /// An exchange path from one resolution to another.
        PATH,
        /// A branch's own part in the sum of its row.
        IDENTITY,
        /// What a branch of a module gives to all paths.
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
