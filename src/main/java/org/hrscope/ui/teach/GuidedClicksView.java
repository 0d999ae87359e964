package org.hrscope.ui.teach;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Spacer;
import org.hrscope.ui.common.TextButton;
import org.hrscope.ui.common.Texts;

/// The number of clicks so far, a button for learners who are stuck, and the Teach panel. FX thread.
public final class GuidedClicksView extends VBox {

    public GuidedClicksView(GuidedClicks clicks, Texts texts, TeachPanel panel) {
        Label count =
                new Caption(
                        texts.of("lesson.clicks", clicks.countProperty(), GuidedClicks.CLICKS),
                        "lesson-name");
        Button showMe = new TextButton(texts, "lesson.clicks.show", clicks::showMe);
        showMe.disableProperty()
                .bind(clicks.countProperty().greaterThanOrEqualTo(GuidedClicks.CLICKS));
        showMe.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(count, new Spacer(), showMe);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("button-row");
        panel.guided();
        getStyleClass().add("guided-clicks");
        getChildren().addAll(head, panel);
    }
}
