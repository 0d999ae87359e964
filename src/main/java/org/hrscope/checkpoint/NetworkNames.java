package org.hrscope.checkpoint;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Maps tensor names to the official ones, whatever prefixes training programs add. The prefix of a convolution
/// that every HRNet has is the prefix of its backbone; the head shares it or lies outside:
/// `net.backbone.conv1.weight` and `net.head.final_layer.weight`.
final class NetworkNames {
    private static final String BODY = "stage2.0.branches.0.0.conv1.weight";
    private static final String END = "final_layer.weight";

    /// Wrappers that may appear anywhere in a name: DataParallel, `torch.compile`, FSDP and its checkpointing,
    /// DeepSpeed.
    private static final Set<String> WRAPPERS =
            Set.of(
                    "module",
                    "_orig_mod",
                    "_fsdp_wrapped_module",
                    "_checkpoint_wrapped_module",
                    "_forward_module");

    /// Prefixes to strip where there is no backbone to infer them from.
    private static final List<String> USUAL = List.of("model.", "net.", "backbone.");

    private static final Pattern HEAD = Pattern.compile("^(keypoint_head|head)\\.");

    /// A head that is one `nn.Sequential`: convolution, norm, ReLU, convolution (MMPose 0.x and the official facial
    /// landmark networks).
    private static final Pattern SEQUENCE = Pattern.compile("^(final_layer\\.)?([013])\\.(\\w+)$");

    private NetworkNames() {}

    /// The prefixes of all HRNets in a dict, as in the file.
    static Set<String> bodies(Map<String, TensorRef> tensors) {
        Set<String> prefixes = new LinkedHashSet<>();
        for (String name : tensors.keySet()) {
            String bare = bare(name);
            if (endsWith(bare, BODY)) prefixes.add(before(bare, BODY));
        }
        return prefixes;
    }

    /// The tensors of the HRNet with this prefix, in file order.
    static Map<String, TensorRef> of(Map<String, TensorRef> tensors, String prefix) {
        Map<String, TensorRef> bare = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> bare.put(bare(name), tensor));
        // The network is complete under its prefix: whatever lies beside it is a loss, a metric or
        // a second network.
        boolean complete = !prefix.isEmpty() && bare.containsKey(prefix + END);
        String head = prefix;
        for (String name : bare.keySet()) {
            if (!complete && endsWith(name, END)) head = before(name, END);
        }
        Map<String, TensorRef> official = new LinkedHashMap<>();
        for (var entry : bare.entrySet()) {
            String name = entry.getKey();
            if (complete && !name.startsWith(prefix)) continue;
            official.put(officialHead(rest(name, prefix, head)), entry.getValue());
        }
        return official;
    }

    /// The tensors of a dict without an HRNet, renamed as well as possible.
    static Map<String, TensorRef> of(Map<String, TensorRef> tensors) {
        Map<String, TensorRef> named = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> named.put(officialName(name), tensor));
        return named;
    }

    /// `module.backbone.conv1.weight` -> `conv1.weight`, `keypoint_head.final_layer.bias` -> `final_layer.bias`,
    /// from the name alone.
    static String officialName(String name) {
        String bare = bare(name);
        int from = 0;
        for (int i = 0; i < USUAL.size(); i++) {
            if (!bare.startsWith(USUAL.get(i), from)) continue;
            from += USUAL.get(i).length();
            i = -1;
        }
        return officialHead(bare.substring(from));
    }

    /// HRNetV2's head before the last convolution -> `head.conv_layers...`, as in MMPose 1.x.
    private static String officialHead(String name) {
        String bare = name;
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

    /// Without the prefix, or without as much of it as the name shares; the last layer without whatever precedes
    /// it.
    private static String rest(String name, String prefix, String head) {
        String outer = prefix;
        while (!outer.isEmpty() && !name.startsWith(outer)) {
            outer = outer.substring(0, outer.lastIndexOf('.', outer.length() - 2) + 1);
        }
        String rest = name.substring(outer.length());
        boolean lastLayer = name.equals(head + END) || name.equals(head + "final_layer.bias");
        return lastLayer && !HEAD.matcher(rest).find() ? name.substring(head.length()) : rest;
    }

    /// Without wrapper components. Allocates nothing per component: a name may have thousands.
    private static String bare(String name) {
        if (!name.contains("mod")) return name;
        StringBuilder bare = new StringBuilder();
        int from = 0;
        while (from < name.length()) {
            int dot = name.indexOf('.', from);
            int end = dot < 0 ? name.length() : dot + 1;
            if (dot < 0 || !WRAPPERS.contains(name.substring(from, dot))) {
                bare.append(name, from, end);
            }
            from = end;
        }
        return bare.toString();
    }

    private static boolean endsWith(String name, String end) {
        return name.endsWith(end)
                && (name.length() == end.length()
                        || name.charAt(name.length() - end.length() - 1) == '.');
    }

    private static String before(String name, String end) {
        return name.substring(0, name.length() - end.length());
    }
}
