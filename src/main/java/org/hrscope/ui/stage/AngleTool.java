package org.hrscope.ui.stage;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// A click on a joint selects it, and shows the angle between its two limbs for as long as the tool is active. FX
/// thread.
public final class AngleTool implements StageTool {
    private final BooleanProperty shown;
    private boolean before;

    public AngleTool(LayersViewModel layers) {
        shown = layers.shownProperty(StageLayer.ANGLES);
    }

    @Override
    public String id() {
        return "angle";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignA.ANGLE_ACUTE;
    }

    @Override
    public KeyCode key() {
        return KeyCode.A;
    }

    @Override
    public Cursor cursor() {
        return Cursor.DEFAULT;
    }

    @Override
    public void active(boolean now) {
        if (now) before = shown.get();
        shown.set(now || before);
    }
}
