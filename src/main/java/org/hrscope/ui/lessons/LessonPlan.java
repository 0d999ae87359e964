package org.hrscope.ui.lessons;

import java.util.List;

/// What a lesson asks of the window, and its right answer.
///
/// @param shown once the answer has been given
record LessonPlan(List<Integer> answer, List<List<Wish>> steps, List<Wish> shown) {
    @SafeVarargs
    @SuppressWarnings("varargs") // handed on, never written to
    static LessonPlan of(List<Integer> answer, List<Wish>... steps) {
        return new LessonPlan(answer, List.of(steps), List.of());
    }

    /// Keeps the answer hidden until it has been given.
    LessonPlan thenShow(Wish... wishes) {
        return new LessonPlan(answer, steps, List.of(wishes));
    }
}
