package org.hrscope.ui.library;

import java.nio.file.Files;
import org.hrscope.library.CatalogueEntry;
import org.hrscope.library.ModelStore;
import org.hrscope.model.Problem;

/// How far a network of the library is on this computer. Immutable.
public sealed interface EntryState {

    /// @param begun   bytes of a download that is not finished
    /// @param fetched whether the checkpoint is here, so that only the import is left
    record Absent(long begun, boolean fetched) implements EntryState {}

    /// Downloads before it come first.
    record Waiting() implements EntryState {}

    /// @param total in bytes, -1 where nobody said
    record Downloading(long done, long total) implements EntryState {
        /// From 0 to 1; -1 where it is not known.
        double share() {
            return total > 0 ? (double) done / total : -1;
        }
    }

    /// All has come; its hash is checked and the network imported.
    record Preparing() implements EntryState {}

    record Verifying() implements EntryState {}

    /// @param checkable whether the checkpoint it was made of is here too
    /// @param checked   whether that was found to be as published just now
    record Ready(boolean checkable, boolean checked) implements EntryState {}

    /// @param rest what there is nevertheless
    record Failed(Problem problem, EntryState rest) implements EntryState {}

    /// Reads the disk.
    static EntryState onDisk(ModelStore store, CatalogueEntry entry) {
        boolean fetched = Files.exists(store.checkpoint(entry));
        return store.isReady(entry)
                ? new Ready(fetched, false)
                : new Absent(store.begun(entry), fetched);
    }
}
