package org.hrscope.checkpoint;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The tensors of a whole pickled `nn.Module`, under the names its state dict would use: every module keeps its own
/// in `_parameters` and `_buffers`, and its children in `_modules`.
final class ModuleTree {
    private static final int DEEPEST = 20;

    private record Node(Map<?, ?> attributes, String prefix, int depth) {}

    private ModuleTree() {}

    /// Empty if the object is not a module.
    static Map<String, TensorRef> tensors(Inert root) {
        Map<String, TensorRef> tensors = new LinkedHashMap<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> open = new ArrayDeque<>();
        if (root.state() instanceof Map<?, ?> attributes && attributes.containsKey("_modules")) {
            open.push(new Node(attributes, "", 0));
        }
        while (!open.isEmpty()) {
            Node node = open.pop();
            for (String kind : new String[] {"_parameters", "_buffers"}) {
                entries(node.attributes.get(kind))
                        .forEach((key, value) -> {
                            if (key instanceof String name && value instanceof TensorRef tensor) {
                                tensors.put(node.prefix + name, tensor);
                            }
                        });
            }
            if (node.depth == DEEPEST) continue;
            entries(node.attributes.get("_modules"))
                    .forEach((key, value) -> {
                        if (key instanceof String name
                                && value instanceof Inert module
                                && module.state() instanceof Map<?, ?> attributes
                                && seen.add(attributes)) {
                            open.push(
                                    new Node(attributes, node.prefix + name + ".", node.depth + 1));
                        }
                    });
        }
        return tensors;
    }

    private static Map<?, ?> entries(@org.jspecify.annotations.Nullable Object dict) {
        return dict instanceof Map<?, ?> map ? map : Map.of();
    }
}
