package org.hrscope.ui.common;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The window's words in the chosen language; what is bound to them changes with it. FX thread.
public final class Texts {
    /// The languages there are, each under its own name.
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private static final String BUNDLE = "org.hrscope.text.window";

    private final ObjectProperty<Locale> language = new SimpleObjectProperty<>(Locale.ENGLISH);

    public ObjectProperty<Locale> languageProperty() {
        return language;
    }

    public Locale language() {
        return language.get();
    }

    /// The language of ours that is nearest to `wanted`.
    public static Locale nearest(Locale wanted) {
        return wanted.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    /// The text of this key now.
    ///
    /// @throws java.util.MissingResourceException where no language has the key
    public String get(String key, Object... arguments) {
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES);
        Locale locale = language.get().equals(Locale.ENGLISH) ? Locale.ROOT : language.get();
        String pattern = ResourceBundle.getBundle(BUNDLE, locale, exact).getString(key);
        return arguments.length == 0
                ? pattern
                : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    /// The text of this key, now and whenever the language changes.
    public StringBinding of(String key) {
        return Bindings.createStringBinding(() -> get(key), language);
    }
}
