package org.hrscope.ui.opening;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The files of networks made faster with other layers in float, one for each set of layers. Those that were chosen
/// stay, as any network does, and those of earlier sessions; of the others, only the newest. FX thread.
final class Tries {
    private final Set<Path> unused = new LinkedHashSet<>();
    private final Set<Path> kept = new LinkedHashSet<>();

    /// @param existed whether it lay there before
    /// @param running an int8 file that runs in another network's stead; null for none
    /// @return what nobody needs any more
    Set<Path> written(Path file, boolean existed, @Nullable Path running) {
        // Made in an earlier session, and chosen or compared with there, for all that is known.
        if (existed && !unused.contains(file)) kept.add(file);
        Set<Path> superseded = new LinkedHashSet<>(unused);
        superseded.remove(file);
        superseded.removeIf(each -> Objects.equals(each, running));
        unused.removeAll(superseded);
        if (!kept.contains(file)) unused.add(file);
        return superseded;
    }

    void chosen(@Nullable Path file) {
        if (file == null) return;
        kept.add(file);
        unused.remove(file);
    }
}
