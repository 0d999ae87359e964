package org.hrscope.ui.teach;

import java.util.function.BiConsumer;
import javafx.scene.input.KeyCode;
import org.hrscope.ui.stage.StagePointer;
import org.hrscope.ui.stage.StageTool;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A click shows where the joint being taught is on the selected person, or where it is not. FX thread.
///
/// @param clicked takes a place in image pixels, pixel centres being whole numbers
public record TeachTool(BiConsumer<Double, Double> clicked) implements StageTool {
    @Override
    public Face face() {
        return new Face("teach", MaterialDesignC.CURSOR_DEFAULT_CLICK_OUTLINE, KeyCode.T);
    }

    @Override
    public boolean click(StagePointer at) {
        clicked.accept(at.x() - 0.5, at.y() - 0.5);
        return true;
    }
}
