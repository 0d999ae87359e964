package org.hrscope.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Any resource of the class path does for a library here: nothing is loaded.
class NativeLibraryTest {
    private static final String RESOURCE = "/org/hrscope/text/problems.properties";

    @TempDir private Path folder;

    private final NativeLibrary library = new NativeLibrary("some_library", RESOURCE);

    @Test
    void isUnpackedOnceAndAgainWhenItIsNotWhole() throws Exception {
        byte[] packed;
        try (var in = NativeLibraryTest.class.getResourceAsStream(RESOURCE)) {
            packed = in.readAllBytes();
        }
        Path file = library.file(folder);
        assertThat(file)
                .isEqualTo(
                        folder.resolve("some_library-" + packed.length)
                                .resolve(System.mapLibraryName("some_library")));
        assertThat(file).hasBinaryContent(packed);
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, longAgo);
        assertThat(library.file(folder)).isEqualTo(file);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
        Files.writeString(file, "half");
        assertThat(library.file(folder)).hasBinaryContent(packed);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void isTakenFromTheInstallersFolderFirst() throws Exception {
        Path shipped =
                Files.writeString(folder.resolve(System.mapLibraryName("some_library")), "shipped");
        String before = System.setProperty(NativeLibrary.FOLDER, folder.toString());
        try {
            assertThat(library.file(folder.resolve("cache"))).isEqualTo(shipped);
            assertThat(folder.resolve("cache")).doesNotExist();
        } finally {
            if (before == null) System.clearProperty(NativeLibrary.FOLDER);
            else System.setProperty(NativeLibrary.FOLDER, before);
        }
    }

    @Test
    void isStillThereWhereTheCacheCannotBeWritten() throws Exception {
        Path blocked = Files.writeString(folder.resolve("a file"), "in the way");
        assertThat(library.file(blocked)).exists().isRegularFile();
    }
}
