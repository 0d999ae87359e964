package org.hrscope.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.convert.ImportedModel;
import org.hrscope.convert.Sha256;
import org.hrscope.model.Problem;

/// The networks of this user: `checkpoints/` as they were published, `models/ID.onnx` made of them. One download at a
/// time for each network; reading from any thread.
public final class ModelStore {
    private final Path folder;
    private final Downloader downloader;
    private final CheckpointImport importer;

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
        return Files.exists(model(entry));
    }

    /// Bytes of a download that was begun and not finished; 0 where there is none.
    public long begun(CatalogueEntry entry) {
        return Downloader.part(checkpoint(entry)).toFile().length();
    }

    /// The ready model: what is missing is downloaded, checked and imported.
    ///
    /// @throws Problem one of `library.*`, `checkpoint.*`, `import.*`
    public Path get(CatalogueEntry entry, DownloadProgress progress)
            throws Problem, InterruptedException {
        if (isReady(entry)) return model(entry);
        Path checkpoint = checkpoint(entry);
        if (!Files.exists(checkpoint)) download(entry, checkpoint, progress);
        ImportedModel made = importer.run(checkpoint, model(entry), entry.importOptions());
        return made.file();
    }

    /// Whether the checkpoint on the disk is still the one that was published.
    ///
    /// @return the checkpoint's SHA-256
    /// @throws Problem `library.not-here`, `library.hash`
    public String verify(CatalogueEntry entry) throws Problem {
        Path checkpoint = checkpoint(entry);
        if (!Files.exists(checkpoint)) throw new Problem("library.not-here", entry.id());
        return check(entry, checkpoint, checkpoint);
    }

    /// Forgets a network: checkpoint, model and what is left of a download.
    ///
    /// @return whether there was anything
    public boolean remove(CatalogueEntry entry) throws Problem {
        Path checkpoint = checkpoint(entry);
        try {
            boolean any = Files.deleteIfExists(model(entry));
            any |= Files.deleteIfExists(Downloader.part(checkpoint));
            any |= Files.deleteIfExists(checkpoint);
            return any;
        } catch (IOException e) {
            throw new Problem(e, "file.unwritable", checkpoint, e);
        }
    }

    private void download(CatalogueEntry entry, Path checkpoint, DownloadProgress progress)
            throws Problem, InterruptedException {
        if (entry.url() == null) {
            throw new Problem("library.by-hand", entry.id(), entry.where(), checkpoint);
        }
        Path part = downloader.fetch(entry.url(), checkpoint, progress);
        try {
            check(entry, part, checkpoint);
            Files.move(part, checkpoint, StandardCopyOption.REPLACE_EXISTING);
        } catch (Problem other) {
            delete(part);
            throw other;
        } catch (IOException e) {
            throw new Problem(e, "file.unwritable", checkpoint, e);
        }
    }

    private static String check(CatalogueEntry entry, Path file, Path name) throws Problem {
        try {
            String hash = Sha256.of(file);
            if (!entry.accepts(hash)) throw new Problem("library.hash", name, entry.id(), hash);
            return hash;
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
}
