package org.hrscope.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds the network's tensors in what a checkpoint holds, and calls them by the official code's names.
final class StateDict {
    /// Where training programs put it: the official one and MMPose, MMEngine's average, others.
    private static final List<String> PLACES =
            List.of("state_dict", "model_state_dict", "ema_state_dict", "model");

    private static final Pattern WRAPPERS = Pattern.compile("^(module\\.|model\\.|backbone\\.)+");
    private static final Pattern HEAD = Pattern.compile("^(keypoint_head|head)\\.");

    /// A head as one `nn.Sequential`: convolution, norm, ReLU, convolution (MMPose 0.x, and the official faces).
    private static final Pattern SEQUENCE = Pattern.compile("^(final_layer\\.)?([013])\\.(\\w+)$");

    private StateDict() {}

    /// The tensors in the order of the file.
    static Map<String, TensorRef> find(Object root) {
        for (String place : PLACES) {
            if (root instanceof Map<?, ?> map && map.get(place) instanceof Map<?, ?> inner) {
                Map<String, TensorRef> tensors = tensors(inner);
                if (!tensors.isEmpty()) return tensors;
            }
        }
        Map<String, TensorRef> tensors = root instanceof Map<?, ?> map ? tensors(map) : Map.of();
        if (tensors.isEmpty()) throw new BrokenCheckpoint("checkpoint.no-tensors");
        return tensors;
    }

    private static Map<String, TensorRef> tensors(Map<?, ?> map) {
        Map<String, TensorRef> tensors = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (key instanceof String name && value instanceof TensorRef tensor) {
                tensors.put(officialName(name), tensor);
            }
        });
        return tensors;
    }

    /// `module.backbone.conv1.weight` -> `conv1.weight`, `keypoint_head.final_layer.bias` -> `final_layer.bias`; what
    /// lies before the last convolution of HRNetV2's head -> `head.conv_layers...`, as MMPose 1.x has it.
    static String officialName(String name) {
        String bare = WRAPPERS.matcher(name).replaceFirst("");
        var head = HEAD.matcher(bare);
        boolean inHead = head.find();
        if (inHead) bare = head.replaceFirst("");
        var sequence = SEQUENCE.matcher(bare);
        if (sequence.matches() && (inHead || sequence.group(1) != null)) {
            String index = sequence.group(2);
            String last = sequence.group(3);
            return index.equals("3")
                    ? "final_layer." + last
                    : "head.conv_layers." + index + "." + last;
        }
        return inHead && !bare.startsWith("final_layer.") ? "head." + bare : bare;
    }
}
