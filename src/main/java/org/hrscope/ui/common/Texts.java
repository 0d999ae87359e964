package org.hrscope.ui.common;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// The window's texts in the chosen language; bound texts follow a change. FX thread.
public final class Texts {
    /// The available languages, each listed under its own name.
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private static final String BUNDLE = "org.hrscope.text.window";

    private final ObjectProperty<Locale> language = new SimpleObjectProperty<>(Locale.ENGLISH);

    public ObjectProperty<Locale> languageProperty() {
        return language;
    }

    public Locale language() {
        return language.get();
    }

    /// The available language nearest to `wanted`.
    public static Locale nearest(Locale wanted) {
        return wanted.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    /// The text of this key.
    ///
    /// @throws java.util.MissingResourceException if no language has the key
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

    /// Numbers as both languages write them, whatever the system's own way.
    public static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /// The key of a constant's text: `decoder.` and `UDP` make `decoder.udp`.
    public static String key(String prefix, Enum<?> constant) {
        return prefix + constant.name().toLowerCase(Locale.ROOT);
    }

    /// The text of this key, following the language.
    public StringBinding of(String key) {
        return of(() -> get(key));
    }

    /// The text of this key with these values, following the language and those that can change.
    public StringBinding of(String key, Object... values) {
        return of(
                () -> get(key, Arrays.stream(values).map(Texts::now).toArray()),
                Arrays.stream(values)
                        .filter(Observable.class::isInstance)
                        .toArray(Observable[]::new));
    }

    private static Object now(Object value) {
        return value instanceof ObservableValue<?> changing ? changing.getValue() : value;
    }

    /// The text of whichever constant it is now; see [#key].
    public StringBinding ofConstant(String prefix, ObservableValue<? extends Enum<?>> constant) {
        return of(() -> get(key(prefix, constant.getValue())), constant);
    }

    /// Words that depend on the language, and on these values too.
    public StringBinding of(Callable<String> words, Observable... values) {
        Observable[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = language;
        return Bindings.createStringBinding(words, all);
    }
}
