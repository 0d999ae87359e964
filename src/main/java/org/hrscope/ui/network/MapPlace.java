package org.hrscope.ui.network;

import java.util.Set;
import org.hrscope.ui.stage.Viewport;
import org.jspecify.annotations.Nullable;

/// Where the map is in its dock, to be restored later.
///
/// @param aim the nodes it is fitted to, none for the whole map; null if somebody has zoomed or panned to `at`
public record MapPlace(Viewport.Place at, @Nullable Set<String> aim) {}
