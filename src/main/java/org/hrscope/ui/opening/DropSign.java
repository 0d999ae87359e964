package org.hrscope.ui.opening;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Texts;

/// Lies over the stage while something that can be opened is dragged over the window, and says so. FX thread.
public final class DropSign extends StackPane {

    public DropSign(Texts texts) {
        getStyleClass().add("drop-sign");
        Label words = new Caption(texts, "drop.here", "drop-words");
        Paragraph.of(words);
        getChildren().add(words);
        setMouseTransparent(true);
        setVisible(false);
    }

    /// Opens what is dropped anywhere on `window`.
    public void receive(Node window, Opener opener) {
        window.setOnDragEntered(event -> setVisible(canBeOpened(event.getDragboard())));
        window.setOnDragExited(event -> setVisible(false));
        window.setOnDragOver(event -> {
            if (canBeOpened(event.getDragboard())) event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        });
        window.setOnDragDropped(event -> {
            setVisible(false);
            Dragboard board = event.getDragboard();
            if (board.hasFiles()) new Dropped(board.getFiles()).openWith(opener);
            else if (board.hasUrl()) opener.open(board.getUrl());
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private static boolean canBeOpened(Dragboard board) {
        return board.hasFiles() || board.hasUrl();
    }
}
