package org.hrscope.ui.shell;

import javafx.beans.value.ObservableValue;
import org.hrscope.ui.joints.JointColours;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.LayersViewModel;

/// What is drawn of a pose: which layers, which joints, in which colours. FX thread.
record Look(LayersViewModel layers, JointsViewModel joints) {

    /// Those of the selected person's joints, following every change.
    ObservableValue<JointColours> colours(Selection selection) {
        return layers.colours(joints.skeletonProperty(), selection.personProperty());
    }
}
