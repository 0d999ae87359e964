package org.hrscope.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.Pipe;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir Path folder;

    private static WholeFile.Content text(String text) {
        return channel -> channel.write(ByteBuffer.wrap(text.getBytes()));
    }

    private static WholeFile.Content failingAfterHalf() {
        return channel -> {
            channel.write(ByteBuffer.wrap(new byte[1000]));
            throw new IOException("No space left on device");
        };
    }

    private List<String> names() {
        String[] names = folder.toFile().list();
        return names == null ? List.of() : List.of(names).stream().sorted().toList();
    }

    @Test
    void aFileIsMadeOrReplacedAndNothingElseStays() throws Exception {
        Path file = folder.resolve("new/inner/x.json");
        WholeFile.write(file, text("one"));
        assertThat(file).hasContent("one");
        WholeFile.writeUndisturbed(file, text("two"));
        assertThat(file).hasContent("two");
        WholeFile.writeUndisturbed(file, new byte[] {'3'});
        assertThat(file).hasContent("3");
        assertThat(file.getParent().toFile().list()).containsExactly("x.json");
    }

    /// Whoever asked for the file does not know its temporary name.
    @Test
    void aFolderThatTakesNoFilesIsSaidToBeOne() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc here");
        assertThatThrownBy(() -> WholeFile.write(Path.of("/proc/x.csv"), new byte[] {'1'}))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("/proc/x.csv")
                .hasMessageContaining("its folder takes no new files")
                .message()
                .doesNotContain(".part");
    }

    @Test
    void aPipeIsNoOtherFile() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "no /proc here");
        Pipe pipe = Pipe.open();
        try (var _ = pipe.source();
                var _ = pipe.sink();
                var open = Files.list(Path.of("/proc/self/fd"))) {
            List<Path> pipes = open.filter(WholeFileTest::pipe).toList();
            assertThat(pipes).isNotEmpty();
            for (Path each : pipes) {
                assertThat(WholeFile.same(each, folder.resolve("x.csv"))).isFalse();
                assertThat(WholeFile.same(each, each)).isTrue();
            }
            Path link = Files.createSymbolicLink(folder.resolve("pipe"), pipes.getFirst());
            assertThat(WholeFile.same(link, pipes.getFirst())).isTrue();
        }
    }

    @Test
    void aDeviceOfTwoNamesIsOneFile() throws Exception {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device), "no such device here");
        Path link = Files.createSymbolicLink(folder.resolve("null"), device);
        assertThat(WholeFile.same(link, device)).isTrue();
        assertThat(WholeFile.same(link, folder.resolve("x.csv"))).isFalse();
        Path other = Path.of("/dev/zero");
        assertThat(WholeFile.same(link, other)).isFalse();
    }

    private static boolean pipe(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("pipe:");
        } catch (IOException closed) {
            return false;
        }
    }

    /// A wrapper closes the channel; the file is still moved into place.
    @Test
    void contentMayCloseItsChannel() throws Exception {
        Path file = folder.resolve("x");
        WholeFile.write(
                file,
                channel -> {
                    channel.write(ByteBuffer.wrap(new byte[] {'a'}));
                    channel.close();
                });
        assertThat(file).hasContent("a");
    }

    @Test
    void whatFailsLeavesWhatWasThere() throws Exception {
        Path file = Files.writeString(folder.resolve("x.json"), "before");
        assertThatThrownBy(() -> WholeFile.write(file, failingAfterHalf()))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        assertThatThrownBy(() ->
                        WholeFile.write(
                                file,
                                channel -> {
                                    throw new OutOfMemoryError();
                                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(file).hasContent("before");
        assertThat(names()).containsExactly("x.json");
    }

    @Test
    void foldersMadeForAFileThatFailsGoAgain() {
        Path file = folder.resolve("a/b/c.json");
        assertThatThrownBy(() -> WholeFile.write(file, failingAfterHalf()))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderIsNeverReplaced() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> WholeFile.write(empty, text("x")))
                .isInstanceOf(IOException.class)
                .hasMessage("it is a folder");
        assertThatThrownBy(() -> WholeFile.check(empty))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.key()).isEqualTo("file.isFolder"));
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void whatCannotBeWrittenIsKnownBefore() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        WholeFile.check(file);
        WholeFile.check(folder.resolve("not/yet/there"));
        assertThatThrownBy(() -> WholeFile.check(file.resolve("x.json")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(file + " is not a folder");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void aLinkStaysAndWhatItPointsAtIsReplaced() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path file = Files.writeString(data.resolve("x.json"), "before");
        Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("data/x.json"));
        Path first = Files.createSymbolicLink(folder.resolve("first"), second);
        WholeFile.write(first, text("after"));
        assertThat(first).isSymbolicLink();
        assertThat(second).isSymbolicLink();
        assertThat(file).hasContent("after");
        assertThat(data.toFile().list()).containsExactly("x.json");
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), data.resolve("y"));
        WholeFile.write(dangling, text("new"));
        assertThat(dangling).isSymbolicLink();
        assertThat(data.resolve("y")).hasContent("new");
        Path round = Files.createSymbolicLink(folder.resolve("round"), folder.resolve("round"));
        assertThatThrownBy(() -> WholeFile.write(round, text("x"))).isInstanceOf(IOException.class);
        assertThat(round).isSymbolicLink();
    }

    @Test
    void permissionsAreKept() throws Exception {
        FileStore store = Files.getFileStore(folder);
        assumeTrue(store.supportsFileAttributeView("posix"));
        Path file = Files.createFile(folder.resolve("x"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        WholeFile.write(file, text("x"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        Path usual = Files.createFile(folder.resolve("usual"));
        Path made = folder.resolve("made");
        WholeFile.write(made, text("x"));
        assertThat(Files.getPosixFilePermissions(made))
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void aFileThatMayNotBeWrittenIsNotReplaced() throws Exception {
        Path file = Files.writeString(folder.resolve("x"), "before");
        assertThat(file.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(file), "the superuser may write everything");
        assertThatThrownBy(() -> WholeFile.write(file, text("x"))).hasMessage("permission denied");
        assertThat(file).hasContent("before");
    }

    /// A full disk, simulated by /dev/full, which must not be replaced either.
    @Test
    void aDeviceIsWrittenToAsItIs() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        assertThatThrownBy(() -> WholeFile.write(full, text("x"))).isInstanceOf(IOException.class);
        assertThat(Files.isRegularFile(full, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void theLongestNameIsWritten() throws Exception {
        for (String letter : List.of("n", "名")) {
            String name = letter.repeat(255 / letter.getBytes("UTF-8").length);
            try {
                Files.delete(Files.createFile(folder.resolve(name)));
            } catch (IOException tooLongHere) {
                continue;
            }
            WholeFile.write(folder.resolve(name), text("x"));
            assertThat(folder.resolve(name)).hasContent("x");
        }
    }

    @Test
    void anInterruptEndsAWrite() throws Exception {
        Path file = Files.writeString(folder.resolve("x"), "before");
        try {
            assertThatThrownBy(() ->
                            WholeFile.write(
                                    file,
                                    channel -> {
                                        Thread.currentThread().interrupt();
                                        channel.write(ByteBuffer.wrap(new byte[1]));
                                    }))
                    .isInstanceOf(ClosedByInterruptException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        assertThat(file).hasContent("before");
        assertThat(names()).containsExactly("x");
    }

    @Test
    void anInterruptDoesNotEndAnUndisturbedOne() throws Exception {
        Path file = Files.writeString(folder.resolve("x"), "before");
        int[] asked = {0};
        try {
            Thread.currentThread().interrupt();
            WholeFile.writeUndisturbed(
                    file,
                    channel -> {
                        if (asked[0]++ < 2) Thread.currentThread().interrupt();
                        channel.write(ByteBuffer.wrap(new byte[] {'a'}));
                    });
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        assertThat(asked[0]).isEqualTo(3);
        assertThat(file).hasContent("a");
        assertThat(names()).containsExactly("x");
    }

    @Test
    void twoOutputsAreOneFileHoweverTheyAreSpelt() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), data);
        Path out = data.resolve("new/x.json");
        assertThat(WholeFile.same(out, link.resolve("new/x.json"))).isTrue();
        assertThat(WholeFile.same(out, data.resolve("./new/../new/X.json"))).isTrue();
        assertThat(WholeFile.same(out, data.resolve("new/y.json"))).isFalse();
    }

    /// The sentence names the file itself; most of these exceptions have no other message.
    @Test
    void theReasonOfAFailedWriteIsNotTheFilesName() {
        Path file = Path.of("folder", "poses.csv");
        for (IOException failure :
                List.of(
                        new AccessDeniedException(file.toString()),
                        new FileSystemException(file.toString(), null, "No space left"))) {
            Problem problem = WholeFile.unwritable(file, failure);
            assertThat(problem.key()).isEqualTo("file.unwritable");
            assertThat(problem.message(Locale.ENGLISH)).containsOnlyOnce("poses.csv");
            assertThat(problem.message(Locale.ENGLISH)).doesNotContain("Exception");
        }
    }

    /// Nobody knows the temporary name.
    @Test
    void aFolderThatVanishesIsNamed() throws Exception {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        assertThatThrownBy(() ->
                        WholeFile.write(
                                gone.resolve("poses.csv"),
                                channel -> {
                                    channel.write(ByteBuffer.wrap(new byte[1]));
                                    try (var left = Files.list(gone)) {
                                        for (Path each : left.toList()) Files.delete(each);
                                    }
                                    Files.delete(gone);
                                }))
                .hasMessage(gone + " is missing");
    }

    @Test
    void whatIsRemovedWhileItIsWrittenIsNotToldByItsTemporaryName() {
        Path file = folder.resolve("poses.csv");
        assertThatThrownBy(() ->
                        WholeFile.write(
                                file,
                                channel -> {
                                    channel.write(ByteBuffer.wrap(new byte[1]));
                                    try (var left = Files.list(folder)) {
                                        for (Path each : left.toList()) Files.delete(each);
                                    }
                                }))
                .isInstanceOf(IOException.class)
                .hasMessage("something else removed it while it was written");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatTheProcessHasOpenIsNotReplaced() throws Exception {
        Path descriptors = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(descriptors), "needs /proc");
        Path file = Files.writeString(folder.resolve("kept.csv"), "kept ");
        try (FileOutputStream open = new FileOutputStream(file.toFile(), true)) {
            Path name = descriptor(descriptors, file);
            assertThat(WholeFile.direct(name)).isTrue();
            assertThat(WholeFile.direct(file)).isFalse();
            assertThat(WholeFile.same(name, file)).isTrue();
            WholeFile.write(name, "new ".getBytes(UTF_8));
            try (GrowingFile growing = GrowingFile.at(name)) {
                growing.stream().write("more ".getBytes(UTF_8));
                growing.complete();
            }
            open.write("last".getBytes(UTF_8));
        }
        assertThat(file).hasContent("kept new more last");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
    }

    private static Path descriptor(Path descriptors, Path of) throws IOException {
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.filter(Files::isSymbolicLink)
                    .filter(each -> {
                        try {
                            return Files.readSymbolicLink(each).equals(of.toRealPath());
                        } catch (IOException closedMeanwhile) {
                            return false;
                        }
                    })
                    .findFirst()
                    .orElseThrow();
        }
    }
}
