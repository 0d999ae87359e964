package org.hrscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.pixels.OpenCv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

class FolderSourceTest {
    @TempDir private Path folder;

    @Test
    void picturesComeByTheirNumbersAndABrokenOneIsLeftOut() throws Exception {
        for (String name : List.of("p10.png", "p9.png", "P1.png", "p02.png")) picture(name);
        Files.writeString(folder.resolve("p03.jpg"), "broken");
        Files.writeString(folder.resolve("notes.txt"), "no picture");
        picture(".hidden.png");
        Files.createDirectory(folder.resolve("p11.png"));
        try (FolderSource source = new FolderSource(folder, new FramePool())) {
            assertThat(source.info().frames()).isEqualTo(5);
            assertThat(source.info().seekable()).isTrue();
            assertThat(names(source))
                    .containsExactly("P1.png 0", "p02.png 1", "p9.png 3", "p10.png 4");
            assertThat(source.takeSkipped())
                    .singleElement()
                    .satisfies(p -> assertThat(p.key()).isEqualTo("picture.broken"))
                    .satisfies(p -> assertThat(p.getMessage()).contains("p03.jpg"));
            assertThat(source.takeSkipped()).isEmpty();
            source.seek(3);
            assertThat(names(source)).containsExactly("p9.png 3", "p10.png 4");
        }
    }

    @Test
    void aFolderWithoutReadablePicturesIsRefused() throws Exception {
        assertProblem("folder.empty", () -> new FolderSource(folder, new FramePool()));
        assertProblem(
                "file.missing", () -> new FolderSource(folder.resolve("none"), new FramePool()));
        Files.writeString(folder.resolve("a.png"), "broken");
        try (FolderSource source = new FolderSource(folder, new FramePool())) {
            assertProblem("folder.broken", source::next);
        }
    }

    /// A looping folder seeks to its start over and over.
    @Test
    void whatIsBrokenIsToldOnceHoweverOftenTheFolderStartsAnew() throws Exception {
        Files.writeString(folder.resolve("a.png"), "broken");
        Files.writeString(folder.resolve("b.png"), "broken");
        try (FolderSource source = new FolderSource(folder, new FramePool())) {
            assertProblem("folder.broken", source::next);
            assertThat(source.takeSkipped()).hasSize(2);
            source.seek(0);
            assertProblem("folder.broken", source::next);
            assertThat(source.takeSkipped()).isEmpty();
        }
        picture("c.png");
        try (FolderSource source = new FolderSource(folder, new FramePool())) {
            assertThat(names(source)).containsExactly("c.png 2");
            assertThat(source.takeSkipped()).hasSize(2);
            source.seek(0);
            assertThat(names(source)).containsExactly("c.png 2");
            assertThat(source.takeSkipped()).isEmpty();
        }
    }

    /// As when a disk is pulled out while the folder loops.
    @Test
    void aFolderWhosePicturesAreGoneIsBroken() throws Exception {
        picture("a.png");
        picture("b.png");
        try (FolderSource source = new FolderSource(folder, new FramePool())) {
            assertThat(names(source)).containsExactly("a.png 0", "b.png 1");
            Files.delete(folder.resolve("a.png"));
            Files.delete(folder.resolve("b.png"));
            Files.createDirectory(folder.resolve("b.png"));
            source.seek(1);
            assertThat(source.next()).isNull();
            source.seek(0);
            assertProblem("folder.broken", source::next);
            assertThat(source.takeSkipped())
                    .extracting(Problem::key)
                    .containsExactlyInAnyOrder("file.missing", "file.isFolder");
        }
    }

    @Test
    void aLinkThatLeadsNowhereIsToldAndNotLost() throws Exception {
        picture("图片.png");
        link("gone.png", folder.resolve("nowhere.png"));
        link("linked.png", folder.resolve("图片.png"));
        link("folder.png", Files.createDirectory(folder.resolve("sub")));
        try (FolderSource source = new FolderSource(folder, new FramePool())) {
            assertThat(names(source)).containsExactly("linked.png 1", "图片.png 2");
            assertThat(source.takeSkipped())
                    .singleElement()
                    .satisfies(p -> assertThat(p.key()).isEqualTo("file.missing"))
                    .satisfies(p -> assertThat(p.getMessage()).contains("gone.png"));
        }
    }

    private void link(String name, Path to) throws Exception {
        try {
            Files.createSymbolicLink(folder.resolve(name), to);
        } catch (UnsupportedOperationException | java.io.IOException e) {
            assumeTrue(false, "no links here");
        }
    }

    private void assertProblem(
            String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action)
                .asInstanceOf(type(Problem.class))
                .satisfies(p -> assertThat(p.key()).isEqualTo(key))
                .satisfies(p -> assertThat(p.getMessage()).contains(folder.toString()));
    }

    private static List<String> names(FrameSource source) throws Problem {
        List<String> names = new ArrayList<>();
        for (Frame frame = source.next(); frame != null; frame = source.next()) {
            names.add(frame.origin().name() + " " + frame.origin().index());
            frame.close();
        }
        return names;
    }

    private void picture(String name) throws Exception {
        OpenCv.load();
        MatOfByte bytes = new MatOfByte();
        Imgcodecs.imencode(".png", new Mat(4, 4, CvType.CV_8UC3, new Scalar(1, 2, 3)), bytes);
        Files.write(folder.resolve(name), bytes.toArray());
    }
}
