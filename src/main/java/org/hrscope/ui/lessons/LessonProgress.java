package org.hrscope.ui.lessons;

import java.util.List;
import java.util.Map;

/// How far somebody has come, kept between sessions. Immutable.
///
/// @param finished names of the lessons whose question was answered
/// @param reached  by name, how many steps were seen of others
public record LessonProgress(List<String> finished, Map<String, Integer> reached) {
    public static final LessonProgress NONE = new LessonProgress(List.of(), Map.of());

    public LessonProgress {
        finished = List.copyOf(finished);
        reached = Map.copyOf(reached);
    }
}
