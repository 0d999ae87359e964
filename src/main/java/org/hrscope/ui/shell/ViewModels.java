package org.hrscope.ui.shell;

import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.network.NetworkViewModel;
import org.hrscope.ui.opening.Opener;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.LayersViewModel;

/// What the window shows and changes, without a scene; every panel sees the same ones. FX thread.
///
/// @param opener opens networks and sources in the background
record ViewModels(
        Selection selection,
        LiveViewModel live,
        Opener opener,
        LayersViewModel layers,
        JointsViewModel joints,
        NetworkViewModel network) {

    ViewModels(LiveViewModel live, Opener opener, LayersViewModel layers) {
        this(new Selection(), live, opener, layers);
    }

    private ViewModels(
            Selection selection, LiveViewModel live, Opener opener, LayersViewModel layers) {
        this(
                selection,
                live,
                opener,
                layers,
                new JointsViewModel(selection),
                new NetworkViewModel(selection));
    }
}
