package org.hrscope.ui.joints;

import java.util.BitSet;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Skeleton;
import org.hrscope.ui.selection.Selection;

/// Which joints are visible, and their current scores. FX thread.
public final class JointsViewModel {
    private final ReadOnlyObjectWrapper<Skeleton> skeleton =
            new ReadOnlyObjectWrapper<>(Skeleton.numbered(0));
    private final ReadOnlyObjectWrapper<List<Keypoint>> keypoints =
            new ReadOnlyObjectWrapper<>(List.of());
    private final Selection selection;
    private final ReadOnlyIntegerWrapper solo = new ReadOnlyIntegerWrapper(Selection.NONE);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private BitSet switchedOn = new BitSet();

    public JointsViewModel(Selection selection) {
        this.selection = selection;
    }

    public ReadOnlyObjectProperty<Skeleton> skeletonProperty() {
        return skeleton.getReadOnlyProperty();
    }

    /// The joints of the frame shown, in image pixels.
    public ReadOnlyObjectProperty<List<Keypoint>> keypointsProperty() {
        return keypoints.getReadOnlyProperty();
    }

    /// The joint shown alone, or [Selection#NONE].
    public ReadOnlyIntegerProperty soloProperty() {
        return solo.getReadOnlyProperty();
    }

    /// Increments whenever the set of visible joints changes.
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /// A new frame; a new skeleton makes all its joints visible.
    public void show(Skeleton newest, List<Keypoint> found) {
        if (!newest.equals(skeleton.get())) {
            switchedOn = new BitSet();
            switchedOn.set(0, newest.size());
            // First: whoever follows the joint must know that nobody put it away.
            skeleton.set(newest);
            selection.jointProperty().set(Selection.NONE);
            solo.set(Selection.NONE);
            changes.set(changes.get() + 1);
        }
        keypoints.set(found);
    }

    /// The visible joints: the solo one, else those switched on. Read-only.
    public BitSet seen() {
        if (solo.get() == Selection.NONE) return switchedOn;
        BitSet one = new BitSet();
        one.set(solo.get());
        return one;
    }

    public boolean on(int joint) {
        return switchedOn.get(joint);
    }

    public void switchOn(int joint, boolean on) {
        if (switchedOn.get(joint) == on) return;
        switchedOn.set(joint, on);
        changes.set(changes.get() + 1);
    }

    public void switchAll(boolean on) {
        switchedOn.set(0, skeleton.get().size(), on);
        changes.set(changes.get() + 1);
    }

    /// Toggles solo for this joint.
    public void toggleSolo(int joint) {
        solo.set(solo.get() == joint ? Selection.NONE : joint);
        if (solo.get() != Selection.NONE) selection.jointProperty().set(joint);
        changes.set(changes.get() + 1);
    }

    /// Shows only this joint, or all for [Selection#NONE]; the selection is unchanged.
    public void solo(int joint) {
        solo.set(joint);
        changes.set(changes.get() + 1);
    }

    /// Cycles solo through the joints: none, first, ... last, none.
    public void stepSolo(int by) {
        int count = skeleton.get().size();
        if (count == 0) return;
        int next = Math.floorMod(solo.get() + 1 + by, count + 1) - 1;
        solo.set(next);
        if (next != Selection.NONE) selection.jointProperty().set(next);
        changes.set(changes.get() + 1);
    }
}
