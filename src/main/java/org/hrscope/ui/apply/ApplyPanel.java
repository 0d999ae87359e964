package org.hrscope.ui.apply;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Shell;

/// The Apply panel: three uses of poses, each under a title that folds it. FX thread.
public final class ApplyPanel extends VBox {
    public static final String ACTION = "action";
    public static final String INTERACTION = "interaction";
    public static final String ANIMATION = "animation";

    private final Map<String, Fold> folds = new LinkedHashMap<>();

    public ApplyPanel(
            Shell shell,
            ActionSection action,
            InteractionSection interaction,
            AnimationSection animation) {
        getStyleClass().add("apply");
        Label title = new Label();
        title.textProperty().bind(shell.texts().of("side.apply"));
        title.getStyleClass().add("panel-title");
        folds.put(ACTION, new Fold(ACTION, shell.texts(), action, true));
        folds.put(INTERACTION, new Fold(INTERACTION, shell.texts(), interaction, false));
        folds.put(ANIMATION, new Fold(ANIMATION, shell.texts(), animation, false));
        getChildren().add(title);
        getChildren().addAll(folds.values());
    }

    /// Unfolds one section, by its name, and folds the others: all of them are taller than the window.
    public void open(String section) {
        folds.forEach((name, fold) -> fold.openProperty().set(name.equals(section)));
    }
}
