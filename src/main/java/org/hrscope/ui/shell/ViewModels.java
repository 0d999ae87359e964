package org.hrscope.ui.shell;

import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.lab.Lab;
import org.hrscope.ui.network.NetworkViewModel;
import org.hrscope.ui.opening.Opener;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.LayersViewModel;

/// What the parts of the window share. What only one part needs, that part creates. FX thread.
///
/// @param live   the running source and network
/// @param opener opens networks and sources in the background
record ViewModels(
        Selection selection,
        LiveViewModel live,
        Opener opener,
        Look look,
        NetworkViewModel network,
        Lab lab) {

    static ViewModels of(LiveViewModel live, Opener opener, LayersViewModel layers, Lab lab) {
        live.modelFileProperty().subscribe((_, now) -> lab.use(now));
        Selection selection = new Selection();
        return new ViewModels(
                selection,
                live,
                opener,
                new Look(layers, new JointsViewModel(selection)),
                new NetworkViewModel(selection, lab),
                lab);
    }
}
