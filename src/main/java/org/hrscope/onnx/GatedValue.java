package org.hrscope.onnx;

import java.util.Set;

/// An inner value whose channels are multiplied by gains, given anew at each run.
///
/// @param value    as the file calls it: [1, channels, h, w], float32, or float16 from opset 15
/// @param channels how many gains it takes
/// @param into     outputs of the nodes that get the multiplied value; empty where everybody does
/// @param name     of the multiplied value; where everybody gets it, that of the value
public record GatedValue(String value, int channels, Set<String> into, String name) {
    public GatedValue {
        into = Set.copyOf(into);
    }

    /// A value that is multiplied before anybody gets it.
    public static GatedValue everywhere(String value, int channels) {
        return new GatedValue(value, channels, Set.of(), value);
    }
}
