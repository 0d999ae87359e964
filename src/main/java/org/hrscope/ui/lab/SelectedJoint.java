package org.hrscope.ui.lab;

import org.hrscope.domain.Skeleton;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;

/// The selected joint, and all joints by name. FX thread.
public record SelectedJoint(Selection selection, JointsViewModel joints, Texts texts) {

    /// [Selection#NONE] if none is selected.
    int index() {
        int joint = selection.jointProperty().get();
        return joint < joints.skeletonProperty().get().size() ? joint : Selection.NONE;
    }

    /// Empty if none is selected.
    String name() {
        return name(index());
    }

    String name(int joint) {
        Skeleton skeleton = joints.skeletonProperty().get();
        return joint >= 0 && joint < skeleton.size()
                ? new JointNames(texts).of(skeleton.joints().get(joint))
                : "";
    }
}
