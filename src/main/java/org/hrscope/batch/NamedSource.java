package org.hrscope.batch;

import java.nio.file.Path;
import java.util.List;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;

/// A source as named by the user.
///
/// @param files it reads, in order
public record NamedSource(String name, SourceSpec spec, List<Path> files) {

    public static NamedSource of(String name) throws Problem {
        SourceSpec spec = SourceSpec.parse(name);
        return new NamedSource(name, spec, spec.files());
    }

    /// Whether each image is a file of its own.
    public boolean stills() {
        return spec instanceof SourceSpec.Picture || spec instanceof SourceSpec.Folder;
    }

    /// Whether it is live, so that its frames cannot be read again.
    public boolean passes() {
        return spec instanceof SourceSpec.Camera || spec instanceof SourceSpec.Stream;
    }

    /// Whether it is known to end only when it is stopped.
    public boolean endless() {
        return spec instanceof SourceSpec.Camera || spec instanceof SourceSpec.Demo;
    }

    /// Its name in results.
    public String fileName() {
        return spec instanceof SourceSpec.Video video ? slashed(video.file()) : name;
    }

    static String slashed(Path file) {
        return file.toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
