package org.hrscope.ui.opening;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.hrscope.people.FinderOpener;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.FileDialog;
import org.hrscope.ui.common.TextButton;
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
                                () -> name(opener.finder().fileProperty().get()),
                                opener.finder().fileProperty()),
                        "fact-value");
        name.setWrapText(true);
        Button open = new TextButton(texts, "finder.open", this::choose);
        Button bundled = new TextButton(texts, "finder.bundled", () -> opener.finder().use(null));
        bundled.disableProperty().bind(opener.finder().fileProperty().isNull());
        for (Button button : List.of(open, bundled)) button.setMaxWidth(Double.MAX_VALUE);
        Label note = new Caption(texts, "finder.note", "muted");
        note.setWrapText(true);
        getChildren().addAll(title, name, open, bundled, note);
    }

    private static String name(@Nullable Path file) {
        return file == null ? FinderOpener.BUNDLED : String.valueOf(file.getFileName());
    }

    private void choose() {
        new FileDialog(getScene().getWindow(), texts.get("finder.open"))
                .kind("ONNX", "*.onnx")
                .open()
                .ifPresent(opener.finder()::use);
    }
}
