package org.hrscope.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import org.hrscope.threads.Job;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.LongName;
import org.hrscope.ui.common.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One job in the list: title, progress and a stop button. Not ControlsFX's TaskProgressView, which needs a Task that
/// runs the job itself and speaks the system's language, not the window's. FX thread.
final class JobRow extends BorderPane {
    private final Job job;
    private final Label title = new Label();
    private final Label share = new Label();
    private final ProgressBar bar = new ProgressBar(-1);
    private final Button stop;

    JobRow(Job job, Controls controls) {
        this.job = job;
        stop = controls.button(MaterialDesignC.CLOSE, "jobs.stop", job::cancel);
        share.getStyleClass().add("muted");
        bar.setMaxWidth(Double.MAX_VALUE);
        // File names are long.
        title.setWrapText(true);
        share.setMinWidth(USE_PREF_SIZE);
        // Not only as wide as the words before: they grow while the list shows.
        share.setMaxWidth(Double.MAX_VALUE);
        BorderPane.setAlignment(stop, Pos.CENTER);
        getStyleClass().add("job-row");
        setTop(title);
        setCenter(bar);
        setRight(stop);
        setBottom(share);
    }

    Job job() {
        return job;
    }

    /// Shows the job's current progress.
    void follow(Texts texts) {
        title.setText(title(job, texts));
        boolean known = job.share() >= 0;
        stop.setDisable(job.cancelled());
        bar.setProgress(known ? job.share() : -1);
        if (job.cancelled()) share.setText(texts.get("jobs.stopping"));
        else share.setText(progress(known, texts));
    }

    /// What it does; empty for one that is not listed.
    static String title(Job job, Texts texts) {
        String key = job.name().textKey();
        return key == null ? "" : texts.get(key, LongName.of(job.name().subject()));
    }

    private String progress(boolean known, Texts texts) {
        double seconds = (System.nanoTime() - job.began()) / 1e9;
        StringBuilder words = new StringBuilder();
        if (known) words.append(Texts.format("%.0f%%", 100 * job.share()));
        if (seconds < 2) return words.toString();
        // Other jobs count bytes.
        if ("job.results".equals(job.name().textKey()) && job.done() > 0)
            words.append("  ").append(texts.get("jobs.rate", rate(job.done() / seconds)));
        if (known && job.share() > 0.01 && job.share() < 1) {
            long left = Math.round(seconds * (1 - job.share()) / job.share());
            words.append("  ")
                    .append(
                            left < 100
                                    ? texts.get("jobs.seconds", left)
                                    : texts.get("jobs.minutes", (left + 30) / 60));
        }
        return words.toString();
    }

    private static String rate(double perSecond) {
        return Texts.format("%.1f", perSecond);
    }
}
