package org.hrscope.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.file.NamedInputs;
import org.hrscope.pixels.OpenCv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder that goes away during a run, with what was in it.
class ResultFolderTest {
    @TempDir Path folder;

    private static FoundImage image(int file) {
        Frame.Origin origin = new Frame.Origin("a", 0, 0);
        Frame frame = new Frame(3, 5, ByteBuffer.allocateDirect(60), origin, () -> {});
        CocoImage coco = new CocoImage((long) file, file + ".jpg", 3, 5, null, null);
        return new FoundImage(file, coco, file + ".png", List.of(), frame);
    }

    private void loses(ResultSink sink, Path results) throws Exception {
        sink.begin(Skeleton.numbered(0));
        sink.frame(image(0));
        sink.frame(image(1));
        remove(results);
        Problem problem = catchThrowableOfType(Problem.class, () -> sink.frame(image(2)));
        assertThat(problem).isNotNull().returns("file.folderGone", Problem::key);
        assertThat(problem.getMessage()).contains(results.toString());
        assertThat(results).doesNotExist();
    }

    private static void remove(Path results) throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(results);
    }

    @Test
    void aRunDoesNotEndAsIfNothingWereLost() throws Exception {
        OpenCv.load();
        NamedInputs none = new NamedInputs(List.of());
        Path pictures = folder.resolve("new/pictures");
        loses(new AnnotatedPictures(pictures, none, 0), pictures);
        Path poses = folder.resolve("poses");
        loses(new OpenPoseFolder(poses, none, OpenPoseLayout.BODY_25), poses);
    }
}
