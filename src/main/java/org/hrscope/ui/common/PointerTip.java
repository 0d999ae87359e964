package org.hrscope.ui.common;

import javafx.scene.Node;
import javafx.scene.control.Label;

/// What is under the pointer, beside it: everything about it at work, its name alone in a presentation. FX thread.
public final class PointerTip extends Label {
    /// Style class of a window that presents.
    public static final String PRESENTING = "presenting";

    public PointerTip() {
        getStyleClass().add("joint-tip");
        setVisible(false);
    }

    /// @param details further lines; may be empty
    public void say(String name, String details) {
        setText(presenting() || details.isEmpty() ? name : name + "\n" + details);
    }

    private boolean presenting() {
        for (Node node = getParent(); node != null; node = node.getParent()) {
            if (node.getStyleClass().contains(PRESENTING)) return true;
        }
        return false;
    }
}
