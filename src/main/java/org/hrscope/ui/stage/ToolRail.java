package org.hrscope.ui.stage;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.hrscope.ui.common.ButtonRail;
import org.hrscope.ui.common.Controls;

/// The tools as a column of buttons at the stage's left edge. FX thread.
public final class ToolRail extends StackPane {
    public ToolRail(StageTools tools, Controls controls) {
        ButtonRail rail = new ButtonRail("tool-rail");
        for (StageTool tool : tools.all()) {
            ToggleButton button = controls.toggle(tool.face().icon(), tool.face().textKey());
            button.setSelected(tools.active() == tool);
            button.setOnAction(event -> {
                tools.choose(tool);
                // A second click leaves it on.
                button.setSelected(true);
            });
            tools.activeProperty().subscribe((_, now) -> button.setSelected(now == tool));
            rail.add(button);
        }
        getChildren().add(rail);
    }
}
