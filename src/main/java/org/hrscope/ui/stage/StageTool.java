package org.hrscope.ui.stage;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// What the pointer does on the stage while this tool is active. A new tool implements this and is added to the list in
/// `StageDock`; button, key, help line and Escape follow from that. Only the primary button reaches a tool: the others
/// always pan, and the wheel always zooms. FX thread.
public interface StageTool {
    /// How a tool is shown and reached.
    ///
    /// @param id  names its texts: `tool.ID` is its name, `tool.ID.help` the line at the foot of the stage while it is
    ///     active
    /// @param key a single key, free in the key list
    record Face(String id, Ikon icon, KeyCode key) {
        public String textKey() {
            return "tool." + id;
        }

        public String helpKey() {
            return textKey() + ".help";
        }
    }

    Face face();

    default Cursor cursor() {
        return Cursor.CROSSHAIR;
    }

    /// It has become the active tool, or is no longer.
    default void active(boolean now) {}

    /// The button goes down.
    ///
    /// @return whether the stroke that begins here belongs to the tool; if not, it pans the image
    default boolean press(StagePointer at) {
        return false;
    }

    /// The stroke goes on.
    default void drag(StagePointer at) {}

    /// The stroke ends.
    default void release(StagePointer at) {}

    /// A click without a stroke.
    ///
    /// @return whether the tool has used it; if not, it selects, and a double click fits the image
    default boolean click(StagePointer at) {
        return false;
    }

    /// The pointer moves, no button down.
    default void move(StagePointer at) {}

    /// The pointer has left the stage.
    default void leave() {}

    /// Whether the joint under the pointer is described; a brush would hide behind it.
    default boolean describes() {
        return true;
    }

    /// Whether a joint's tip tells more than its name: a larger tip would cover what the tool draws there.
    default boolean details() {
        return true;
    }

    /// What the tool draws over the stage, in its coordinates, such as a rubber band or the outline of a brush; asked
    /// once. It receives no events.
    default @Nullable Node marks() {
        return null;
    }
}
