package org.hrscope.cli;

import java.nio.file.Path;
import java.util.List;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;

/// A source as named by the user.
///
/// @param files it reads, in order
record NamedSource(String name, SourceSpec spec, List<Path> files) {

    static NamedSource of(String name) throws Problem {
        SourceSpec spec = SourceSpec.parse(name);
        return new NamedSource(name, spec, spec.files());
    }

    /// Whether each image is a file of its own.
    boolean stills() {
        return spec instanceof SourceSpec.Picture || spec instanceof SourceSpec.Folder;
    }

    /// Whether it is live, so that its frames cannot be read again.
    boolean passes() {
        return spec instanceof SourceSpec.Camera || spec instanceof SourceSpec.Stream;
    }

    /// Its name in results.
    String fileName() {
        return spec instanceof SourceSpec.Video video ? slashed(video.file()) : name;
    }

    static String slashed(Path file) {
        return file.toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
