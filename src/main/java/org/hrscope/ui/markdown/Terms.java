package org.hrscope.ui.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hrscope.ui.common.Texts;

/// The short definitions that links like `term:stride` open, in the window's language. All are in
/// `text/terms/LANGUAGE/terms.md`, each under a heading `# stride | Stride`. FX thread.
public final class Terms {
    /// Prefix of links to terms.
    public static final String LINK = "term:";

    private final Articles articles;

    /// @param text Markdown
    public record Term(String title, String text) {}

    public Terms(Texts texts) {
        articles = new Articles("terms", texts);
    }

    /// @param link `term:stride`
    public Optional<Term> find(String link) {
        if (!link.startsWith(LINK)) return Optional.empty();
        return Optional.ofNullable(all().get(link.substring(LINK.length())));
    }

    /// By link name, in file order.
    Map<String, Term> all() {
        Map<String, Term> terms = new LinkedHashMap<>();
        for (String part : articles.get("terms", Map.of()).split("(?m)^# ")) {
            int bar = part.indexOf('|');
            int end = part.indexOf('\n');
            if (bar < 0 || end < bar) continue;
            String title = part.substring(bar + 1, end).strip();
            terms.put(part.substring(0, bar).strip(), new Term(title, part.substring(end).strip()));
        }
        return terms;
    }
}
