package org.hrscope.ui.main;

import javafx.concurrent.Task;
import org.hrscope.threads.Job;
import org.hrscope.ui.common.Texts;

/// A job in the form that ControlsFX's list of tasks shows. It runs nothing itself. FX thread.
final class JobTask extends Task<Void> {
    private final Job job;

    JobTask(Job job) {
        this.job = job;
    }

    Job job() {
        return job;
    }

    /// Takes over how far the job is.
    void follow(Texts texts) {
        String key = job.name().textKey();
        updateTitle(key == null ? "" : texts.get(key, job.name().subject()));
        double share = job.share();
        boolean known = share >= 0;
        updateMessage(
                job.cancelled()
                        ? texts.get("jobs.stopping")
                        : known ? "%.0f %%".formatted(100 * share) : "");
        updateProgress(known ? share : -1, 1);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        job.cancel();
        return true;
    }

    @Override
    protected Void call() {
        throw new IllegalStateException("the job runs elsewhere");
    }
}
