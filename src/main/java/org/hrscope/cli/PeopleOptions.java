package org.hrscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.export.PersonBoxes;
import org.hrscope.onnx.WeightFiles;
import org.hrscope.people.FinderOpener;
import org.hrscope.people.PersonFinder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options for whose poses `estimate` finds.
final class PeopleOptions {
    /// Everyone, or one person starting from the whole image.
    enum Whom {
        FIND,
        WHOLE
    }

    @Option(names = "--people", paramLabel = "find|whole")
    private @Nullable Whom whom;

    @Option(names = "--boxes", paramLabel = "COCO.json")
    private @Nullable Path boxes;

    @Option(names = "--finder", paramLabel = "ONNX")
    private @Nullable Path finder;

    /// @throws Problem `estimate.excludes`
    void check() throws Problem {
        if (boxes != null && whom != null) throw excludes("--boxes", "--people");
        if (boxes != null && finder != null) throw excludes("--boxes", "--finder");
        if (whom == Whom.WHOLE && finder != null) throw excludes("--people whole", "--finder");
    }

    private static Problem excludes(String one, String other) {
        return new Problem("estimate.excludes", one, other);
    }

    /// The user's files that are read; external weights are in [#data()].
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        if (boxes != null) files.add(boxes);
        if (finder != null) files.add(finder);
        return files;
    }

    List<Path> data() {
        return finder == null ? List.of() : WeightFiles.of(finder);
    }

    /// Null if none are given.
    @Nullable PersonBoxes boxes() throws Problem {
        return boxes == null ? null : PersonBoxes.read(boxes);
    }

    boolean boxed() {
        return boxes != null;
    }

    /// Null if no finder is needed.
    @Nullable PersonFinder finder() throws Problem {
        if (boxes != null || whom == Whom.WHOLE) return null;
        FinderOpener opener = new FinderOpener();
        return finder == null ? opener.bundled() : opener.open(finder);
    }
}
