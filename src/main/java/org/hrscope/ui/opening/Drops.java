package org.hrscope.ui.opening;

import javafx.scene.Node;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Opens what is dropped on a window; the sign shows while it may be. FX thread.
public record Drops(Opener opener, DropSign sign) {
    /// Anywhere on `window`.
    public void on(Node window) {
        window.setOnDragEntered(event -> sign.setVisible(canBeOpened(event.getDragboard())));
        window.setOnDragExited(event -> sign.setVisible(false));
        window.setOnDragOver(event -> {
            if (canBeOpened(event.getDragboard())) event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        });
        window.setOnDragDropped(event -> {
            sign.setVisible(false);
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
