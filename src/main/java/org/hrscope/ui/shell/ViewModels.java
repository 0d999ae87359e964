package org.hrscope.ui.shell;

import javafx.beans.value.ObservableValue;
import org.hrscope.ui.joints.JointColours;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.network.NetworkViewModel;
import org.hrscope.ui.opening.Opener;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.LayersViewModel;

/// What the window shows and changes, without a scene; every panel sees the same ones. FX thread.
///
/// @param colours those of the selected person's joints
/// @param opener  opens networks and sources in the background
record ViewModels(
        Selection selection,
        LiveViewModel live,
        Opener opener,
        LayersViewModel layers,
        JointsViewModel joints,
        ObservableValue<JointColours> colours,
        NetworkViewModel network) {

    ViewModels(LiveViewModel live, Opener opener, LayersViewModel layers) {
        this(live, opener, layers, new Selection());
    }

    private ViewModels(
            LiveViewModel live, Opener opener, LayersViewModel layers, Selection selection) {
        this(live, opener, layers, selection, new JointsViewModel(selection));
    }

    private ViewModels(
            LiveViewModel live,
            Opener opener,
            LayersViewModel layers,
            Selection selection,
            JointsViewModel joints) {
        this(
                selection,
                live,
                opener,
                layers,
                joints,
                layers.colours(joints.skeletonProperty(), selection.personProperty()),
                new NetworkViewModel(selection));
    }
}
