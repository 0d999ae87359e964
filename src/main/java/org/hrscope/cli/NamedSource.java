package org.hrscope.cli;

import java.nio.file.Path;
import java.util.List;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;

/// A source as the person named it.
///
/// @param files that it reads, in their order
record NamedSource(String name, SourceSpec spec, List<Path> files) {

    static NamedSource of(String name) throws Problem {
        SourceSpec spec = SourceSpec.parse(name);
        return new NamedSource(name, spec, spec.files());
    }

    /// Whether each of its pictures is a file of its own.
    boolean stills() {
        return spec instanceof SourceSpec.Picture || spec instanceof SourceSpec.Folder;
    }

    /// Whether what it has given cannot be read again.
    boolean passes() {
        return spec instanceof SourceSpec.Camera || spec instanceof SourceSpec.Stream;
    }

    /// What results call it.
    String fileName() {
        return spec instanceof SourceSpec.Video video ? slashed(video.file()) : name;
    }

    static String slashed(Path file) {
        return file.toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
