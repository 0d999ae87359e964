package org.hrscope.ui.apply;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hrscope.action.Demonstration;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.TextButton;
import org.hrscope.ui.common.Texts;

/// What to do while an action is recorded, and one dot for each repetition seen. FX thread.
final class RecordingView extends VBox {
    private final ActionRecording recording;
    private final HBox dots = Styled.as(new HBox(), "apply-dots");

    RecordingView(ActionRecording recording, Texts texts) {
        this.recording = recording;
        getStyleClass().add("apply-recording");
        Label prompt =
                Paragraph.of(
                        new Caption(
                                texts.of(
                                        () ->
                                                recording.stepProperty().get()
                                                                == Demonstration.Step.STAND_STILL
                                                        ? texts.get("apply.still")
                                                        : texts.get(
                                                                "apply.go", Demonstration.TIMES),
                                        recording.stepProperty()),
                                "apply-prompt"));
        for (int i = 0; i < Demonstration.TIMES; i++) {
            Region dot = Styled.as(new Region(), "apply-dot");
            dots.getChildren().add(dot);
        }
        HBox.setHgrow(dots, Priority.ALWAYS);
        Button cancel = new TextButton(texts, "apply.cancel", recording::cancel);
        cancel.setMinWidth(USE_PREF_SIZE);
        HBox row = Styled.as(new HBox(dots, cancel), "button-row");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(prompt, row);
        visibleProperty().bind(recording.onProperty());
        Changes.of(this::fill, recording.completeProperty());
    }

    private void fill() {
        for (int i = 0; i < dots.getChildren().size(); i++) {
            boolean seen = i < recording.completeProperty().get();
            dots.getChildren()
                    .get(i)
                    .pseudoClassStateChanged(PseudoClass.getPseudoClass("selected"), seen);
        }
    }
}
