package org.hrscope.ui.opening;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;

/// Files dropped at once: a network, a source or one of each; several images of one folder are one source. FX thread.
public record Dropped(List<File> files) {
    /// A mixture is refused with a message; none of it is opened.
    public void openWith(Opener opener) {
        List<File> networks =
                files.stream().filter(file -> Opener.network(file.toString())).toList();
        List<Path> sources =
                files.stream()
                        .filter(file -> !networks.contains(file))
                        .map(file -> Path.of(file.toString()))
                        .toList();
        if (networks.size() > 1) {
            opener.open(
                    () -> {
                        throw new Problem("source.several", files.size());
                    },
                    "");
            return;
        }
        networks.forEach(file -> opener.open(file.toString()));
        if (sources.size() == 1) opener.open(sources.getFirst().toString());
        else if (sources.size() > 1) opener.open(() -> SourceSpec.of(sources), "");
    }
}
