package org.hrscope.ui.lessons;

import java.util.BitSet;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.hrscope.domain.Problem;
import org.hrscope.hrnet.HrNet;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.stage.LayersViewModel;
import org.jspecify.annotations.Nullable;

/// The network before and after training, side by side on the same crop. FX thread.
public final class TwinView extends BorderPane {
    private final JointsViewModel joints;
    private final Texts texts;
    private final TwinSide before;
    private final TwinSide after;
    private final BooleanProperty failed = new SimpleBooleanProperty();
    private final Label note = Styled.as(new Label(), "muted");
    private final Jobs jobs;
    private final Consumer<Problem> trouble;
    private @Nullable TwinFollower follower;
    private @Nullable Subject subject;
    private @Nullable Twins shown;

    /// @param trouble called if the untrained network cannot be created or run
    public TwinView(JointsViewModel joints, Jobs jobs, Consumer<Problem> trouble, Texts texts) {
        this.joints = joints;
        this.jobs = jobs;
        this.trouble = trouble;
        before = new TwinSide("lesson.twins.before", texts);
        after = new TwinSide("lesson.twins.after", texts);
        getStyleClass().add("twins");
        this.texts = texts;
        Label waiting = Styled.as(new Label(), "stage-opening");
        Changes.now(
                () ->
                        waiting.setText(
                                texts.get(
                                        failed.get()
                                                ? "lesson.twins.failed"
                                                : "lesson.twins.waiting")),
                failed,
                texts.languageProperty());
        note.setWrapText(true);
        HBox sides = new HBox(before, after);
        sides.getStyleClass().add("twin-sides");
        HBox.setHgrow(before, Priority.ALWAYS);
        HBox.setHgrow(after, Priority.ALWAYS);
        setBottom(note);
        BorderPane.setAlignment(note, Pos.CENTER);
        Changes.of(this::paint, joints.changesProperty(), texts.languageProperty());
        centerProperty().bind(before.emptyProperty().map(empty -> empty ? waiting : sides));
        setMinSize(0, 0);
    }

    /// Creates this network's untrained twin, unless it is there already; does nothing if it is not an HRNet.
    public void start(Subject now) {
        HrNet net = now.net();
        if (subject != null && net == subject.net()) return;
        stop();
        if (net == null) return;
        subject = now;
        failed.set(false);
        TwinFollower made = new TwinFollower(net, now.info(), jobs, trouble, this::fail);
        follower = failed.get() ? null : made;
    }

    /// Whoever starts it again tries again.
    private void fail() {
        stop();
        failed.set(true);
    }

    /// Whether there is a twin, or soon will be.
    public boolean started() {
        return follower != null;
    }

    /// Releases the twin.
    public void stop() {
        if (follower != null) follower.close();
        follower = null;
        subject = null;
        show(null);
    }

    /// Once per pulse.
    ///
    /// @param result the one on stage, owned by the caller; null before the first
    public void pulse(@Nullable PipelineResult result) {
        TwinFollower running = follower;
        if (running == null || subject == null || result == null) return;
        // Where it is not seen, one result is kept for the step that shows it again.
        if (getScene() == null && shown != null) return;
        // Of a network taught meanwhile.
        if (!result.model().equals(subject.info())) return;
        running.offer(result);
        Twins newest = running.poll();
        if (newest != null) show(newest);
    }

    /// Null until the next one.
    void show(@Nullable Twins twins) {
        shown = twins;
        paint();
    }

    private void paint() {
        Twins twins = shown;
        if (twins == null) {
            before.clear();
            after.clear();
            return;
        }
        BitSet seen = joints.seen();
        // A single joint makes no skeleton.
        note.setText(
                texts.get(seen.cardinality() == 1 ? "lesson.twins.note.one" : "lesson.twins.note"));
        before.show(twins, twins.side(twins.untrained(), seen), seen, Double.MIN_VALUE);
        after.show(twins, twins.side(twins.trained(), seen), seen, LayersViewModel.LEAST_SCORE);
    }
}
