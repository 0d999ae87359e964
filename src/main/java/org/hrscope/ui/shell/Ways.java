package org.hrscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hrscope.capture.CameraInfo;
import org.hrscope.ui.lessons.LessonProgress;

/// What the main window needs from outside, and what it remembers.
///
/// @param cameras  may take a second; called off the FX thread
/// @param pictures where images of the stage are saved
/// @param largerNetwork downloads and uses the recommended one
/// @param lessons  progress made in earlier sessions
record Ways(
        Callable<List<CameraInfo>> cameras,
        Path pictures,
        Runnable library,
        Runnable largerNetwork,
        Runnable playground,
        LessonProgress lessons) {}
