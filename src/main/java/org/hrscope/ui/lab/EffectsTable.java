package org.hrscope.ui.lab;

import java.util.List;
import javafx.beans.value.ObservableValue;
import org.hrscope.ablation.JointEffect;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Chosen;
import org.hrscope.ui.common.Texts;

/// How far each joint of B is from that of A: whole and cut, bare and covered, one network and another. A click selects
/// the joint. FX thread.
public final class EffectsTable extends TextTable<JointEffect> {
    /// All columns, and a scroll bar.
    private static final double ROOM = 310;

    private final ObservableValue<List<JointEffect>> effects;
    private final SelectedJoint joint;
    private boolean filling;

    /// @param keys begins those of its texts: `name` for screen readers, `pixels` over the distances, `waiting` until
    ///             there are effects
    public EffectsTable(
            ObservableValue<List<JointEffect>> effects, SelectedJoint joint, String keys) {
        super(joint.texts(), keys + "name");
        this.effects = effects;
        this.joint = joint;
        wide("cut.joint", effect -> joint.name(effect.joint()));
        narrow(keys + "pixels", 62, this::pixels);
        // The same distance in another unit: where the last column would be cut off, that one goes.
        narrow("cut.cells", 48, effect -> Figures.distance(effect.cells()))
                .visibleProperty()
                .bind(widthProperty().greaterThan(ROOM));
        narrow("cut.peak", 88, effect -> Figures.peaks(effect.before(), effect.after()));
        setPlaceholder(new Caption(joint.texts(), keys + "waiting", "muted"));
        var selected = joint.selection().jointProperty();
        Changes.now(this::fill, effects, selected, joint.joints().skeletonProperty());
        Chosen.in(
                getSelectionModel(),
                now -> {
                    if (!filling) selected.set(now.joint());
                });
    }

    private String pixels(JointEffect effect) {
        if (effect.lost()) return joint.texts().get("cut.lost");
        return Double.isNaN(effect.pixels()) ? "–" : Texts.format("%.1f", effect.pixels());
    }

    private void fill() {
        filling = true;
        show(effects.getValue());
        getSelectionModel().clearSelection();
        for (JointEffect effect : getItems()) {
            if (effect.joint() == joint.index()) getSelectionModel().select(effect);
        }
        filling = false;
    }
}
