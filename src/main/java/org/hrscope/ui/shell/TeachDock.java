package org.hrscope.ui.shell;

import java.util.List;
import java.util.function.Supplier;
import org.hrscope.bundle.SharedTaught;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.teach.Taught;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.TallPane;
import org.hrscope.ui.opening.Opener;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.teach.CurvePair;
import org.hrscope.ui.teach.GuidedClicks;
import org.hrscope.ui.teach.GuidedClicksView;
import org.hrscope.ui.teach.TeachPanel;
import org.hrscope.ui.teach.TeachTool;
import org.hrscope.ui.teach.TeachViewModel;
import org.jspecify.annotations.Nullable;

/// Where joints are taught: the Teach panel, and clicks on the stage. FX thread.
final class TeachDock implements Part {
    private final Shell shell;
    private final TeachViewModel teach;
    private final Supplier<@Nullable PipelineResult> shown;
    private final TeachTool tool;
    private final LiveViewModel live;

    /// @param shown the result on stage; null before the first
    TeachDock(Shell shell, ViewModels models, Supplier<@Nullable PipelineResult> shown) {
        this.shell = shell;
        this.shown = shown;
        Opener opener = models.opener();
        live = models.live();
        teach =
                new TeachViewModel(
                        shell.jobs(),
                        new TeachViewModel.Ways(
                                opener::lend,
                                opener::choose,
                                opener::takeBack,
                                shell.notices()::problem),
                        models.live().modelFileProperty());
        tool = new TeachTool(this::clicked);
    }

    TeachTool tool() {
        return tool;
    }

    /// @param pickUp makes the tool the active one
    TallPane panel(Runnable pickUp) {
        return new TallPane(new TeachPanel(teach, shell, pickUp));
    }

    /// What the network in use was taught; null for nothing.
    @Nullable SharedTaught shared() {
        Taught taught = teach.taughtProperty().getValue();
        return taught == null ? null : TaughtOnFile.of(taught);
    }

    /// The network in use, without what it was taught.
    @Nullable ModelFile taughtNetwork() {
        return teach.base();
    }

    /// What it is being taught.
    List<String> joints() {
        return List.copyOf(teach.joints());
    }

    /// The same for a lesson, which shows how many clicks there are.
    GuidedClicksView clicksView(GuidedClicks clicks, Runnable pickUp) {
        return new GuidedClicksView(clicks, shell.texts(), new TeachPanel(teach, shell, pickUp));
    }

    CurvePair curves() {
        return new CurvePair(teach, shell.texts());
    }

    /// Clicks of a lesson.
    GuidedClicks guided() {
        return new GuidedClicks(
                teach,
                new GuidedClicks.Ways(
                        shown, live.pausedProperty()::get, live::hold, shell.notices()::problem));
    }

    private void clicked(double x, double y) {
        PipelineResult result = shown.get();
        if (result == null) return;
        if (teach.activeProperty().get() == null) {
            shell.notices().problem(new Problem("teach.name-first"));
        } else if (result.person().isEmpty()) {
            shell.notices().problem(new Problem("teach.nobody"));
        } else {
            teach.click(result, x, y);
        }
    }

    @Override
    public boolean end() {
        teach.close();
        return true;
    }
}
