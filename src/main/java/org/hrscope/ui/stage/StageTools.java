package org.hrscope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// The tools of the stage, one of them active. FX thread.
public final class StageTools {
    private final List<StageTool> all = new ArrayList<>();
    private final StageTool first;
    private final StageTool shifted;
    private final ReadOnlyObjectWrapper<StageTool> active;

    /// @param first   active at the start, and again after Escape
    /// @param shifted lent for a stroke with Shift, whatever is active
    public StageTools(StageTool first, StageTool shifted, StageTool... others) {
        this.first = first;
        this.shifted = shifted;
        all.add(first);
        all.add(shifted);
        all.addAll(List.of(others));
        active = new ReadOnlyObjectWrapper<>(first);
    }

    public List<StageTool> all() {
        return List.copyOf(all);
    }

    public ReadOnlyObjectProperty<StageTool> activeProperty() {
        return active.getReadOnlyProperty();
    }

    public StageTool active() {
        return active.get();
    }

    /// Whether the pointer selects and pans.
    public boolean atRest() {
        return active.get() == first;
    }

    public void choose(StageTool tool) {
        StageTool before = active.get();
        if (before == tool) return;
        before.leave();
        before.active(false);
        active.set(tool);
        tool.active(true);
    }

    /// @return whether another tool than the first was active
    public boolean putDown() {
        if (atRest()) return false;
        choose(first);
        return true;
    }

    /// The tool for a stroke that begins with this event.
    StageTool forStroke(MouseEvent event) {
        boolean lent = event.getButton() == MouseButton.PRIMARY && event.isShiftDown();
        return lent ? shifted : active.get();
    }
}
