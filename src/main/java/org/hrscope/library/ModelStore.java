package org.hrscope.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.convert.Sha256;
import org.hrscope.domain.Problem;

/// The networks of this user: `checkpoints/` as they were published, `models/ID.onnx` made of them. However many ask for
/// one at the same time, other processes among them, it is fetched once. Any thread.
public final class ModelStore {
    private final Path folder;
    private final Downloader downloader;
    private final CheckpointImport importer;
    private final SharedFetches fetches = new SharedFetches();

    /// @param folder the program's folder in the user's data; made when something is kept
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

    public boolean isReady(CatalogueEntry entry) {
        return model(entry).toFile().length() > 0 && Files.isRegularFile(model(entry));
    }

    /// Bytes of a download that was begun and not finished; 0 where there is none.
    public long begun(CatalogueEntry entry) {
        return Downloader.part(checkpoint(entry)).toFile().length();
    }

    /// The ready model: what is missing is downloaded, checked and imported.
    ///
    /// @throws Problem              one of `library.*`, `checkpoint.*`, `import.*`
    /// @throws InterruptedException where this thread was interrupted, whatever it was doing
    public Path get(CatalogueEntry entry, DownloadProgress progress)
            throws Problem, InterruptedException {
        if (isReady(entry)) return model(entry);
        return fetches.join(entry.id(), told -> make(entry, told), progress);
    }

    private Path make(CatalogueEntry entry, DownloadProgress progress)
            throws Problem, InterruptedException {
        try (StoreLock lock =
                StoreLock.wait(folder, entry.id(), () -> progress.at(begun(entry), -1))) {
            if (isReady(entry)) return model(entry); // another process was quicker
            Path checkpoint = checkpoint(entry);
            if (Files.exists(checkpoint)) check(entry, checkpoint, checkpoint);
            else download(entry, checkpoint, progress);
            return importer.run(checkpoint, model(entry), entry.importOptions()).file();
        } catch (IOException e) {
            if (Thread.interrupted()) throw cancelled(entry, e);
            throw new Problem(e, "file.unwritable", folder, e);
        } catch (Problem problem) {
            // Files are closed under a thread that is interrupted: that is no fault of theirs.
            if (Thread.interrupted()) throw cancelled(entry, problem);
            throw problem;
        }
    }

    /// Whether the checkpoint on the disk is still the one that was published.
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

    /// Forgets a network: checkpoint, model and what is left of a download.
    ///
    /// @return whether there was anything
    /// @throws Problem `library.busy` while it is being fetched, here or by another process
    public boolean remove(CatalogueEntry entry) throws Problem {
        Path part = Downloader.part(checkpoint(entry));
        List<Path> all = List.of(model(entry), part, checkpoint(entry));
        if (all.stream().noneMatch(Files::exists)) return false;
        if (fetches.isRunning(entry.id())) throw new Problem("library.busy", entry.id());
        try (StoreLock lock = StoreLock.tryIt(folder, entry.id())) {
            if (lock == null) throw new Problem("library.busy", entry.id());
            for (Path each : all) Files.deleteIfExists(each);
            return true;
        } catch (IOException e) {
            throw new Problem(e, "file.unwritable", checkpoint(entry), e);
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
            // Without a hash nobody would notice that the rest is another file's.
            if (!entry.hasHash()) Files.deleteIfExists(part);
            if (downloader.fetch(url, checkpoint, entry.bytes(), progress)
                    && !entry.accepts(hash(part))) {
                // The server's file has changed since the first part came, or the part is damaged.
                Files.deleteIfExists(part);
                downloader.fetch(url, checkpoint, entry.bytes(), progress);
            }
            check(entry, part, checkpoint);
            Files.move(part, checkpoint, StandardCopyOption.ATOMIC_MOVE);
        } catch (Problem problem) {
            if (problem.key().equals("library.hash")) delete(part);
            throw problem;
        } catch (IOException e) {
            throw new Problem(e, "file.unwritable", checkpoint, e);
        }
    }

    private static String check(CatalogueEntry entry, Path file, Path name) throws Problem {
        String hash = hash(file);
        if (!entry.accepts(hash)) throw new Problem("library.hash", name, entry.id(), hash);
        return hash;
    }

    private static String hash(Path file) throws Problem {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", file);
        }
    }

    private static void delete(Path part) throws Problem {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new Problem(e, "file.unwritable", part, e);
        }
    }

    private static InterruptedException cancelled(CatalogueEntry entry, Exception cause) {
        InterruptedException cancelled = new InterruptedException(entry.id());
        cancelled.initCause(cause);
        return cancelled;
    }
}
