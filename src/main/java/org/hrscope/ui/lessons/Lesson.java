package org.hrscope.ui.lessons;

import java.util.List;

/// One lesson for the current network. Its text is the article of its name.
///
/// @param possible whether the network is of the required kind; if not, there are no steps
/// @param steps    what each asks of the window; the last is the question
/// @param answer   the numbers asked for; empty if its article offers choices
/// @param shown    shown once the answer is right, if the question must hide it; else empty
public record Lesson(
        String name,
        boolean possible,
        List<List<Wish>> steps,
        List<Integer> answer,
        List<Wish> shown) {

    public Lesson {
        steps = List.copyOf(steps);
        shown = List.copyOf(shown);
        answer = List.copyOf(answer);
    }

    int questionStep() {
        return steps.size() - 1;
    }
}
