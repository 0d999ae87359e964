package org.hrscope.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.domain.Problem;
import org.hrscope.file.FileWork;
import org.hrscope.file.ProcessLock;
import org.hrscope.file.Sha256;
import org.hrscope.file.WholeFile;

/// The user's networks: `checkpoints/` as published, `models/ID.onnx` imported from them. Concurrent requests for
/// one network, even from several processes, share a single download. Any thread.
public final class ModelStore {
    /// While another process downloads.
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Path folder;
    private final Downloader downloader;
    private final CheckpointImport importer;
    private final SharedFetches fetches = new SharedFetches();

    /// @param folder the program's user data folder; created on demand
    public ModelStore(Path folder, Downloader downloader, CheckpointImport importer) {
        this.folder = folder;
        this.downloader = downloader;
        this.importer = importer;
    }

    public Path checkpoint(CatalogueEntry entry) {
        return folder.resolve("checkpoints").resolve(entry.fileName());
    }

    public Path model(CatalogueEntry entry) {
        return folder.resolve("models").resolve(entry.id() + ".onnx");
    }

    private Path lock(CatalogueEntry entry) {
        return folder.resolve("locks").resolve(entry.id() + ".lock");
    }

    public boolean isReady(CatalogueEntry entry) {
        return model(entry).toFile().length() > 0 && Files.isRegularFile(model(entry));
    }

    /// Bytes of an unfinished download; 0 if none.
    public long begun(CatalogueEntry entry) {
        return Downloader.part(checkpoint(entry)).toFile().length();
    }

    /// The ready model: downloads, verifies and imports whatever is missing.
    ///
    /// @throws Problem              one of `library.*`, `checkpoint.*`, `import.*`
    /// @throws InterruptedException if interrupted at any point
    public Path get(CatalogueEntry entry, DownloadProgress progress)
            throws Problem, InterruptedException {
        if (isReady(entry)) return model(entry);
        return fetches.join(entry.id(), told -> make(entry, told), progress);
    }

    private Path make(CatalogueEntry entry, DownloadProgress progress)
            throws Problem, InterruptedException {
        try (ProcessLock lock =
                ProcessLock.await(lock(entry), LOOK, () -> waits(entry, progress))) {
            if (isReady(entry)) return model(entry); // another process was faster
            Path checkpoint = checkpoint(entry);
            if (Files.exists(checkpoint)) check(entry, checkpoint, checkpoint);
            else download(entry, checkpoint, progress);
            return importer.run(checkpoint, model(entry), entry.importOptions()).file();
        } catch (IOException e) {
            if (Thread.interrupted()) throw cancelled(entry, e);
            throw WholeFile.unwritable(folder, e);
        } catch (Problem problem) {
            // An interrupt closes the channel in use, which is not the file's fault.
            if (Thread.interrupted()) throw cancelled(entry, problem);
            throw problem;
        }
    }

    private boolean waits(CatalogueEntry entry, DownloadProgress progress) {
        progress.at(begun(entry), -1);
        return true;
    }

    /// Verifies that the checkpoint on disk is still the published one.
    ///
    /// @return the checkpoint's SHA-256
    /// @throws Problem `library.not-here`, `library.hash`
    public String verify(CatalogueEntry entry) throws Problem, InterruptedException {
        Path checkpoint = checkpoint(entry);
        if (!Files.exists(checkpoint)) throw new Problem("library.not-here", entry.id());
        try {
            return check(entry, checkpoint, checkpoint);
        } catch (Problem problem) {
            if (Thread.interrupted()) throw cancelled(entry, problem);
            throw problem;
        }
    }

    /// Removes a network: checkpoint, model and partial download.
    ///
    /// @return whether there was anything to remove
    /// @throws Problem `library.busy` while it is being downloaded, here or in another process
    public boolean remove(CatalogueEntry entry) throws Problem {
        Path part = Downloader.part(checkpoint(entry));
        List<Path> all = List.of(model(entry), part, checkpoint(entry));
        if (all.stream().noneMatch(Files::exists)) return false;
        if (fetches.isRunning(entry.id())) throw new Problem("library.busy", entry.id());
        try (ProcessLock lock = ProcessLock.tryIt(lock(entry))) {
            if (lock == null) throw new Problem("library.busy", entry.id());
            for (Path each : all) Files.deleteIfExists(each);
            return true;
        } catch (IOException e) {
            throw WholeFile.unwritable(checkpoint(entry), e);
        }
    }

    private void download(CatalogueEntry entry, Path checkpoint, DownloadProgress progress)
            throws Problem, InterruptedException {
        String url = entry.url();
        if (url == null) {
            throw new Problem("library.by-hand", entry.id(), entry.where(), checkpoint);
        }
        Path part = Downloader.part(checkpoint);
        try {
            // Without a hash, nothing would reveal that the rest comes from another file.
            if (!entry.hasHash()) Files.deleteIfExists(part);
            if (downloader.fetch(url, checkpoint, entry.bytes(), progress)
                    && !entry.accepts(hash(part))) {
                // The file on the server has changed since the first part, or the part is damaged.
                Files.deleteIfExists(part);
                downloader.fetch(url, checkpoint, entry.bytes(), progress);
            }
            check(entry, part, checkpoint);
            Files.move(part, checkpoint, StandardCopyOption.ATOMIC_MOVE);
        } catch (Problem problem) {
            if (problem.key().equals("library.hash")) delete(part);
            throw problem;
        } catch (IOException e) {
            throw WholeFile.unwritable(checkpoint, e);
        }
    }

    private static String check(CatalogueEntry entry, Path file, Path name) throws Problem {
        String hash = hash(file);
        if (!entry.accepts(hash)) throw new Problem("library.hash", name, entry.id(), hash);
        return hash;
    }

    private static String hash(Path file) throws Problem {
        return FileWork.reading(file, () -> Sha256.of(file));
    }

    private static void delete(Path part) throws Problem {
        FileWork.writing(part, () -> Files.deleteIfExists(part));
    }

    private static InterruptedException cancelled(CatalogueEntry entry, Exception cause) {
        InterruptedException cancelled = new InterruptedException(entry.id());
        cancelled.initCause(cause);
        return cancelled;
    }
}
