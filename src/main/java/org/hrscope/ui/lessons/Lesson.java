package org.hrscope.ui.lessons;

import java.util.List;

/// One lesson on the present network. Its words are in the article of its name.
///
/// @param possible whether the network is of the kind it is about; without, it has no steps
/// @param steps    what each asks of the window; the last is the question
/// @param answer   the numbers the question asks for; empty where its article offers a choice
/// @param shown    what the window shows once the answer is right, where the question must not show it; else empty
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
