package org.hrscope.ui.lessons;

import java.util.ArrayList;
import java.util.List;

/// A parsed lesson: each `## ` is a step, the last one the question. In the question, lines `- [ ] ` and `- [x] ` are
/// choices, the latter the right one; the text below the first `### ` is the hint after a wrong answer, below the
/// second the explanation of the right one. Immutable; the parts remain Markdown.
///
/// @param options empty if numbers are asked for
/// @param right   the index of the right option, -1 without options
public record LessonText(
        List<Section> steps, List<String> options, int right, Section hint, Section why) {

    /// @param body without its heading
    public record Section(String heading, String body) {}

    public LessonText {
        steps = List.copyOf(steps);
        options = List.copyOf(options);
    }

    /// @throws IllegalArgumentException if a part is missing
    static LessonText parse(String article) {
        List<Section> parts = split(article, "\n## ");
        List<Section> question = split("\n" + parts.getLast().body, "\n### ");
        if (parts.size() < 2 || question.size() != 3) {
            throw new IllegalArgumentException("not a lesson: " + parts.getFirst().body);
        }
        List<String> options = new ArrayList<>();
        StringBuilder asked = new StringBuilder();
        int right = -1;
        for (String line : question.getFirst().body.split("\n", -1)) {
            if (line.startsWith("- [x] ")) right = options.size();
            if (line.startsWith("- [x] ") || line.startsWith("- [ ] ")) {
                options.add(line.substring(6).strip());
            } else {
                asked.append(line).append("\n");
            }
        }
        List<Section> steps = new ArrayList<>(parts.subList(1, parts.size() - 1));
        steps.add(new Section(parts.getLast().heading, asked.toString().strip()));
        return new LessonText(steps, options, right, question.get(1), question.get(2));
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
