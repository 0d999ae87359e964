package org.hrscope.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.hrscope.action.ActionStore;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.apply.ActionSection;
import org.hrscope.ui.apply.ActionViewModel;
import org.hrscope.ui.apply.AnimationSection;
import org.hrscope.ui.apply.ApplyPanel;
import org.hrscope.ui.apply.InteractionSection;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.TallPane;

/// Where poses are put to use: the Apply panel. FX thread.
final class ApplyDock implements Part {
    private final Shell shell;
    private final Runnable open;
    private final ActionViewModel action;
    private final List<ActionSection> actions = new ArrayList<>();

    /// @param actions where the user's own actions are kept
    /// @param open    opens the panel at the right
    ApplyDock(Shell shell, ViewModels models, Path actions, Runnable open) {
        this.shell = shell;
        this.open = open;
        action =
                new ActionViewModel(
                        shell.jobs(), new ActionStore(actions), shell.notices()::problem);
        Changes.of(action::startOver, models.live().sourceProperty());
    }

    TallPane panel() {
        return new TallPane(
                new ApplyPanel(
                        shell, actionSection(), interactionSection(), animationSection()));
    }

    ActionViewModel action() {
        return action;
    }

    /// Another instance, as for a lesson.
    ActionSection actionSection() {
        ActionSection section = new ActionSection(action, shell);
        actions.add(section);
        return section;
    }

    /// Another instance, as for a lesson.
    InteractionSection interactionSection() {
        return new InteractionSection(shell);
    }

    /// Another instance, as for a lesson.
    AnimationSection animationSection() {
        return new AnimationSection(shell);
    }

    @Override
    public void show(PipelineResult result) {
        action.show(result);
        actions.forEach(ActionSection::pulse);
    }

    @Override
    public void bind(Keys keys) {
        keys.on(KeyCode.U, "side.apply.about", open);
    }
}
