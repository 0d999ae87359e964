package org.hrscope.ui.explain;

import java.util.ArrayList;
import java.util.List;

/// The tab's content for one node as Markdown to copy, without links, which would lead nowhere outside.
final class PageText {
    private PageText() {}

    static String of(Explanation explanation, StepText steps) {
        List<String> parts = new ArrayList<>();
        parts.add("# " + explanation.name());
        parts.add(explanation.shapes());
        parts.add(explanation.article());
        for (Computation step : explanation.steps()) parts.add(steps.of(step, false));
        parts.add(explanation.rounding());
        parts.add(explanation.code());
        parts.removeIf(String::isBlank);
        return withoutLinks(String.join("\n\n", parts)).strip() + "\n";
    }

    /// Keeps the text of links only.
    static String withoutLinks(String markdown) {
        return markdown.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1");
    }
}
