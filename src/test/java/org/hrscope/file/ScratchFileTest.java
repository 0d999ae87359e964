package org.hrscope.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left of scratch files, by programs that end and by killed ones.
class ScratchFileTest {
    @TempDir Path place;

    @Test
    void closedItTakesWithItWhatWasWrittenBeside() throws IOException {
        try (ScratchFile scratch = ScratchFile.in(place, "profile")) {
            assertThat(scratch.path()).hasFileName("profile").doesNotExist();
            Files.writeString(scratch.path(), "");
            Files.writeString(scratch.path().resolveSibling("profile_2026.json"), "{}");
        }
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void twoOfOneNameAreTwo() throws IOException {
        try (ScratchFile one = ScratchFile.in(place, "a");
                ScratchFile other = ScratchFile.in(place, "a")) {
            Files.writeString(one.path(), "");
            assertThat(other.path()).doesNotExist();
        }
    }

    /// Its name tells nobody anything; the folder does, and can be changed.
    @Test
    void aFullDiskIsToldByTheFolder() throws Exception {
        try (ScratchFile scratch = ScratchFile.in(place, "a")) {
            IOException full = new IOException("No space left on device");
            ScratchFile.Content plain =
                    _ -> {
                        throw full;
                    };
            ScratchFile.Content wrapped =
                    path -> {
                        throw new Problem(
                                full, "import.not-written", "a network", path, "no space");
                    };
            for (ScratchFile.Content content : List.of(plain, wrapped)) {
                assertThatThrownBy(() -> scratch.fill(content))
                        .hasMessageContaining(place + " cannot be used (No space left on device)")
                        .hasMessageNotContaining("hrscope-scratch");
            }
        }
    }

    @Test
    void whatIsGoneAlreadyIsNoTrouble() throws IOException {
        ScratchFile scratch = ScratchFile.in(place, "a");
        scratch.close();
        scratch.close();
        assertThat(place).isEmptyDirectory();
    }

    /// The first process lives while the second looks, and is killed before the third does.
    @Test
    void whatAKilledProgramLeftIsDeletedByTheNextAndNothingElse() throws Exception {
        Path other = Files.writeString(place.resolve("hrscope-scratch-notes.txt"), "");
        Process first = program();
        try {
            Path left = Path.of(first.inputReader().readLine());
            age(left.getParent());
            ScratchFile.in(place, "a").close();
            assertThat(left).exists();
            first.destroyForcibly();
            assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(left).as("after the kill").exists();
            ScratchFile.in(place, "a").close();
            assertThat(place).isDirectoryContaining(other::equals);
            assertThat(left.getParent()).doesNotExist();
            assertThat(other).exists();
        } finally {
            first.destroyForcibly();
        }
    }

    @Test
    void aProgramThatEndsLeavesNothing() throws Exception {
        Process program = program();
        assertThat(program.inputReader().readLine()).isNotNull();
        program.outputWriter().close();
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(place).isEmptyDirectory();
    }

    private static void age(Path folder) throws IOException {
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minusSeconds(3600)));
    }

    private Process program() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holding.class.getName(),
                        place.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Holds a scratch file until its input ends, and leaves the rest to the end of the program.
    static final class Holding {
        public static void main(String[] arguments) throws IOException {
            ScratchFile scratch = ScratchFile.in(Path.of(arguments[0]), "network.onnx");
            Files.writeString(scratch.path(), "weights");
            System.out.println(scratch.path());
            System.in.read();
        }
    }
}
