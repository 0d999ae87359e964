package org.hrscope.ui.library;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import org.hrscope.library.CatalogueEntry;
import org.hrscope.library.DownloadProgress;
import org.hrscope.library.ModelStore;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.library.EntryState.Absent;
import org.hrscope.ui.library.EntryState.Downloading;
import org.hrscope.ui.library.EntryState.Failed;
import org.hrscope.ui.library.EntryState.Preparing;
import org.hrscope.ui.library.EntryState.Waiting;

/// Downloads, two at a time; others wait in order. A cancelled or interrupted one resumes when added again. FX thread.
final class DownloadQueue {
    private static final int AT_ONCE = 2;

    private final ModelStore store;
    private final Jobs jobs;
    private final Executor fx;
    private final Deque<LibraryRow> waiting = new ArrayDeque<>();
    private final Set<LibraryRow> running = new HashSet<>();

    DownloadQueue(ModelStore store, Jobs jobs, Executor fx) {
        this.store = store;
        this.jobs = jobs;
        this.fx = fx;
    }

    /// One that is downloaded or waits already goes on: a second run would stop the first, whose end would count as
    /// both's.
    void add(LibraryRow row) {
        if (running.contains(row) || waiting.contains(row)) return;
        waiting.add(row);
        if (running.size() < AT_ONCE) startNext();
        else row.set(new Waiting());
    }

    /// Removes a waiting one; a running one stops at its next check.
    void cancel(LibraryRow row) {
        if (waiting.remove(row)) {
            row.set(onDisk(row));
        } else {
            jobs.cancel(row);
        }
    }

    private void startNext() {
        LibraryRow row = waiting.poll();
        if (row == null) return;
        CatalogueEntry entry = row.entry();
        boolean fetched = onDisk(row) instanceof Absent(var b, var f) && f;
        row.set(fetched ? new Preparing() : new Downloading(0, -1));
        running.add(row);
        jobs.run(
                new Job.Name(row, "job.download", entry.id()),
                progress -> {
                    store.get(entry, new Told(row, progress));
                    return onDisk(row);
                },
                new Jobs.Outcome<>(
                        state -> over(row, state),
                        problem -> over(row, new Failed(problem, onDisk(row))),
                        () -> over(row, onDisk(row))));
    }

    private EntryState onDisk(LibraryRow row) {
        return EntryState.onDisk(store, row.entry());
    }

    private void over(LibraryRow row, EntryState state) {
        running.remove(row);
        row.set(state);
        startNext();
    }

    /// Reports visible steps to the row, not every block. On the download thread.
    private final class Told implements DownloadProgress {
        private static final long STEPS = 200;
        private static final long STEP = 1_000_000;

        private final LibraryRow row;
        private final Job.Progress progress;
        private long next;

        Told(LibraryRow row, Job.Progress progress) {
            this.row = row;
            this.progress = progress;
        }

        @Override
        public void at(long done, long total) {
            progress.at(done, total);
            if (done < next && done != total) return;
            next = done + (total > 0 ? total / STEPS : STEP);
            EntryState state = done == total ? new Preparing() : new Downloading(done, total);
            fx.execute(() -> row.set(state));
        }
    }
}
