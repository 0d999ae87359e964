package org.hrscope.ui.markdown;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hrscope.ui.common.Amount;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// The Markdown files of one folder of `org/hrscope/text`, in the window's language: `FOLDER/en/NAME.md` and
/// `FOLDER/zh_CN/NAME.md`. Placeholders are written `{name}`. FX thread.
///
/// @param folder `explain`, `lessons`
public record Articles(String folder, Texts texts) {
    /// Not after `_` and `^`, where braces group.
    private static final Pattern PLACE = Pattern.compile("(?<![_^])\\{([a-z][A-Za-z0-9]*)}");

    /// The article in the current language with its placeholders filled in; in English if there is no translation.
    ///
    /// @throws MissingResourceException if there is no such article
    /// @throws IllegalArgumentException if a placeholder has no value
    public String get(String name, Map<String, ?> values) {
        String text = null;
        if (!texts.language().equals(Locale.ENGLISH)) text = read(texts.language() + "/" + name);
        if (text == null) text = read("en/" + name);
        if (text == null) {
            throw new MissingResourceException("no article " + folder + "/" + name, folder, name);
        }
        return fill(text, values, texts.language());
    }

    /// @throws IllegalArgumentException if a placeholder has no value
    public static String fill(String text, Map<String, ?> values) {
        return fill(text, values, Locale.ENGLISH);
    }

    private static String fill(String text, Map<String, ?> values, Locale language) {
        return PLACE.matcher(text)
                .replaceAll(place ->
                        java.util.regex.Matcher.quoteReplacement(value(place, values, language)));
    }

    private static String value(MatchResult place, Map<String, ?> values, Locale language) {
        return switch (values.get(place.group(1))) {
            case null -> throw new IllegalArgumentException("no value for " + place.group());
            case Amount amount -> amount.in(language);
            case Object value -> value.toString();
        };
    }

    private @Nullable String read(String path) {
        String resource = "/org/hrscope/text/" + folder + "/" + path + ".md";
        try (InputStream in = Articles.class.getResourceAsStream(resource)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
