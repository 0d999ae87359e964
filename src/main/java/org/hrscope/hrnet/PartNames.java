package org.hrscope.hrnet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// In which part of an HRNet a file's values are computed: `NAME.linear` and `NAME.sum0` belong to layer NAME, and that
/// to its part. Immutable.
///
/// @param known names of parts, by their own names and by those of their layers
public record PartNames(Map<String, String> known) {
    public PartNames {
        known = Map.copyOf(known);
    }

    public static PartNames of(HrNet net) {
        Map<String, String> known = new HashMap<>();
        for (Part part : net.parts()) {
            known.put(part.name(), part.name());
            for (Layer layer : part.layers()) known.put(layer.name(), part.name());
        }
        return new PartNames(known);
    }

    /// The part's name; empty where the value belongs to none.
    public Optional<String> of(String value) {
        String name = value;
        while (!known.containsKey(name) && name.contains(".")) {
            name = name.substring(0, name.lastIndexOf('.'));
        }
        return Optional.ofNullable(known.get(name));
    }
}
