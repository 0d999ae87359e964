package org.hrscope.ui.shell;

import org.hrscope.people.FinderOpener;
import org.hrscope.pipeline.ActivationFollower;
import org.hrscope.ui.common.FxThread;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.meter.MeterView;
import org.hrscope.ui.meter.StepTimes;
import org.hrscope.ui.network.NetworkDock;
import org.hrscope.ui.opening.SourceMenu;
import org.hrscope.ui.player.SmoothingButton;
import org.hrscope.ui.player.SmoothingViewModel;
import org.hrscope.ui.record.RecordButton;
import org.hrscope.ui.stage.StageView;

/// The panels that receive results and key presses. FX thread.
///
/// @param follower reads inner values for map and inspector
/// @param times    what the meter shows
record Panels(
        StageView stage,
        ActivationFollower follower,
        InspectorDock inspector,
        NetworkDock dock,
        LabDock lab,
        LessonDock lessons,
        SourceMenu sources,
        Snapshot snapshot,
        StepTimes times,
        MeterView meter,
        JobsButton running,
        SmoothingButton smoothing,
        RecordButton recording) {

    static Panels of(Shell shell, ViewModels models, Ways ways) {
        FxThread fx = new FxThread();
        ActivationFollower follower =
                new ActivationFollower(p -> fx.execute(() -> shell.notices().problem(p)));
        StageView stage =
                new StageView(
                        models.layers(),
                        models.joints(),
                        models.selection(),
                        new JointNames(shell.texts()));
        InspectorDock inspector = new InspectorDock(shell, models, follower, stage);
        NetworkDock dock =
                new NetworkDock(
                        shell,
                        models.network(),
                        models.live().modelFileProperty(),
                        new FinderOpener()::bundledFile,
                        follower);
        StepTimes times = new StepTimes();
        models.selection()
                .openedProperty()
                .addListener((property, before, now) -> times.inspecting(now, System.nanoTime()));
        return new Panels(
                stage,
                follower,
                inspector,
                dock,
                new LabDock(shell, models, stage),
                new LessonDock(shell, models, dock, inspector, ways.finished()),
                new SourceMenu(shell, models.live(), models.opener(), ways.cameras()),
                new Snapshot(shell, ways.pictures()),
                times,
                new MeterView(times, shell.texts(), shell.controls(), shell.theme()),
                new JobsButton(shell),
                new SmoothingButton(
                        shell,
                        new SmoothingViewModel(
                                models.live().smoothingProperty(), models.live().infoProperty()),
                        stage.recent(),
                        models.selection(),
                        models.joints().skeletonProperty()),
                RecordButton.of(shell, models.live(), models.layers(), stage, ways.pictures()));
    }

    /// @return whether the follower's thread has ended
    boolean close() {
        recording.close();
        dock.close();
        lab.close();
        boolean ended = follower.end();
        stage.clear();
        return ended;
    }
}
