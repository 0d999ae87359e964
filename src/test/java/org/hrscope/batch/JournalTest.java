package org.hrscope.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.export.CocoImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir Path folder;

    private static SavedImage image() {
        CocoImage image = new CocoImage(7, "7.png", 64, 48, null);
        return new SavedImage(0, image, "7.png", List.of(), List.of(), List.of());
    }

    @Test
    void aKillInTheFirstLineIsNoOtherRun() throws Exception {
        Path path = Files.writeString(folder.resolve("j"), "{\"run\":\"on");
        try (Journal journal = Journal.resume(path, "one")) {
            journal.add(image());
        }
        List<Journal.Line> lines = new ArrayList<>();
        try (Journal journal = Journal.resume(path, "one")) {
            journal.read((line, _) -> lines.add(line));
        }
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast().image().outputName()).isEqualTo("7.png");
        assertThatThrownBy(() -> Journal.resume(path, "other")).isInstanceOf(Problem.class);
    }

    @Test
    void aRunWithoutResultsLeavesAnothersJournal() throws Exception {
        Path path = folder.resolve("j");
        try (Journal journal = Journal.start(path, "one")) {
            journal.add(image());
        }
        try (Journal journal = Journal.start(path, "mistyped")) {
            journal.add(new Problem("file.missing", "x.png"));
            journal.delete();
        }
        assertThat(path).exists();
        try (Journal journal = Journal.resume(path, "one")) {
            journal.delete();
        }
        assertThat(path).doesNotExist();
    }
}
