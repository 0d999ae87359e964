package org.hrscope.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What killed processes left of their recordings.
class UnfinishedTest {
    private static final String KILLED = ".01234567-89ab-cdef-0123-456789abcdef.recording";

    @TempDir Path folder;

    private Path left(String name, String content) throws IOException {
        return Files.writeString(folder.resolve("." + name + KILLED), content);
    }

    private List<String> names() {
        return List.of(folder.toFile().list()).stream().sorted().toList();
    }

    @Test
    void itGetsANameThatSaysSoAndIsTold() throws Exception {
        left("clip.mp4", "frames");
        List<Problem> told = Unfinished.recover(folder);
        assertThat(names()).containsExactly("clip-unfinished.mp4");
        assertThat(folder.resolve("clip-unfinished.mp4")).hasContent("frames");
        assertThat(told).extracting(Problem::key).containsExactly("record.recovered");
        assertThat(told.getFirst().getMessage())
                .contains("clip.mp4", folder.resolve("clip-unfinished.mp4").toString());
        assertThat(Unfinished.recover(folder)).as("once").isEmpty();
    }

    /// Also where the folder already has one from another day, or the name has no ending, or several.
    @Test
    void nothingIsReplaced() throws Exception {
        Files.writeString(folder.resolve("clip-unfinished.mp4"), "another day");
        Files.createDirectory(folder.resolve("clip-unfinished-2.mp4"));
        left("clip.mp4", "today");
        left("take.one.webp", "one");
        left("plain", "plain");
        left(".hidden", "hidden");
        assertThat(Unfinished.recover(folder)).hasSize(4);
        assertThat(names())
                .containsExactly(
                        ".hidden-unfinished",
                        "clip-unfinished-2.mp4",
                        "clip-unfinished-3.mp4",
                        "clip-unfinished.mp4",
                        "plain-unfinished",
                        "take.one-unfinished.webp");
        assertThat(folder.resolve("clip-unfinished.mp4")).hasContent("another day");
        assertThat(folder.resolve("clip-unfinished-3.mp4")).hasContent("today");
    }

    @Test
    void anEmptyOneIsDeletedAndNotTold() throws Exception {
        left("clip.mp4", "");
        assertThat(Unfinished.recover(folder)).isEmpty();
        assertThat(names()).isEmpty();
    }

    /// A process that still records holds a lock on its file; one of this process is known by its name.
    @Test
    void whatIsStillRecordedIsLeftAlone() throws Exception {
        Path own = folder.resolve("own.mp4");
        try (GrowingFile growing = GrowingFile.recording(own)) {
            growing.stream().write(1);
            Path other = left("other.mp4", "frames");
            try (FileChannel held = FileChannel.open(other, StandardOpenOption.WRITE);
                    var lock = held.lock()) {
                assertThat(lock.isValid()).isTrue();
                assertThat(Unfinished.recover(folder)).isEmpty();
                assertThat(other).hasContent("frames");
            }
            growing.complete();
        }
        assertThat(own).isNotEmptyFile();
    }

    @Test
    void otherHiddenFilesAreNone() throws Exception {
        Files.writeString(folder.resolve(".clip.mp4.recording"), "mine");
        Files.writeString(folder.resolve(".clip.mp4." + UUID.randomUUID() + ".part"), "part");
        Files.writeString(folder.resolve("clip.mp4" + KILLED), "no dot before it");
        List<String> before = names();
        assertThat(Unfinished.recover(folder)).isEmpty();
        assertThat(names()).isEqualTo(before);
        assertThat(Unfinished.recover(folder.resolve("none"))).isEmpty();
        assertThat(Unfinished.recover(folder.resolve(".clip.mp4.recording"))).isEmpty();
    }

    /// By its ending it opens with a click, however long its name was.
    @Test
    void aLongNameKeepsItsEnding() throws Exception {
        for (String ending : List.of(".mp4", ".webp", "")) {
            Path file = folder.resolve("\uD83C\uDFAC".repeat(40) + "a".repeat(30) + ending);
            try (GrowingFile growing = GrowingFile.recording(file)) {
                growing.stream().write(1);
                String hidden = names().getFirst();
                String shown = hidden.substring(1, hidden.length() - KILLED.length());
                assertThat(shown).endsWith(ending);
                assertThat(shown.codePointCount(0, shown.length())).isEqualTo(50);
                assertThat(file.toString()).contains(shown.substring(0, shown.lastIndexOf('a')));
            }
            assertThat(names()).isEmpty();
        }
    }
}
