package org.hrscope.ui.joints;

import java.util.BitSet;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Skeleton;

/// Which joints are visible, which is selected, and their current scores. FX thread.
public final class JointsViewModel {
    public static final int NONE = -1;

    private final ReadOnlyObjectWrapper<Skeleton> skeleton =
            new ReadOnlyObjectWrapper<>(Skeleton.numbered(0));
    private final ReadOnlyObjectWrapper<List<Keypoint>> keypoints =
            new ReadOnlyObjectWrapper<>(List.of());
    private final IntegerProperty selected = new SimpleIntegerProperty(NONE);
    private final ReadOnlyIntegerWrapper solo = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private BitSet switchedOn = new BitSet();

    public ReadOnlyObjectProperty<Skeleton> skeletonProperty() {
        return skeleton.getReadOnlyProperty();
    }

    /// The joints of the frame shown, in image pixels.
    public ReadOnlyObjectProperty<List<Keypoint>> keypointsProperty() {
        return keypoints.getReadOnlyProperty();
    }

    public IntegerProperty selectedProperty() {
        return selected;
    }

    /// The joint shown alone, or [#NONE].
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
            selected.set(NONE);
            solo.set(NONE);
            skeleton.set(newest);
            changes.set(changes.get() + 1);
        }
        keypoints.set(found);
    }

    /// The visible joints: the solo one, else those switched on. Read-only.
    public BitSet seen() {
        if (solo.get() == NONE) return switchedOn;
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
        solo.set(solo.get() == joint ? NONE : joint);
        if (solo.get() != NONE) selected.set(joint);
        changes.set(changes.get() + 1);
    }

    /// Shows only this joint, or all for [#NONE]; the selection is unchanged.
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
        if (next != NONE) selected.set(next);
        changes.set(changes.get() + 1);
    }
}
