package org.hrscope.ui.help;

import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.hrscope.ui.common.FittingScene;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Styled;

/// A small window with a text to read and to copy; Escape closes it. FX thread.
final class ReadingWindow {
    private static final double WIDTH = 620;
    private static final int LINES_LONG = 12;

    private final Shell shell;
    private final Stage stage = new Stage();

    ReadingWindow(Shell shell, Window owner) {
        this.shell = shell;
        stage.initOwner(owner);
        stage.initModality(Modality.NONE);
    }

    /// @param title key of its title
    void show(String title, String words) {
        TextArea text = Styled.as(new TextArea(words), "reading");
        text.setEditable(false);
        text.setWrapText(true);
        text.accessibleTextProperty().bind(shell.texts().of(title));
        StackPane root = Styled.as(new StackPane(text), "reading-window");
        shell.theme().style(root);
        boolean small = words.lines().count() <= LINES_LONG;
        stage.titleProperty().bind(shell.texts().of(title));
        stage.setScene(FittingScene.of(stage, root, WIDTH, small ? 250 : 480));
        stage.show();
        text.positionCaret(0);
    }
}
