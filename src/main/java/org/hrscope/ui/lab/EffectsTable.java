package org.hrscope.ui.lab;

import java.util.Locale;
import javafx.scene.layout.StackPane;
import org.hrscope.ablation.JointEffect;
import org.hrscope.domain.Skeleton;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;

/// What the present cuts do to each joint, the largest effect first. FX thread.
public final class EffectsTable extends StackPane {
    private final EffectsViewModel effects;
    private final JointsViewModel joints;
    private final Selection selection;
    private final Texts texts;
    private final TextTable<JointEffect> table;
    private boolean filling;

    public EffectsTable(
            EffectsViewModel effects, JointsViewModel joints, Selection selection, Texts texts) {
        this.effects = effects;
        this.joints = joints;
        this.selection = selection;
        this.texts = texts;
        table = new TextTable<>(texts, "cut.effects");
        table.wide("cut.joint", effect -> name(effect.joint()));
        table.narrow("cut.pixels", 62, this::pixels);
        table.narrow("cut.cells", 48, effect -> Figures.distance(effect.cells()));
        table.narrow("cut.peak", 100, effect -> Figures.peaks(effect.before(), effect.after()));
        table.setPlaceholder(new Caption(texts, "cut.waiting", "muted"));
        getChildren().add(table);
        Changes.of(
                this::fill,
                effects.effectsProperty(),
                selection.jointProperty(),
                joints.skeletonProperty());
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> {
                    if (now != null && !filling) selection.jointProperty().set(now.joint());
                });
        fill();
    }

    private String pixels(JointEffect effect) {
        if (effect.lost()) return texts.get("cut.lost");
        return Double.isNaN(effect.pixels())
                ? "–"
                : String.format(Locale.ROOT, "%.1f", effect.pixels());
    }

    private String name(int joint) {
        Skeleton skeleton = joints.skeletonProperty().get();
        return joint < skeleton.size()
                ? new JointNames(texts).of(skeleton.joints().get(joint))
                : "";
    }

    private void fill() {
        filling = true;
        table.show(effects.effectsProperty().get());
        table.getSelectionModel().clearSelection();
        for (JointEffect effect : table.getItems()) {
            if (effect.joint() == selection.jointProperty().get())
                table.getSelectionModel().select(effect);
        }
        filling = false;
    }
}
