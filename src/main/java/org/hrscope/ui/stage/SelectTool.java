package org.hrscope.ui.stage;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The stage's own gestures: a click selects, a stroke pans. FX thread.
public final class SelectTool implements StageTool {
    @Override
    public Face face() {
        return new Face("select", MaterialDesignC.CURSOR_DEFAULT_OUTLINE, KeyCode.V);
    }

    @Override
    public Cursor cursor() {
        return Cursor.DEFAULT;
    }
}
