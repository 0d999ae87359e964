package org.hrscope.ui.common;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// A column of buttons: one stop for the Tab key; once the keyboard has reached it, arrows, Home and End move within
/// it. After a click, when the focus is not seen, they do what they do everywhere in the window, whose shortcuts are
/// asked first; those that are no shortcut move within it then, too. FX thread.
public final class ButtonRail extends VBox {
    public ButtonRail(String... styles) {
        getStyleClass().addAll(styles);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    public void add(ButtonBase button) {
        button.focusVisibleProperty()
                .subscribe((_, now) -> {
                    // The window's shortcuts leave it the arrows.
                    if (now) button.getStyleClass().add("takes-arrows");
                    else button.getStyleClass().remove("takes-arrows");
                });
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
            case UP -> move(event, 1, TraversalDirection.UP);
            case DOWN -> move(event, 1, TraversalDirection.DOWN);
            case HOME -> move(event, getChildren().size(), TraversalDirection.UP);
            case END -> move(event, getChildren().size(), TraversalDirection.DOWN);
            // To the left and right the focus would leave.
            case LEFT, RIGHT -> event.consume();
            default -> {}
        }
    }

    /// One by one, as from the keyboard, so that the focus is seen.
    private void move(KeyEvent event, int steps, TraversalDirection way) {
        event.consume();
        if (!(event.getTarget() instanceof Node from)) return;
        int by = way == TraversalDirection.UP ? -1 : 1;
        int at = getChildren().indexOf(from);
        for (int to = at + by; steps > 0 && to >= 0 && to < getChildren().size(); to += by) {
            getChildren().get(to).setFocusTraversable(true);
            getChildren().get(to - by).requestFocusTraversal(way);
            steps--;
        }
    }
}
