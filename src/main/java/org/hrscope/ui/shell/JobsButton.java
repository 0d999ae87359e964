package org.hrscope.ui.shell;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import org.controlsfx.control.PopOver;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;

/// A ring in the top bar while a job runs, and a disc once its share is known; a click lists the jobs, each with
/// progress and a stop button. FX thread.
final class JobsButton extends Button {
    /// Shorter jobs show no ring.
    private static final long LASTS = TimeUnit.MILLISECONDS.toNanos(400);

    private static final double RADIUS = 11;

    private final Jobs jobs;
    private final Controls controls;
    private final Texts texts;
    private final ProgressIndicator ring = Styled.as(new ProgressIndicator(-1), "jobs-ring");
    private final BooleanProperty known = new SimpleBooleanProperty();
    private final Arc share = Styled.as(new Arc(0, 0, RADIUS, RADIUS, 90, 0), "jobs-share");
    private final VBox list = Styled.as(new VBox(), "jobs-list");
    private final PopOver popOver;

    JobsButton(Shell shell) {
        jobs = shell.jobs();
        controls = shell.controls();
        texts = shell.texts();
        // JavaFX's ring writes a number below itself, for which the bar has no room.
        Circle whole = Styled.as(new Circle(RADIUS), "jobs-whole");
        share.setType(ArcType.ROUND);
        Group pie = new Group(whole, share);
        Presence.when(known, pie);
        Presence.when(known.not(), ring);
        StackPane graphic = new StackPane(ring, pie);
        // The ring would consume clicks meant for the button.
        graphic.setMouseTransparent(true);
        setGraphic(graphic);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().addAll("icon-button", "jobs-button");
        controls.named(this, "jobs.button");
        // Keeps its space while hidden, so the bar does not jump.
        setVisible(false);
        setOnAction(event -> toggle());
        popOver = shell.theme().popOver(list, PopOver.ArrowLocation.TOP_RIGHT);
        Changes.of(() -> rows().forEach(row -> row.follow(texts)), texts.languageProperty());
    }

    private void toggle() {
        if (popOver.isShowing()) popOver.hide();
        else popOver.show(this);
    }

    /// The pop-up's content.
    VBox list() {
        return list;
    }

    /// A few times a second.
    void update() {
        long now = System.nanoTime();
        List<Job> lasting =
                jobs.running().stream()
                        .filter(job -> job.name().textKey() != null && now - job.began() > LASTS)
                        .toList();
        list.getChildren().removeIf(row -> !lasting.contains(((JobRow) row).job()));
        for (Job job : lasting) {
            if (rows().noneMatch(row -> row.job() == job)) {
                list.getChildren().add(new JobRow(job, controls));
            }
        }
        rows().forEach(row -> row.follow(texts));
        setVisible(!lasting.isEmpty());
        double done = lasting.size() == 1 ? lasting.getFirst().share() : -1;
        known.set(done >= 0);
        share.setLength(-360 * Math.max(0, done));
        if (lasting.isEmpty()) popOver.hide();
    }

    private Stream<JobRow> rows() {
        return list.getChildren().stream().map(JobRow.class::cast);
    }
}
