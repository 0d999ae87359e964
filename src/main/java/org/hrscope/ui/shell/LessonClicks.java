package org.hrscope.ui.shell;

import org.hrscope.ui.stage.StageTool;
import org.hrscope.ui.stage.StageTools;
import org.hrscope.ui.teach.GuidedClicks;

/// The clicks of a lesson, and the tool they are made with. FX thread.
///
/// @param tool the one of `tools` that clicks speak through
record LessonClicks(GuidedClicks guided, StageTools tools, StageTool tool) {}
