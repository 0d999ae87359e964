package org.hrscope.bundle;

import org.jspecify.annotations.Nullable;

/// Which network made the estimates.
///
/// @param name   of the network, as shown
/// @param path   where its file was; null for a bundled network, which every copy of the program has
/// @param file   null for a bundled one
/// @param taught joints that its file lacks; null for none
public record SharedNetwork(
        String name,
        @Nullable String path,
        @Nullable FileIdentity file,
        @Nullable SharedTaught taught) {

    /// @throws IllegalArgumentException if it has no name
    public SharedNetwork {
        if (name == null || name.isBlank()) throw new IllegalArgumentException("name");
    }

    public boolean bundled() {
        return path == null;
    }
}
