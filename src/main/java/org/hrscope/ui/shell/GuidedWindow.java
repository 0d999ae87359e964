package org.hrscope.ui.shell;

import org.hrscope.ui.inspector.InspectorViewModel;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.network.NetworkDock;
import org.hrscope.ui.network.NetworkViewModel;
import org.hrscope.ui.opening.Opener;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.stage.LayersViewModel;

/// The parts of the window a lesson may drive.
record GuidedWindow(
        LiveViewModel live,
        LayersViewModel layers,
        JointsViewModel joints,
        NetworkViewModel network,
        InspectorViewModel inspector,
        NetworkDock dock,
        Opener opener) {}
