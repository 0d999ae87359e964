package org.hrscope.ui.teach;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Texts;

/// How many clicks a lesson has, a button for whoever is stuck, and the Teach panel. FX thread.
public final class GuidedClicksView extends VBox {

    public GuidedClicksView(GuidedClicks clicks, Texts texts, TeachPanel panel) {
        Label count = new Label();
        count.textProperty()
                .bind(
                        texts.of(
                                () ->
                                        texts.get(
                                                "lesson.clicks",
                                                clicks.countProperty().get(),
                                                GuidedClicks.CLICKS),
                                clicks.countProperty()));
        count.getStyleClass().add("lesson-name");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button showMe = new Button();
        showMe.textProperty().bind(texts.of("lesson.clicks.show"));
        showMe.setOnAction(event -> clicks.showMe());
        showMe.disableProperty()
                .bind(clicks.countProperty().greaterThanOrEqualTo(GuidedClicks.CLICKS));
        showMe.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(count, space, showMe);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("button-row");
        getStyleClass().add("guided-clicks");
        getChildren().addAll(head, panel);
    }
}
