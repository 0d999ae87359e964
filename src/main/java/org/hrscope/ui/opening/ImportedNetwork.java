package org.hrscope.ui.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hrscope.convert.CheckpointName;
import org.hrscope.convert.ImportOptions;
import org.hrscope.convert.ImportedModel;
import org.hrscope.domain.Problem;
import org.hrscope.file.Sha256;
import org.hrscope.library.Catalogue;
import org.hrscope.library.CatalogueEntry;

/// A checkpoint made into a network, and how that was verified. Made off the FX thread.
record ImportedNetwork(Path file, ImportProof proof) {

    /// A published checkpoint is recognised by file name: size, joints and decoder come from the catalogue. The files
    /// of other networks include the checkpoint's hash, because every training saves its best under the same name.
    static ImportedNetwork of(Path checkpoint, Networks networks) throws IOException, Problem {
        String hash = Sha256.of(checkpoint);
        Optional<CatalogueEntry> published =
                Catalogue.load().published(String.valueOf(checkpoint.getFileName()));
        String name =
                published
                        .filter(entry -> entry.accepts(hash))
                        .map(CatalogueEntry::id)
                        .orElseGet(
                                () -> CheckpointName.stem(checkpoint) + "-" + hash.substring(0, 8));
        Files.createDirectories(networks.imported());
        ImportedModel made =
                networks.importer()
                        .run(
                                checkpoint,
                                networks.imported().resolve(name + ".onnx"),
                                published
                                        .map(CatalogueEntry::importOptions)
                                        .orElse(ImportOptions.NONE));
        return new ImportedNetwork(made.file(), ImportProof.of(made, checkpoint));
    }
}
