package org.hrscope.natives;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// Libraries that belong together: shipped beside the program, or unpacked once from their jar (copying OpenCV's 65
/// MB at every start would take half a second). If a place is read-only or mounted noexec, the next one is tried.
/// Any thread; load each set once.
///
/// @param name   of the folder to unpack to; see [NativeFolder]
/// @param folder on the class path, with slashes at both ends
/// @param names  in loading order, without prefix and extension
/// @param beside what these look for beside themselves when they need it: unpacked where the jar has it, not loaded
public record NativeLibraries(String name, String folder, List<String> names, List<String> beside) {

    public NativeLibraries(String name, String folder, List<String> names) {
        this(name, folder, names, List.of());
    }

    /// @return the folder they were loaded from
    /// @throws Problem `natives.nowhere`
    public Path load() throws Problem {
        List<Path> shipped =
                Stream.of(System.getProperty("java.library.path", "").split(File.pathSeparator))
                        .filter(each -> !each.isEmpty())
                        .map(each -> Path.of(each).toAbsolutePath())
                        .toList();
        return load(shipped, NativePlaces.ofThisSystem(), file -> System.load(file.toString()));
    }

    /// @param shipped folders where an installer may have put them
    /// @param loader  throws UnsatisfiedLinkError on failure
    Path load(List<Path> shipped, NativePlaces places, Consumer<Path> loader) throws Problem {
        Optional<Path> ready = shipped.stream().filter(this::isShipped).findFirst();
        List<String> reasons = new ArrayList<>();
        Throwable last = null;
        try {
            if (ready.isPresent()) {
                for (String each : names) loader.accept(shippedFile(ready.get(), each));
                return ready.get();
            }
            List<PackedLibrary> packed = new ArrayList<>();
            for (String each : names) packed.add(PackedLibrary.find(folder, each));
            List<PackedLibrary> more = packedBeside();
            for (Path place : places.all()) {
                try {
                    places.prepare(place);
                    NativeFolder there = new NativeFolder(place, name, key(packed));
                    Path home = loadFrom(there, packed, loader);
                    beside(there, more);
                    return home;
                } catch (IOException | UnsatisfiedLinkError e) {
                    reasons.add(place + ": " + reason(e));
                    last = e;
                }
            }
        } catch (IOException | UnsatisfiedLinkError e) {
            reasons.add(reason(e));
            last = e;
        }
        throw new Problem(last, "natives.nowhere", name, String.join("; ", reasons));
    }

    /// What is needed is loaded by now. A provider whose library cannot be unpacked is not offered.
    private static void beside(NativeFolder there, List<PackedLibrary> more) {
        try {
            there.unpack(more);
        } catch (IOException withoutThem) {
            // nor is it missed
        }
    }

    private List<PackedLibrary> packedBeside() throws IOException {
        List<PackedLibrary> packed = new ArrayList<>();
        for (String each : beside) {
            String file = folder + System.mapLibraryName(each);
            if (NativeLibraries.class.getResource(file) == null) continue;
            packed.add(PackedLibrary.find(folder, each));
        }
        return packed;
    }

    private static Path loadFrom(
            NativeFolder folder, List<PackedLibrary> packed, Consumer<Path> loader)
            throws IOException {
        folder.claim();
        folder.unpack(packed);
        try {
            for (PackedLibrary each : packed) loader.accept(folder.file(each));
        } catch (UnsatisfiedLinkError e) {
            if (!folder.deleteDamaged(packed)) throw e;
            folder.unpack(packed);
            for (PackedLibrary each : packed) loader.accept(folder.file(each));
        }
        folder.deleteOthers();
        return folder.path();
    }

    /// A folder for libraries that a third party unpacks and loads, on a disk known to allow executables.
    ///
    /// @param loaded where [#load()] found its own
    /// @param name   see [NativeFolder]
    /// @return null if the libraries were shipped
    public static @Nullable Path beside(Path loaded, String name, String version) {
        Path place = loaded.getParent();
        if (place == null || !NativePlaces.ofThisSystem().all().contains(place)) return null;
        NativeFolder folder = new NativeFolder(place, name, version);
        folder.claim();
        if (!Files.isDirectory(folder.path())) return null;
        folder.deleteOthers();
        return folder.path();
    }

    private static String key(List<PackedLibrary> packed) {
        return String.join("-", packed.stream().map(e -> Long.toHexString(e.crc())).toList());
    }

    private boolean isShipped(Path folder) {
        return names.stream().allMatch(each -> Files.isRegularFile(shippedFile(folder, each)));
    }

    private static Path shippedFile(Path folder, String name) {
        return folder.resolve(System.mapLibraryName(name));
    }

    /// Java's messages start with the file name, which our sentence has already.
    private static String reason(Throwable e) {
        if (e instanceof FileSystemException file && file.getReason() != null)
            return file.getReason();
        String message = String.valueOf(e.getMessage());
        return e instanceof FileSystemException
                ? e.getClass().getSimpleName().replace("Exception", "") + " " + message
                : message;
    }
}
