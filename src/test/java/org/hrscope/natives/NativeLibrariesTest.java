package org.hrscope.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Any class path resource serves as a library here; the test supplies the loader.
class NativeLibrariesTest {
    private static final String FOLDER = "/org/hrscope/natives/";
    private static final String NAME = "some_library";

    @TempDir private Path folder;

    private final NativeLibraries libraries = new NativeLibraries("some", FOLDER, List.of(NAME));
    private final List<Path> loaded = new ArrayList<>();
    private final Consumer<Path> loader = loaded::add;
    private byte[] packed = {};

    @BeforeEach
    void read() throws Exception {
        try (var in = NativeLibrariesTest.class.getResourceAsStream(FOLDER + fileName())) {
            packed = in.readAllBytes();
        }
    }

    private static String fileName() {
        return System.mapLibraryName(NAME);
    }

    private Path load(Path... places) throws Problem {
        return libraries.load(List.of(), new NativePlaces(List.of(places), List.of()), loader);
    }

    private Path loadShared(Path place) throws Problem {
        return libraries.load(List.of(), new NativePlaces(List.of(), List.of(place)), loader);
    }

    @Test
    void isUnpackedOnceAndAgainWhenItIsNotWhole() throws Exception {
        Path home = load(folder);
        Path file = home.resolve(fileName());
        assertThat(home.getParent()).isEqualTo(folder);
        assertThat(file).hasBinaryContent(packed);
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, longAgo);
        assertThat(load(folder)).isEqualTo(home);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
        Files.writeString(file, "half");
        assertThat(load(folder)).isEqualTo(home);
        assertThat(file).hasBinaryContent(packed);
        assertThat(loaded).containsExactly(file, file, file);
        assertThat(names(home)).containsExactlyInAnyOrder(fileName(), ".in-use");
    }

    @Test
    void whatItNeedsBesideItIsUnpackedIfItIsThere() throws Exception {
        NativeLibraries alone =
                new NativeLibraries("some", FOLDER, List.of(), List.of(NAME, "of_another_build"));
        Path home = alone.load(List.of(), new NativePlaces(List.of(folder), List.of()), loader);
        assertThat(names(home)).containsExactlyInAnyOrder(fileName(), ".in-use");
        assertThat(loaded).isEmpty();
    }

    @Test
    void isTakenFromTheInstallersFolderFirst() throws Exception {
        Path shipped = Files.writeString(folder.resolve(fileName()), "shipped");
        Path cache = folder.resolve("cache");
        NativePlaces places = new NativePlaces(List.of(cache), List.of());
        assertThat(libraries.load(List.of(cache, folder), places, loader)).isEqualTo(folder);
        assertThat(loaded).containsExactly(shipped);
        assertThat(cache).doesNotExist();
    }

    /// As after a disk error: the size is right, but a block is not.
    @Test
    void isUnpackedAgainWhereItIsDamagedAndDoesNotLoad() throws Exception {
        Path file = load(folder).resolve(fileName());
        byte[] damaged = packed.clone();
        damaged[3] ^= 1;
        Files.write(file, damaged);
        Consumer<Path> careful =
                each -> {
                    try {
                        if (Files.readAllBytes(each)[3] != packed[3]) {
                            throw new UnsatisfiedLinkError("invalid ELF header");
                        }
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                };
        NativePlaces places = new NativePlaces(List.of(folder), List.of());
        assertThat(libraries.load(List.of(), places, careful)).isEqualTo(file.getParent());
        assertThat(file).hasBinaryContent(packed);
    }

    @Test
    void theNextPlaceIsTakenWhereOneCannotBeWrittenOrRunsNoPrograms() throws Exception {
        Path blocked = Files.writeString(folder.resolve("a file"), "in the way");
        Path noExec = folder.resolve("noexec");
        Path good = folder.resolve("good");
        Consumer<Path> strict =
                each -> {
                    if (each.startsWith(noExec)) throw new UnsatisfiedLinkError("not permitted");
                };
        List<Path> all = List.of(blocked, blocked.resolve("below"), noExec, good);
        NativePlaces places = new NativePlaces(all, List.of());
        assertThat(libraries.load(List.of(), places, strict).getParent()).isEqualTo(good);
    }

    @Test
    void oneSentenceNamesEveryPlaceWhereNoneServes() throws Exception {
        Path blocked = Files.writeString(folder.resolve("a file"), "in the way");
        Path noExec = folder.resolve("noexec");
        Consumer<Path> never =
                each -> {
                    throw new UnsatisfiedLinkError("not permitted");
                };
        NativePlaces places = new NativePlaces(List.of(blocked, noExec), List.of());
        assertThatThrownBy(() -> libraries.load(List.of(), places, never))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(
                        "HRScope's native libraries (some) cannot be loaded. Tried: ")
                .hasMessageContaining(blocked + ": ")
                .hasMessageContaining(noExec + ": not permitted. Set XDG_CACHE_HOME");
        assertThatThrownBy(() -> new NativeLibraries("x", FOLDER, List.of("none")).load())
                .isInstanceOf(Problem.class)
                .hasMessageContaining(FOLDER + System.mapLibraryName("none"));
    }

    /// An interrupt would otherwise break loading for the life of the process.
    @Test
    void anInterruptDoesNotMatter() throws Exception {
        Thread.currentThread().interrupt();
        try {
            assertThat(load(folder).resolve(fileName())).hasBinaryContent(packed);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void manyAtOnceFindItWhole() throws Exception {
        List<CompletableFuture<Boolean>> all =
                IntStream.range(0, 6)
                        .mapToObj(i -> CompletableFuture.supplyAsync(this::foundWhole))
                        .toList();
        for (CompletableFuture<Boolean> each : all) assertThat(each.get()).isTrue();
        try (Stream<Path> made = Files.walk(folder)) {
            assertThat(made.filter(Files::isRegularFile)).hasSize(2);
        }
    }

    private boolean foundWhole() {
        try {
            NativePlaces places = new NativePlaces(List.of(folder), List.of());
            Path home = libraries.load(List.of(), places, _ -> {});
            return Files.mismatch(home.resolve(fileName()), packedFile()) < 0;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path packedFile() throws Exception {
        return Path.of(NativeLibrariesTest.class.getResource(FOLDER + fileName()).toURI());
    }

    @Test
    void otherVersionsThatNobodyUsesAreDeleted() throws Exception {
        Path old = Files.createDirectories(folder.resolve("some_java480-123"));
        Files.writeString(old.resolve("lib"), "of a former version, which knew no lock");
        Path idle = Files.createDirectories(folder.resolve("some-0"));
        Files.writeString(idle.resolve(".in-use"), "");
        Path used = Files.createDirectories(folder.resolve("some-1"));
        Path other = Files.createDirectories(folder.resolve("models"));
        try (RandomAccessFile file = new RandomAccessFile(used.resolve(".in-use").toFile(), "rw");
                FileLock lock = file.getChannel().tryLock(0, Long.MAX_VALUE, true)) {
            assertThat(lock).isNotNull();
            load(folder);
            assertThat(old).doesNotExist();
            assertThat(idle).doesNotExist();
            assertThat(used).exists();
        }
        load(folder);
        assertThat(used).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void whatAKillLeftIsDeletedAfterAWhile() throws Exception {
        Path home = load(folder);
        Path dead = Files.writeString(home.resolve("x1.part"), "half");
        Path alive = Files.writeString(home.resolve("x2.part"), "half");
        FileTime before = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
        Files.setLastModifiedTime(dead, before);
        Files.delete(home.resolve(fileName()));
        load(folder);
        assertThat(dead).doesNotExist();
        assertThat(alive).exists();
    }

    /// In a world-writable folder someone may have planted a library.
    @Test
    void aSharedPlaceMustBeOurs() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path place = folder.resolve("hrscope-ada");
        loadShared(place);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rwx------");
        loadShared(place);
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> loadShared(place)).hasMessageContaining("somebody else");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        assertThatThrownBy(() -> loadShared(link)).hasMessageContaining("somebody else");
    }

    @Test
    void everySystemHasItsPlaces() {
        Path temporary = folder.resolve("tmp");
        String tmp = temporary.toString();
        Path home = folder.resolve("ada");
        assertThat(NativePlaces.of("linux", home.toString(), "hrscope-ada", tmp, Map.of()).all())
                .containsExactly(
                        home.resolve(".cache/hrscope"),
                        temporary.resolve("hrscope-ada"),
                        Path.of("/var/tmp/hrscope-ada").toAbsolutePath());
        Path cache = folder.resolve("cache");
        Map<String, String> named = Map.of("XDG_CACHE_HOME", cache.toString());
        assertThat(NativePlaces.of("linux", home.toString(), "h", tmp, named).own())
                .containsExactly(cache.resolve("hrscope"), home.resolve(".cache/hrscope"));
        assertThat(NativePlaces.of("mac os x", home.toString(), "h", tmp, named).own())
                .containsExactly(home.resolve("Library/Caches/hrscope"));
        Map<String, String> local = Map.of("LOCALAPPDATA", cache.toString());
        NativePlaces windows = NativePlaces.of("windows 11", "?", "CORP\\ada", tmp, local);
        assertThat(windows.own()).containsExactly(cache.resolve("hrscope"));
        assertThat(windows.shared()).containsExactly(temporary.resolve("CORP_ada"));
    }

    /// A user without an entry in /etc/passwd has the home "?".
    @Test
    void relativeFoldersAreNone() {
        Map<String, String> named = Map.of("XDG_CACHE_HOME", "cache");
        assertThat(NativePlaces.of("linux", "?", "h", "tmp", named).all())
                .containsExactly(Path.of("/var/tmp/h"));
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
