package org.hrscope.ui.network;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import org.hrscope.domain.Problem;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.Shell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// At most one list beside the map: the nodes by time, or their differences from a reference file. FX thread.
final class MapAside {
    private final NetworkViewModel model;
    private final Consumer<Problem> trouble;
    private final ToggleButton times;
    private final TimesList list;
    private final ToggleButton compare;
    private final DifferencesList differences;
    private final Profiling profiling;
    private final ProgressBar progress = new ProgressBar();
    private final ReadOnlyObjectWrapper<@Nullable Node> shown = new ReadOnlyObjectWrapper<>();

    MapAside(Shell shell, NetworkViewModel model) {
        this.model = model;
        trouble = shell.notices()::problem;
        times = shell.controls().toggle(MaterialDesignT.TIMER_OUTLINE, "network.times");
        list = new TimesList(model, shell.texts());
        compare = shell.controls().toggle(MaterialDesignC.COMPARE, "network.compare");
        differences = new DifferencesList(shell, model);
        profiling = new Profiling(model, shell.jobs(), this::notMeasured);
        progress.setVisible(false);
        compare.setOnAction(event -> compare());
        times.selectedProperty().subscribe((_, now) -> timesWanted(now));
    }

    /// The list; null for none.
    ReadOnlyObjectProperty<@Nullable Node> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// One for each list.
    List<ToggleButton> switches() {
        return List.of(times, compare);
    }

    /// Of the measurement.
    ProgressBar progress() {
        return progress;
    }

    /// Only the user may ask for it again, not the next pulse.
    private void notMeasured(Problem problem) {
        times.setSelected(false);
        trouble.accept(problem);
    }

    private void compare() {
        if (compare.isSelected()) {
            times.setSelected(false);
            differences.choose(compare.getScene().getWindow(), this::compared);
        }
        show();
    }

    private void compared(boolean anything) {
        compare.setSelected(anything);
        show();
    }

    private void show() {
        if (!compare.isSelected()) differences.clear();
        shown.set(times.isSelected() ? list : compare.isSelected() ? differences : null);
    }

    private void timesWanted(boolean now) {
        if (now) compare.setSelected(false);
        show();
        if (!now) profiling.stop();
        model.timesShownProperty().set(now);
    }

    /// What was compared is not this network.
    void newNetwork() {
        compared(false);
    }

    /// Measures while the times are wanted and not known.
    ///
    /// @param result the one on stage, owned by the caller; null before the first
    void pulse(@Nullable PipelineResult result) {
        boolean unmeasured = times.isSelected() && model.timesProperty().get() == null;
        if (unmeasured && !profiling.running()) profiling.start(result);
        progress.setVisible(profiling.running());
        progress.setProgress(profiling.progress());
    }

    /// Stops the measurement.
    void stop() {
        profiling.stop();
    }
}
