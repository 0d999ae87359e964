package org.hrscope.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.action.ActionStore;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.apply.ActionSection;
import org.hrscope.ui.apply.ActionViewModel;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Shell;

/// Where actions are counted: their section of the Apply panel. FX thread.
final class ActionDock implements Part {
    private final Shell shell;
    private final ActionViewModel action;
    private final List<ActionSection> sections = new ArrayList<>();

    /// @param folder where the user's own actions are kept
    ActionDock(Shell shell, ViewModels models, Path folder) {
        this.shell = shell;
        action =
                new ActionViewModel(
                        shell.jobs(), new ActionStore(folder), shell.notices()::problem);
        Changes.of(action::startOver, models.live().openingsProperty());
    }

    ActionViewModel model() {
        return action;
    }

    /// One for the panel, others for lessons.
    ActionSection section(ActionSection.Use use) {
        ActionSection section = new ActionSection(action, shell, use);
        sections.add(section);
        return section;
    }

    @Override
    public void show(PipelineResult result) {
        action.show(result);
        sections.forEach(ActionSection::pulse);
    }
}
