package org.hrscope.ui.library;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.hrscope.library.CatalogueEntry;
import org.hrscope.library.DownloadProgress;
import org.hrscope.library.ModelStore;
import org.hrscope.ui.common.TaskRunner;
import org.hrscope.ui.library.EntryState.Absent;
import org.hrscope.ui.library.EntryState.Downloading;
import org.hrscope.ui.library.EntryState.Failed;
import org.hrscope.ui.library.EntryState.Preparing;
import org.hrscope.ui.library.EntryState.Waiting;

/// Networks being fetched, two at once; others wait in their order. What was cancelled or broke off goes on when it is
/// added again. FX thread.
final class DownloadQueue {
    private static final int AT_ONCE = 2;

    private final ModelStore store;
    private final TaskRunner tasks;
    private final Executor fx;
    private final Deque<LibraryRow> waiting = new ArrayDeque<>();
    private final Map<LibraryRow, Stoppable<Path>> running = new HashMap<>();

    DownloadQueue(ModelStore store, TaskRunner tasks, Executor fx) {
        this.store = store;
        this.tasks = tasks;
        this.fx = fx;
    }

    void add(LibraryRow row) {
        waiting.add(row);
        if (running.size() < AT_ONCE) startNext();
        else row.set(new Waiting());
    }

    /// One that waits gives up its place; one that runs stops as soon as it notices.
    void cancel(LibraryRow row) {
        if (waiting.remove(row)) {
            row.set(EntryState.onDisk(store, row.entry()));
        } else {
            Stoppable<Path> job = running.get(row);
            if (job != null) job.stop();
        }
    }

    private void startNext() {
        LibraryRow row = waiting.poll();
        if (row == null) return;
        CatalogueEntry entry = row.entry();
        boolean fetched = EntryState.onDisk(store, entry) instanceof Absent(var b, var f) && f;
        row.set(fetched ? new Preparing() : new Downloading(0, -1));
        Stoppable<Path> job = new Stoppable<>(() -> store.get(entry, new Told(row)));
        running.put(row, job);
        tasks.run(
                () -> {
                    job.call();
                    return EntryState.onDisk(store, entry);
                },
                state -> over(row, state),
                problem -> over(row, new Failed(problem, EntryState.onDisk(store, entry))));
    }

    private void over(LibraryRow row, EntryState state) {
        running.remove(row);
        row.set(state);
        startNext();
    }

    /// Tells the row of each step that can be seen, not of each block. On the thread that downloads.
    private final class Told implements DownloadProgress {
        private static final long STEPS = 200;
        private static final long STEP = 1_000_000;

        private final LibraryRow row;
        private long next;

        Told(LibraryRow row) {
            this.row = row;
        }

        @Override
        public void at(long done, long total) {
            if (done < next && done != total) return;
            next = done + (total > 0 ? total / STEPS : STEP);
            EntryState state = done == total ? new Preparing() : new Downloading(done, total);
            fx.execute(() -> row.set(state));
        }
    }
}
