package org.hrscope.ui.shell;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What the user is busy with. FX thread.
final class Attention {
    private Attention() {}

    /// Whether the user is typing, answering a dialog of ours or the system's, or working in another program. The
    /// window must not act on its own then.
    static boolean isElsewhere() {
        boolean ours = false;
        for (Window window : Window.getWindows()) {
            if (window instanceof Stage stage && stage.getModality() != Modality.NONE) return true;
            if (!window.isFocused()) continue;
            ours = true;
            Scene scene = window.getScene();
            if (scene != null && types(scene.getFocusOwner())) return true;
        }
        return !ours;
    }

    /// A spinner that is typed into has the focus itself, not its field.
    private static boolean types(@Nullable Node focused) {
        return switch (focused) {
            case TextInputControl text -> text.isEditable();
            case Spinner<?> spinner -> spinner.isEditable();
            case null, default -> false;
        };
    }
}
