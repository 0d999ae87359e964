package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.stage.Stage;
import org.hrscope.threads.Job;
import org.hrscope.threads.JobThreads;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.FxThread;
import org.hrscope.ui.common.LongName;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// The ring in the top bar and its list.
@Timeout(60)
@ExtendWith(FxToolkit.class)
class JobsButtonTest {
    private final JobThreads threads = new JobThreads();
    private final List<String> told = new ArrayList<>();

    private Jobs.Outcome<Integer> told() {
        return new Jobs.Outcome<>(
                value -> told.add("done"),
                problem -> told.add(problem.key()),
                () -> told.add("cancelled"));
    }

    /// The button is as high as its neighbours: no room for the number that such a ring has below it.
    @Test
    void theRingHasNoNumber() throws Exception {
        Jobs jobs = new Jobs(threads, new FxThread());
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Theme theme = new Theme();
        JobsButton button = FxToolkit.on(() -> new JobsButton(new Shell(new Texts(), theme, jobs)));
        Stage stage =
                FxToolkit.on(() -> {
                    StackPane root = new StackPane(button);
                    theme.style(root);
                    Stage shown = new Stage();
                    shown.setScene(new Scene(root, 360, 200));
                    shown.show();
                    return shown;
                });
        jobs.run(
                new Job.Name("model", "job.download", "hrnet_w48"),
                progress -> {
                    begun.await();
                    progress.at(1, 100);
                    end.await();
                    return 0;
                },
                told());
        Thread.sleep(450);
        for (int i = 0; i < 6; i++) {
            FxToolkit.run(button::update);
            FxToolkit.rendered();
            if (i == 1) begun.countDown();
        }
        boolean number =
                FxToolkit.on(
                        () -> button.lookupAll(".percentage").stream().anyMatch(Node::isVisible));
        double turned = FxToolkit.on(() -> ((Arc) button.lookup(".jobs-share")).getLength());
        end.countDown();
        FxToolkit.run(stage::hide);
        assertThat(number).isFalse();
        assertThat(turned).isEqualTo(-3.6);
        assertThat(threads.end()).isTrue();
    }

    @Test
    void theShareIsWrittenAsTheWindowWritesNumbers() {
        Jobs jobs = new Jobs(Runnable::run, Runnable::run);
        Job job =
                jobs.run(
                        new Job.Name("model", "job.download", "hrnet_w48"),
                        progress -> {
                            progress.at(30, 100);
                            return 0;
                        },
                        told());
        Locale before = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG"));
        try {
            FxToolkit.run(() -> {
                Texts texts = new Texts();
                JobRow row = new JobRow(job, new Controls(texts));
                row.follow(texts);
                assertThat(((Label) row.getBottom()).getText()).isEqualTo("30%");
            });
        } finally {
            Locale.setDefault(Locale.Category.FORMAT, before);
        }
    }

    @Test
    void whatLastsIsSeenAndCanBeStopped() throws Exception {
        Jobs jobs = new Jobs(threads, new FxThread());
        CountDownLatch begun = new CountDownLatch(1);
        Texts texts = new Texts();
        Theme theme = new Theme();
        JobsButton button = FxToolkit.on(() -> new JobsButton(new Shell(texts, theme, jobs)));
        jobs.run(
                new Job.Name("model", "job.download", "hrnet_w48"),
                progress -> {
                    progress.at(30, 100);
                    begun.countDown();
                    Thread.sleep(600_000);
                    return 0;
                },
                told());
        begun.await();
        Thread.sleep(450);
        FxToolkit.run(() -> {
            button.update();
            assertThat(button.isVisible()).isTrue();
            assertThat(button.getGraphic().isMouseTransparent())
                    .as("a click on the ring is one on the button")
                    .isTrue();
            StackPane root = new StackPane(button.list());
            theme.style(root);
            new Scene(root, 360, 200);
            root.applyCss();
            root.layout();
            JobRow row = (JobRow) button.list().getChildren().getFirst();
            assertThat(row.lookupAll(".label").stream().map(label -> ((Label) label).getText()))
                    .containsExactlyInAnyOrder("Downloading " + LongName.of("hrnet_w48"), "30%");
            assertThat(((ProgressBar) row.lookup(".progress-bar")).getProgress()).isEqualTo(0.3);
            texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
            assertThat(row.lookupAll(".label").stream().map(label -> ((Label) label).getText()))
                    .as("at once")
                    .contains("正在下载 " + LongName.of("hrnet_w48"));
            ((Button) row.lookup(".button")).fire();
        });
        while (FxToolkit.on(told::isEmpty)) Thread.sleep(5);
        FxToolkit.run(button::update);
        assertThat(told).containsExactly("cancelled");
        assertThat(FxToolkit.on(button::isVisible)).isFalse();
        assertThat(threads.end()).isTrue();
    }
}
