package org.hrscope.ui.shell;

import javafx.beans.value.ObservableValue;
import org.hrscope.ui.joints.JointColours;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.lab.Lab;
import org.hrscope.ui.network.NetworkViewModel;
import org.hrscope.ui.opening.LargerNetworkOffer;
import org.hrscope.ui.opening.Opener;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.LayersViewModel;

/// The view models, shared by all panels. FX thread.
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
        NetworkViewModel network,
        Lab lab,
        LargerNetworkOffer offer) {

    /// @param offered whether a larger network was offered in an earlier session
    static ViewModels of(
            LiveViewModel live, Opener opener, LayersViewModel layers, Lab lab, boolean offered) {
        live.modelFileProperty().addListener((property, before, now) -> lab.use(now));
        Selection selection = new Selection();
        JointsViewModel joints = new JointsViewModel(selection);
        return new ViewModels(
                selection,
                live,
                opener,
                layers,
                joints,
                layers.colours(joints.skeletonProperty(), selection.personProperty()),
                new NetworkViewModel(selection, lab),
                lab,
                new LargerNetworkOffer(offered));
    }
}
