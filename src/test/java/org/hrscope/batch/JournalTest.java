package org.hrscope.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrscope.domain.Problem;
import org.hrscope.export.CocoImage;
import org.hrscope.threads.GuardedThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir Path folder;

    private static SavedImage image() {
        CocoImage image = new CocoImage(7, "7.png", 64, 48, null, null);
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
    void aSecondRunOntoTheSameOutputIsRefused() throws Exception {
        Path path = folder.resolve("j");
        try (Journal first = Journal.start(path, "one");
                Journal together = Journal.start(path, "two")) {
            first.add(image());
            assertThatThrownBy(() -> Journal.start(path, "three"))
                    .isInstanceOfSatisfying(Problem.class, JournalTest::isRunning);
            // Started before the first had written anything.
            assertThatThrownBy(() -> together.add(image()))
                    .isInstanceOfSatisfying(Problem.class, JournalTest::isRunning);
        }
        try (Journal journal = Journal.resume(path, "one")) {
            List<Journal.Line> lines = new ArrayList<>();
            journal.read((line, _) -> lines.add(line));
            assertThat(lines).hasSize(2);
        }
    }

    private static void isRunning(Problem problem) {
        assertThat(problem.key()).isEqualTo("resume.running");
    }

    @Test
    void aBrokenRunsJournalIsReplaced() throws Exception {
        Path path = Files.writeString(folder.resolve("j"), "{\"run\":\"one\"}\n".repeat(90));
        try (Journal journal = Journal.start(path, "two")) {
            journal.add(image());
        }
        assertThat(Files.readAllLines(path)).hasSize(2).first().asString().contains("two");
    }

    /// A device that takes nothing, as a full disk does.
    @Test
    void aFullDiskLeavesNoEmptyJournal() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        Path path = Files.createSymbolicLink(folder.resolve("j"), full);
        try (Journal journal = Journal.start(path, "one")) {
            assertThatThrownBy(() -> journal.add(image())).isInstanceOf(Problem.class);
        }
        assertThat(folder).isEmptyDirectory();
    }

    /// One run begins while another ends: each has its own journal as long as it lasts.
    @Test
    void aRunThatEndsLeavesTheOthersJournal() throws Exception {
        Path path = folder.resolve("j");
        AtomicInteger lost = new AtomicInteger();
        List<GuardedThread> runs = new ArrayList<>();
        for (String name : List.of("one", "two", "three")) {
            GuardedThread run =
                    new GuardedThread(
                            "run " + name,
                            () -> {
                                for (int i = 0; i < 300; i++) brief(path, name, lost);
                            },
                            problem -> lost.incrementAndGet());
            runs.add(run);
            run.start();
        }
        for (GuardedThread run : runs) assertThat(run.join(Duration.ofSeconds(30))).isTrue();
        assertThat(lost).hasValue(0);
    }

    private static void brief(Path path, String name, AtomicInteger lost) {
        try (Journal journal = Journal.start(path, name)) {
            journal.add(image());
            boolean ours = Files.exists(path) && Files.readString(path).contains(name);
            if (!ours) lost.incrementAndGet();
            journal.delete();
        } catch (Problem running) {
            isRunning(running);
        } catch (IOException gone) {
            lost.incrementAndGet();
        }
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
