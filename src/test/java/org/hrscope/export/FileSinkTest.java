package org.hrscope.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a write that fails leaves behind.
class FileSinkTest {
    @TempDir Path folder;

    /// Takes so many bytes until the disk is full.
    private record Filling(int bytes) implements FileSink.Format {
        @Override
        public void begin(OutputStream to, Skeleton skeleton) throws IOException {
            to.write(new byte[bytes]);
            to.flush();
        }

        @Override
        public void frame(FoundImage found) {}

        @Override
        public void end() throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public boolean recording() {
            return true;
        }

        @Override
        public long playable() {
            return bytes;
        }
    }

    private Problem failing(int bytes) throws Problem {
        FileSink sink = new FileSink(folder.resolve("a.mp4"), new Filling(bytes));
        sink.begin(Skeleton.numbered(0));
        Problem problem = catchThrowableOfType(Problem.class, sink::end);
        assertThat(problem).isNotNull();
        return problem;
    }

    /// Under a name that says so: what was there before is whole, and stays.
    @ParameterizedTest
    @ValueSource(ints = {1, 70_001})
    void whatAFullDiskHoldsOfARecordingIsKept(int bytes) throws Exception {
        Path before = Files.writeString(folder.resolve("a.mp4"), "before");
        Files.writeString(folder.resolve("a-unfinished.mp4"), "another");
        Problem problem = failing(bytes);
        assertThat(problem.key()).isEqualTo("record.unfinished");
        assertThat(problem.arguments().toString()).contains("No space", "a-unfinished-2.mp4");
        assertThat(before).hasContent("before");
        assertThat(folder.resolve("a-unfinished-2.mp4")).hasSize(bytes);
        assertThat(folder.toFile().list()).hasSize(3);
    }

    /// Nine bytes, then it runs out of memory: with the next frame, or at its end.
    private record Exhausted(boolean recording) implements FileSink.Format {
        @Override
        public void begin(OutputStream to, Skeleton skeleton) throws IOException {
            to.write(new byte[9]);
            to.flush();
        }

        @Override
        public void frame(FoundImage found) {
            if (recording) throw new OutOfMemoryError("Java heap space");
        }

        @Override
        public void end() {
            throw new StackOverflowError();
        }

        @Override
        public long playable() {
            return recording ? 9 : 0;
        }
    }

    private static final FoundImage NOBODY =
            new FoundImage(0, new CocoImage(1L, "a.jpg", 3, 5, null, null), "a", List.of(), null);

    @Test
    void whatCameBeforeAnErrorIsKept() throws Exception {
        FileSink sink = new FileSink(folder.resolve("a.mp4"), new Exhausted(true));
        sink.begin(Skeleton.numbered(0));
        Problem problem = catchThrowableOfType(Problem.class, () -> sink.frame(NOBODY));
        assertThat(problem.key()).isEqualTo("record.unfinished");
        assertThat(problem.arguments().toString()).contains("Java heap space");
        assertThat(folder.resolve("a-unfinished.mp4")).hasSize(9);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void anErrorAtTheEndOfOneCostsNoOther() throws Exception {
        Path whole = folder.resolve("b.json");
        FileSink failing = new FileSink(folder.resolve("a.csv"), new Exhausted(false));
        FileSink other = new FileSink(whole, new CocoResultsFormat(Angles.NONE));
        try (AllSinks all = new AllSinks(List.of(failing, other))) {
            all.begin(Skeleton.numbered(0));
            all.frame(NOBODY);
            Problem problem = catchThrowableOfType(Problem.class, all::end);
            assertThat(problem).returns("unforeseen", Problem::key);
        }
        assertThat(whole).content().startsWith("[").contains("]");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void whereNothingWasWrittenNothingIsLeft() throws Exception {
        assertThat(failing(0).key()).isEqualTo("file.unwritable");
        assertThat(folder).isEmptyDirectory();
    }
}
