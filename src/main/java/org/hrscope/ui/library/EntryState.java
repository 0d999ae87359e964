package org.hrscope.ui.library;

import java.nio.file.Files;
import org.hrscope.domain.Problem;
import org.hrscope.library.CatalogueEntry;
import org.hrscope.library.ModelStore;

/// A library network's state on this computer. Immutable.
public sealed interface EntryState {

    /// @param begun   bytes of a partial download
    /// @param fetched whether the checkpoint is here and only the import is missing
    record Absent(long begun, boolean fetched) implements EntryState {}

    /// Queued behind other downloads.
    record Waiting() implements EntryState {}

    /// @param total in bytes, -1 if unknown
    record Downloading(long done, long total) implements EntryState {
        /// From 0 to 1; -1 if unknown.
        double share() {
            return total > 0 ? (double) done / total : -1;
        }
    }

    /// Downloaded; the hash is verified and the network imported.
    record Preparing() implements EntryState {}

    record Verifying() implements EntryState {}

    /// @param checkable whether the original checkpoint is here too
    /// @param checked   whether it was just verified
    record Ready(boolean checkable, boolean checked) implements EntryState {}

    /// @param rest the state beneath the failure
    record Failed(Problem problem, EntryState rest) implements EntryState {}

    /// Reads the disk.
    static EntryState onDisk(ModelStore store, CatalogueEntry entry) {
        boolean fetched = Files.exists(store.checkpoint(entry));
        return store.isReady(entry)
                ? new Ready(fetched, false)
                : new Absent(store.begun(entry), fetched);
    }
}
