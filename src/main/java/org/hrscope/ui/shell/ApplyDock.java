package org.hrscope.ui.shell;

import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import org.hrscope.ui.apply.ActionSection;
import org.hrscope.ui.apply.AnimationSection;
import org.hrscope.ui.apply.ApplyPanel;
import org.hrscope.ui.apply.InteractionSection;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.TallPane;
import org.jspecify.annotations.Nullable;

/// Where poses are put to use: the Apply panel. FX thread.
final class ApplyDock implements Part {
    private final Shell shell;
    private final Supplier<InteractionSection> interaction;
    private final Supplier<AnimationSection> animation;
    private final Runnable open;
    private @Nullable ApplyPanel panel;

    /// @param open opens the panel at the right
    ApplyDock(
            Shell shell,
            Supplier<InteractionSection> interaction,
            Supplier<AnimationSection> animation,
            Runnable open) {
        this.shell = shell;
        this.interaction = interaction;
        this.animation = animation;
        this.open = open;
    }

    TallPane panel() {
        return new TallPane(applyPanel());
    }

    private ApplyPanel applyPanel() {
        if (panel == null) {
            panel =
                    new ApplyPanel(
                            shell, new ActionSection(shell), interaction.get(), animation.get());
        }
        return panel;
    }

    /// Opens the panel at this section, [ApplyPanel#ACTION] for one.
    void show(String section) {
        open.run();
        applyPanel().open(section);
    }

    @Override
    public void bind(Keys keys) {
        keys.on(KeyCode.U, "side.apply.about", open);
    }
}
