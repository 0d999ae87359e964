package org.hrscope.capture;

import java.net.URI;
import java.nio.file.Path;

/// Which source a person asks for, before anything is opened.
public sealed interface SourceSpec {

    /// The camera with this index of the operating system.
    record Camera(int index) implements SourceSpec {}

    /// A video file, paced by its timestamps.
    record Video(Path file) implements SourceSpec {}

    /// One picture.
    record Picture(Path file) implements SourceSpec {}

    /// Every picture of a folder, by name.
    record Folder(Path folder) implements SourceSpec {}

    /// An http(s) stream, MJPEG as a rule.
    record Stream(URI address) implements SourceSpec {}

    /// The built-in figure, rendered.
    record Demo() implements SourceSpec {}
}
