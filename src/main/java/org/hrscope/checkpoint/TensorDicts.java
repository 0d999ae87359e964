package org.hrscope.checkpoint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/// Finds every dict of named tensors in an unpickled object, outermost first. The object may contain itself, or one
/// thing a million times: each is visited once.
final class TensorDicts {
    private static final int DEEPEST = 16;
    private static final int LONGEST_PLACE = 500;

    private final List<StateDict> found = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Queue<Visit> visits = new ArrayDeque<>();

    private record Visit(Object value, String place, int depth) {}

    private TensorDicts() {}

    static List<StateDict> in(Object root) {
        TensorDicts dicts = new TensorDicts();
        dicts.later(root, "", 0);
        for (Visit next = dicts.visits.poll(); next != null; next = dicts.visits.poll()) {
            dicts.visit(next);
        }
        return dicts.found;
    }

    private void visit(Visit at) {
        switch (at.value) {
            case Map<?, ?> map -> {
                Map<String, TensorRef> tensors = new LinkedHashMap<>();
                map.forEach((key, value) -> {
                    if (value instanceof TensorRef tensor) {
                        if (key instanceof String name) tensors.put(name, tensor);
                    } else {
                        later(value, inside(at.place, key), at.depth + 1);
                    }
                });
                if (!tensors.isEmpty()) found.add(new StateDict(at.place, tensors));
            }
            case List<?> list -> list.forEach(value -> later(value, at.place, at.depth + 1));
            case Inert object -> {
                Map<String, TensorRef> tensors = ModuleTree.tensors(object);
                if (tensors.isEmpty()) {
                    later(object.arguments(), at.place, at.depth + 1);
                    later(object.entries(), at.place, at.depth + 1);
                    later(object.state(), at.place, at.depth + 1);
                } else {
                    found.add(new StateDict(at.place, tensors));
                }
            }
            default -> {}
        }
    }

    private void later(Object value, String place, int depth) {
        boolean holds = value instanceof Map || value instanceof List || value instanceof Inert;
        if (holds && depth <= DEEPEST && seen.add(value)) {
            visits.add(new Visit(value, place, depth));
        }
    }

    private static String inside(String place, Object key) {
        if (!(key instanceof String name) || place.length() + name.length() > LONGEST_PLACE) {
            return place;
        }
        return place.isEmpty() ? name : place + "." + name;
    }
}
