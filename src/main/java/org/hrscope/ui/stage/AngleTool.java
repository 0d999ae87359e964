package org.hrscope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import org.hrscope.domain.Skeleton;
import org.hrscope.motion.AngleName;
import org.hrscope.ui.selection.Selection;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// A click on a joint selects it and shows the angle between its two limbs; the third joint clicked in turn makes it
/// the angle of all three, at the second. Shown for as long as the tool is active, or its layer is on. FX thread.
public final class AngleTool implements StageTool {
    private static final int CORNERS = 3;

    private final BooleanProperty shown;
    private final ObjectProperty<@Nullable AngleName> angle;
    private final ObservableValue<Skeleton> skeleton;
    private final List<Integer> clicked = new ArrayList<>();
    private Skeleton clickedOn = Skeleton.numbered(0);
    private boolean before;
    private boolean active;

    /// @param skeleton whose joints are clicked
    public AngleTool(
            LayersViewModel layers, Selection selection, ObservableValue<Skeleton> skeleton) {
        this.skeleton = skeleton;
        shown = layers.shownProperty(StageLayer.ANGLES);
        angle = layers.angleProperty();
        selection
                .jointProperty()
                .subscribe((_, now) -> {
                    if (active) clicked(now.intValue());
                });
    }

    private void clicked(int joint) {
        if (!skeleton.getValue().equals(clickedOn)) {
            clickedOn = skeleton.getValue();
            clicked.clear();
            // Another network clears the joint; nobody has put the angle away.
            if (joint == Selection.NONE) return;
        }
        if (clicked.size() == CORNERS || clicked.contains(joint)) clicked.clear();
        if (joint == Selection.NONE) clicked.clear();
        else clicked.add(joint);
        angle.set(
                clicked.size() == CORNERS
                        ? AngleName.of(
                                skeleton.getValue(), clicked.get(0), clicked.get(1), clicked.get(2))
                        : null);
    }

    @Override
    public Face face() {
        return new Face("angle", MaterialDesignA.ANGLE_ACUTE, KeyCode.A);
    }

    @Override
    public Cursor cursor() {
        return Cursor.DEFAULT;
    }

    @Override
    public boolean details() {
        return false;
    }

    @Override
    public void active(boolean now) {
        active = now;
        clicked.clear();
        clickedOn = skeleton.getValue();
        if (now) before = shown.get();
        shown.set(now || before);
    }
}
