package org.hrscope.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void whereNothingWasWrittenNothingIsLeft() throws Exception {
        assertThat(failing(0).key()).isEqualTo("file.unwritable");
        assertThat(folder).isEmptyDirectory();
    }
}
