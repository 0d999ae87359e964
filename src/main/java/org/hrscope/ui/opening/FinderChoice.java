package org.hrscope.ui.opening;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.hrscope.people.FinderOpener;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// Which network finds the people: the bundled one, or one from a file. FX thread.
final class FinderChoice extends VBox {
    private final Opener opener;
    private final Texts texts;

    FinderChoice(Opener opener, Texts texts) {
        this.opener = opener;
        this.texts = texts;
        getStyleClass().add("button-row");
        Label title = new Caption(texts, "finder.title", "panel-title");
        Label name =
                new Caption(
                        texts.of(
                                () -> name(opener.finderProperty().get()), opener.finderProperty()),
                        "fact-value");
        name.setWrapText(true);
        Button open = new Button();
        open.textProperty().bind(texts.of("finder.open"));
        open.setOnAction(event -> choose());
        Button bundled = new Button();
        bundled.textProperty().bind(texts.of("finder.bundled"));
        bundled.setOnAction(event -> opener.useFinder(null));
        bundled.disableProperty().bind(opener.finderProperty().isNull());
        for (Button button : List.of(open, bundled)) button.setMaxWidth(Double.MAX_VALUE);
        Label note = new Caption(texts, "finder.note", "muted");
        note.setWrapText(true);
        getChildren().addAll(title, name, open, bundled, note);
    }

    private static String name(@Nullable Path file) {
        return file == null ? FinderOpener.BUNDLED : String.valueOf(file.getFileName());
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("finder.open"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("ONNX", "*.onnx"));
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) opener.useFinder(file.toPath());
    }
}
