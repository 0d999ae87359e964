package org.hrscope.capture;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrscope.domain.Problem;

/// A source by name, before anything is opened.
public sealed interface SourceSpec {
    /// The camera with this operating system index.
    record Camera(int index, CameraMode mode) implements SourceSpec {}

    /// A video file, paced by its timestamps.
    record Video(Path file) implements SourceSpec {}

    /// A single image.
    record Picture(Path file) implements SourceSpec {}

    /// All images of a folder, in natural name order.
    record Folder(Path folder) implements SourceSpec {}

    /// Some of a folder's images, by name.
    record Pictures(Path folder, List<Path> files) implements SourceSpec {
        public Pictures {
            files = List.copyOf(files);
        }
    }

    /// An http(s) or rtsp address: usually a stream, or a camera's snapshot.
    record Stream(URI address) implements SourceSpec {}

    /// The rendered demo figure, or one of its scenes.
    record Demo(DemoScene scene) implements SourceSpec {
        /// Everything in turn.
        public Demo() {
            this(DemoScene.ALL);
        }
    }

    /// Round-trips through [#parse(String)], whatever the working directory.
    default String text() {
        return switch (this) {
            case Camera(int index, CameraMode mode) ->
                    "camera:" + index + (mode.text().isEmpty() ? "" : "?" + mode.text());
            case Video(Path file) -> file.toAbsolutePath().toString();
            case Picture(Path file) -> file.toAbsolutePath().toString();
            case Folder(Path folder) -> folder.toAbsolutePath().toString();
            // Nobody names these one by one.
            case Pictures(Path folder, _) -> folder.toAbsolutePath().toString();
            case Stream(URI address) -> address.toString();
            case Demo(DemoScene scene) -> scene == DemoScene.ALL ? "demo" : "demo:" + scene.id();
        };
    }

    /// The files this source reads, in order; empty for cameras, streams and the demo figure.
    ///
    /// @throws Problem `file.unreadable` if a folder cannot be listed
    default List<Path> files() throws Problem {
        return switch (this) {
            case Video video -> List.of(video.file());
            case Picture picture -> List.of(picture.file());
            case Folder folder -> FolderSource.list(folder.folder());
            case Pictures some -> some.files();
            case Camera _, Stream _, Demo _ -> List.of();
        };
    }

    /// `demo`, `demo:walk`, `camera:0` or `0`, optionally with `?size=640x480&fps=15`, an http(s) or rtsp address, a
    /// folder, an image or a video (told apart by content); the latter three also as `file:` addresses.
    static SourceSpec parse(String text) throws Problem {
        if (text.equals("demo")) return new Demo();
        // Else the working folder: more likely a variable that is not set.
        if (text.isBlank()) throw new Problem("file.missing", '"' + text + '"');
        if (text.startsWith("demo:")) {
            Optional<DemoScene> scene = DemoScene.of(text.substring(5));
            if (scene.isPresent()) return new Demo(scene.get());
        }
        Matcher camera = Pattern.compile("(?:camera:)?(\\d{1,4})(?:\\?(.*))?").matcher(text);
        if (camera.matches()) {
            String mode = camera.group(2) == null ? "" : camera.group(2);
            return new Camera(Integer.parseInt(camera.group(1)), CameraMode.parse(mode, text));
        }
        if (text.matches("(?is)(https?|rtsps?)://.*")) return stream(text);
        boolean local = text.regionMatches(true, 0, "file:/", 0, 6);
        if (!local && text.matches("(?s)[A-Za-z][A-Za-z0-9+.-]+://.*"))
            throw new Problem("stream.kind", text);
        Path file = local ? FileAddress.path(text) : path(text);
        if (text.startsWith("camera:") && !Files.exists(file)) {
            throw new Problem("camera.number", text);
        }
        FileKind.check(file);
        if (Files.isDirectory(file)) return new Folder(file);
        return switch (FileKind.of(file)) {
            case PICTURE -> new Picture(file);
            case VIDEO -> new Video(file);
            case OTHER -> throw new Problem("file.kind", file);
        };
    }

    /// Several files at once: images of one folder play one after the other.
    ///
    /// @throws Problem `source.several` for others, or as [#parse]
    static SourceSpec of(List<Path> files) throws Problem {
        if (files.size() == 1) return parse(files.getFirst().toString());
        Path folder = files.getFirst().toAbsolutePath().getParent();
        if (folder == null) throw new Problem("source.several", files.size());
        for (Path file : files) {
            boolean beside = folder.equals(file.toAbsolutePath().getParent());
            if (!beside || !(parse(file.toString()) instanceof Picture)) {
                throw new Problem("source.several", files.size());
            }
        }
        Comparator<Path> byName =
                Comparator.comparing(file -> file.getFileName().toString(), new NaturalOrder());
        return new Pictures(folder, files.stream().sorted(byName).toList());
    }

    private static Path path(String text) throws Problem {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Problem(e, "file.missing", text);
        }
    }

    private static SourceSpec stream(String text) throws Problem {
        try {
            URI address = new URI(text);
            if (StreamTrouble.complete(address)) return new Stream(address);
        } catch (URISyntaxException e) {
            throw new Problem(e, "stream.address", text);
        }
        throw new Problem("stream.address", text);
    }
}
