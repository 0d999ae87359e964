package org.hrscope.ui.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrscope.ui.markdown.Articles;

/// A piece of PyTorch code from the resources as a Markdown block. A line ending in `#? up` is shown only if `up` is
/// among the flags; one ending in `#@` or `#@ up` is highlighted always or with that flag.
final class Snippet {
    private static final Pattern MARKS =
            Pattern.compile("^(.*?)\\s*(?:#\\?\\s*(\\w+))?\\s*(#@\\s*(\\w+)?)?\\s*$");

    private Snippet() {}

    /// @throws IllegalArgumentException if a placeholder has no value
    static String of(String name, Set<String> flags, Map<String, ?> places) {
        List<String> lines = new ArrayList<>();
        List<String> lit = new ArrayList<>();
        for (String line : read(name).lines().toList()) {
            Matcher marks = MARKS.matcher(line);
            if (!marks.matches()) throw new IllegalStateException(line);
            if (marks.group(2) != null && !flags.contains(marks.group(2))) continue;
            lines.add(Articles.fill(marks.group(1), places));
            boolean bright =
                    marks.group(3) != null
                            && (marks.group(4) == null || flags.contains(marks.group(4)));
            if (bright) lit.add(String.valueOf(lines.size()));
        }
        String info = lit.isEmpty() ? "python" : "python lit=" + String.join(",", lit);
        return lines.stream().collect(Collectors.joining("\n", "```" + info + "\n", "\n```\n"));
    }

    private static String read(String name) {
        try (InputStream in =
                Snippet.class.getResourceAsStream("/org/hrscope/code/" + name + ".py")) {
            if (in == null) throw new IllegalArgumentException("no code " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
