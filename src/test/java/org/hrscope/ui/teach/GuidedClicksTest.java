package org.hrscope.ui.teach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.threads.Jobs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A clip that moves on while it is not held; jobs run at once.
class GuidedClicksTest {
    private static final long QUARTER = 250_000_000L;

    private final List<Problem> problems = new ArrayList<>();
    private final SimpleObjectProperty<@Nullable ModelFile> network = new SimpleObjectProperty<>();
    private @Nullable PipelineResult shown;
    private boolean held = true;
    private int givenBack;
    private final TeachViewModel teach =
            new TeachViewModel(
                    new Jobs(Runnable::run, Runnable::run),
                    new TeachViewModel.Ways(
                            taught -> {}, taught -> {}, () -> givenBack++, problems::add),
                    network);
    private final GuidedClicks clicks =
            new GuidedClicks(
                    teach,
                    new GuidedClicks.Ways(
                            () -> shown, () -> held, paused -> held = paused, problems::add));
    private DemoResults demo;

    private boolean people = true;
    private long index = 100;
    private long now;

    @BeforeEach
    void open() throws Problem {
        demo = new DemoResults();
        network.set(demo.estimator.model().file());
        next();
    }

    @AfterEach
    void close() {
        teach.close();
        if (shown != null) shown.close();
        demo.close();
    }

    private void next() throws Problem {
        if (shown != null) shown.close();
        index += 41;
        shown = people ? demo.frame(index) : demo.nobody(index);
    }

    private void wait(int quarters) throws Problem {
        for (int i = 0; i < quarters; i++) {
            now += QUARTER;
            if (!held) next();
            clicks.update(now);
        }
    }

    private void click() {
        PipelineResult result = java.util.Objects.requireNonNull(shown);
        var top = demo.figure.headTop(index);
        teach.click(result, top.x(), top.y());
    }

    @Test
    void afterEachClickTheClipRunsOnUntilThereAreEnough() throws Problem {
        clicks.begin();
        assertThat(teach.activeProperty().get()).isEqualTo("head_top");
        for (int click = 1; click <= 3; click++) {
            assertThat(held).isTrue();
            long before = index;
            click();
            assertThat(clicks.countProperty().get()).isEqualTo(click);
            assertThat(held).as("runs on").isEqualTo(click == 3);
            wait(12);
            if (click < 3) assertThat(index).isGreaterThan(before);
        }
        clicks.end();
        assertThat(teach.joints()).isEmpty();
        assertThat(teach.undoableProperty().get()).isFalse();
        assertThat(givenBack).isEqualTo(1);
        assertThat(problems).isEmpty();
    }

    @Test
    void whoIsStuckIsShown() throws Problem {
        clicks.begin();
        click();
        clicks.showMe();
        wait(60);
        assertThat(clicks.countProperty().get()).isEqualTo(3);
        assertThat(held).isTrue();
        var learnt = java.util.Objects.requireNonNull(teach.taughtProperty().getValue());
        assertThat(learnt.joints().get("head_top").errors()).hasSize(3).allMatch(e -> e < 0.08);
        assertThat(problems).isEmpty();
    }

    /// Just after a cut nobody has been found yet; where nobody is, that is told once.
    @Test
    void framesWithNobodyArePassedOver() throws Problem {
        people = false;
        next();
        clicks.begin();
        wait(6);
        assertThat(held).isFalse();
        people = true;
        wait(12);
        assertThat(held).isTrue();
        people = false;
        next();
        clicks.showMe();
        wait(100);
        assertThat(held).isTrue();
        assertThat(problems).extracting(Problem::key).containsExactly("teach.nobody");
    }

    @Test
    void aJointThatSomebodyTeachesAlreadyStays() throws Problem {
        teach.add("left thumb");
        teach.add("head_top");
        click();
        teach.activeProperty().set("left thumb");
        clicks.begin();
        assertThat(teach.activeProperty().get()).isEqualTo("head_top");
        clicks.end();
        assertThat(teach.joints()).containsExactly("left thumb", "head_top");
        assertThat(teach.activeProperty().get()).isEqualTo("left thumb");
        assertThat(givenBack).isZero();
    }
}
