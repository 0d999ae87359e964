package org.hrscope.ui.common;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// A column of buttons: one stop for the Tab key, and arrow keys move within it. FX thread.
public final class ButtonRail extends VBox {
    public ButtonRail(String... styles) {
        getStyleClass().addAll(styles);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    public void add(ButtonBase button) {
        // The window's shortcuts leave it the arrows.
        button.getStyleClass().add("takes-arrows");
        button.setFocusTraversable(getChildren().isEmpty());
        button.focusedProperty()
                .subscribe((_, now) -> {
                    if (now)
                        getChildren().forEach(each -> each.setFocusTraversable(each == button));
                });
        getChildren().add(button);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> move(event, -1, TraversalDirection.UP);
            case DOWN -> move(event, 1, TraversalDirection.DOWN);
            // To the left and right the focus would leave.
            case LEFT, RIGHT -> event.consume();
            default -> {}
        }
    }

    private void move(KeyEvent event, int by, TraversalDirection way) {
        event.consume();
        if (!(event.getTarget() instanceof Node from)) return;
        int to = getChildren().indexOf(from) + by;
        if (to < 0 || to >= getChildren().size()) return;
        getChildren().get(to).setFocusTraversable(true);
        // As from the keyboard, so that the focus is seen.
        from.requestFocusTraversal(way);
    }
}
