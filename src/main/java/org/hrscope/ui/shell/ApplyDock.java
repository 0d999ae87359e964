package org.hrscope.ui.shell;

import javafx.scene.input.KeyCode;
import org.hrscope.ui.apply.ActionSection;
import org.hrscope.ui.apply.ApplyPanel;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.TallPane;

/// Where poses are put to use: the Apply panel. FX thread.
///
/// @param open opens the panel at the right
record ApplyDock(
        Shell shell,
        ActionDock action,
        InteractionDock interaction,
        AnimationDock animation,
        Runnable open)
        implements Part {
    TallPane panel() {
        return new TallPane(
                new ApplyPanel(
                        shell,
                        action.section(ActionSection.Use.ALL),
                        interaction.section(),
                        animation.section()));
    }

    @Override
    public void bind(Keys keys) {
        keys.on(KeyCode.U, "side.apply.about", open);
    }
}
