package org.hrscope.ui.playground;

import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The setting as a framework call, ready to copy, with a sentence for each argument. FX thread.
final class CallView extends VBox {
    private final Label code = Styled.as(new Label(), "call-code");
    private final GridPane arguments = Styled.as(new GridPane(), "facts");
    private final Texts texts;

    CallView(String framework, Controls controls, Texts texts) {
        this.texts = texts;
        getStyleClass().add("call-view");
        Label name = Styled.as(new Label(framework), "panel-title");
        HBox head =
                new HBox(
                        name,
                        controls.button(
                                MaterialDesignC.CONTENT_COPY, "playground.copy", this::copy));
        head.getStyleClass().add("bar-group");
        code.setWrapText(true);
        code.setMaxWidth(Double.MAX_VALUE);
        ColumnConstraints sentence = new ColumnConstraints();
        sentence.setHgrow(Priority.ALWAYS);
        arguments.getColumnConstraints().addAll(new ColumnConstraints(), sentence);
        getChildren().addAll(head, code, arguments);
    }

    private void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, code.getText()));
    }

    void show(Spelling spelling) {
        String before = spelling.before().isEmpty() ? "" : spelling.before() + "\n";
        String after = spelling.after().isEmpty() ? "" : "\n" + spelling.after();
        code.setText(before + spelling.call() + after);
        arguments.getChildren().clear();
        int row = 0;
        for (Spelling.Argument each : spelling.arguments()) {
            Label name = Styled.as(new Label(each.name()), "fact-value", "call-argument");
            Label sentence = Styled.as(new Label(texts.get(each.key(), each.numbers())), "muted");
            sentence.setWrapText(true);
            arguments.addRow(row++, name, sentence);
        }
    }
}
