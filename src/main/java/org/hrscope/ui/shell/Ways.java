package org.hrscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hrscope.capture.CameraInfo;
import org.hrscope.ui.opening.LargerNetworkOffer;

/// What the main window needs from outside.
///
/// @param cameras  may take a second; called off the FX thread
/// @param pictures where images of the stage are saved
/// @param networks where imported networks are kept
/// @param actions  where the user's own actions are kept
/// @param offer    of a larger network
/// @param quit     closes all windows
record Ways(
        Callable<List<CameraInfo>> cameras,
        Path pictures,
        Path networks,
        Path actions,
        LargerNetworkOffer offer,
        Runnable library,
        Runnable playground,
        Runnable quit) {}
