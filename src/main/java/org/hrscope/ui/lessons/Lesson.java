package org.hrscope.ui.lessons;

import java.util.List;

/// One lesson on the present network. Its words are in the article of its name.
///
/// @param possible whether the network is of the kind it is about; without, it has no steps
/// @param steps    what each asks of the window; the last is the question
/// @param answer   the numbers the question asks for; empty where its article offers a choice
public record Lesson(String name, boolean possible, List<List<Wish>> steps, List<Integer> answer) {

    public Lesson {
        steps = List.copyOf(steps);
        answer = List.copyOf(answer);
    }

    int questionStep() {
        return steps.size() - 1;
    }
}
