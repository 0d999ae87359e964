package org.hrscope.ui.shell;

import javafx.scene.input.KeyCode;
import org.hrscope.ui.apply.ApplyPanel;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.TallPane;

/// Where poses are put to use: the Apply panel. FX thread.
final class ApplyDock implements Part {
    private final Shell shell;
    private final ActionDock action;
    private final InteractionDock interaction;
    private final AnimationDock animation;
    private final Runnable open;

    /// @param open opens the panel at the right
    ApplyDock(
            Shell shell,
            ActionDock action,
            InteractionDock interaction,
            AnimationDock animation,
            Runnable open) {
        this.shell = shell;
        this.action = action;
        this.interaction = interaction;
        this.animation = animation;
        this.open = open;
    }

    TallPane panel() {
        return new TallPane(
                new ApplyPanel(
                        shell, action.section(), interaction.section(), animation.section()));
    }

    @Override
    public void bind(Keys keys) {
        keys.on(KeyCode.U, "side.apply.about", open);
    }
}
