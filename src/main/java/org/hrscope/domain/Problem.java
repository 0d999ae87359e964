package org.hrscope.domain;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// Something the user can fix: a missing file, a disconnected camera, a model that is not a pose network.
///
/// The sentence names the file and says what to do; it lives in `problems*.properties`, one key each, in every
/// language of the window. [#getMessage()] is the English one, for logs and the command line.
public final class Problem extends Exception {
    private static final String BUNDLE = "org.hrscope.text.problems";

    private final String key;
    private final List<String> arguments;

    public Problem(String key, @Nullable Object... arguments) {
        this(null, key, arguments);
    }

    public Problem(@Nullable Throwable cause, String key, @Nullable Object... arguments) {
        super(sentence(key, Locale.ROOT, arguments), cause);
        this.key = key;
        this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
    }

    /// Key of the sentence, to tell problems apart.
    public String key() {
        return key;
    }

    /// What the sentence is about, as text.
    public List<String> arguments() {
        return arguments;
    }

    /// The sentence in the language of `locale`, or in English; where it quotes its cause, that too is translated.
    public String message(Locale locale) {
        Object[] texts = arguments.toArray();
        if (getCause() instanceof Problem why) {
            String english = why.getMessage();
            Arrays.setAll(texts, i -> texts[i].equals(english) ? why.message(locale) : texts[i]);
        }
        return sentence(key, locale, texts);
    }

    private static String sentence(String key, Locale locale, @Nullable Object... arguments) {
        ResourceBundle.Control english =
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES);
        String pattern = ResourceBundle.getBundle(BUNDLE, locale, english).getString(key);
        Object[] texts = Arrays.stream(arguments).map(String::valueOf).toArray();
        return new MessageFormat(pattern, Locale.ROOT).format(texts);
    }
}
