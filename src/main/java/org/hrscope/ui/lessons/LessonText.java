package org.hrscope.ui.lessons;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A parsed lesson: each `## ` is a step, the last one the question. Immutable; the parts remain Markdown.
public record LessonText(List<Step> steps) {

    /// A step. Lines `- [ ] ` and `- [x] ` in it are choices, the latter the right one; the text below its first `### `
    /// is the hint after a wrong answer, below the second the explanation of the right one. Both are null in a step
    /// that asks nothing.
    ///
    /// @param options empty if numbers are asked for, or choices that the program makes
    /// @param right   the index of the right option, -1 without options
    public record Step(
            String heading,
            String body,
            List<String> options,
            int right,
            @Nullable Section hint,
            @Nullable Section why) {
        public Step {
            options = List.copyOf(options);
        }

        boolean asks() {
            return why != null;
        }
    }

    /// @param body without its heading
    public record Section(String heading, String body) {}

    public LessonText {
        steps = List.copyOf(steps);
    }

    /// The question at the end.
    Step question() {
        return steps.getLast();
    }

    /// @throws IllegalArgumentException if a part is missing
    static LessonText parse(String article) {
        List<Section> parts = split(article, "\n## ");
        List<Step> steps = parts.stream().skip(1).map(LessonText::step).toList();
        if (steps.isEmpty() || !steps.getLast().asks()) {
            throw new IllegalArgumentException("not a lesson: " + parts.getFirst().body);
        }
        return new LessonText(steps);
    }

    private static Step step(Section part) {
        List<Section> replies = split("\n" + part.body, "\n### ");
        List<String> options = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        int right = -1;
        for (String line : replies.getFirst().body.split("\n", -1)) {
            if (line.startsWith("- [x] ")) right = options.size();
            if (line.startsWith("- [x] ") || line.startsWith("- [ ] ")) {
                options.add(line.substring(6).strip());
            } else {
                words.append(line).append("\n");
            }
        }
        boolean asks = replies.size() == 3;
        if (!asks && replies.size() > 1) {
            throw new IllegalArgumentException("not a hint and a reason: " + part.heading);
        }
        return new Step(
                part.heading,
                words.toString().strip(),
                options,
                right,
                asks ? replies.get(1) : null,
                asks ? replies.get(2) : null);
    }

    /// The first section has no heading: it is the text before the first mark.
    private static List<Section> split(String text, String mark) {
        List<Section> parts = new ArrayList<>();
        for (String part : text.split(mark, -1)) {
            int end = part.indexOf('\n');
            boolean first = parts.isEmpty();
            String heading = first ? "" : end < 0 ? part : part.substring(0, end);
            String body = first ? part : end < 0 ? "" : part.substring(end);
            parts.add(new Section(heading.strip(), body.strip()));
        }
        return parts;
    }
}
