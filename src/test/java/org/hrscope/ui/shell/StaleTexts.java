package org.hrscope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.text.Text;
import org.hrscope.ui.common.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// Texts, tips and names for a screen reader that have kept their language when the window's changed. FX thread.
final class StaleTexts {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /// A single word in lower case may be an argument in code, a short one a term in both.
    private static final int LEAST = 6;

    /// All that the window says in English and not in Chinese.
    private static final Pattern ENGLISH =
            Pattern.compile(
                    Stream.of("window", "problems")
                            .flatMap(StaleTexts::english)
                            .collect(Collectors.joining("|")),
                    Pattern.DOTALL);

    private StaleTexts() {}

    private static Stream<String> english(String name) {
        String bundle = "org.hrscope.text." + name;
        ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ROOT);
        ResourceBundle chinese = ResourceBundle.getBundle(bundle, Locale.SIMPLIFIED_CHINESE);
        return english.keySet().stream()
                .filter(key -> HAN.matcher(chinese.getString(key)).find())
                .map(english::getString)
                .filter(text -> !text.matches("[a-z]+"))
                .filter(text -> text.replaceAll("\\{[^}]*}|[^A-Za-z]", "").length() >= LEAST)
                .map(StaleTexts::matching);
    }

    /// With anything in the places of its values.
    private static String matching(String text) {
        if (!text.contains("{")) return Pattern.quote(text);
        return Stream.of(text.replace("''", "'").split("\\{[^}]*}", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
    }

    /// @param language of the window
    static List<String> in(Parent root, Locale language) {
        List<String> found = new ArrayList<>();
        walk(root, language.equals(Locale.ENGLISH), found);
        return found;
    }

    private static void walk(Node node, boolean english, List<String> found) {
        if (!node.isVisible()) return;
        check(node.getAccessibleText(), english, found);
        if (node instanceof Control control && control.getTooltip() != null)
            check(control.getTooltip().getText(), english, found);
        if (node instanceof Text text && !(text instanceof FontIcon))
            check(text.getText(), english, found);
        if (node instanceof Parent parent)
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, english, found));
    }

    private static void check(String text, boolean english, List<String> found) {
        if (text == null || isALanguage(text)) return;
        boolean stale = english ? HAN.matcher(text).find() : ENGLISH.matcher(text).matches();
        if (stale) found.add("in the other language: " + text);
    }

    /// Each stands under its own name.
    private static boolean isALanguage(String text) {
        return Texts.LANGUAGES.stream()
                .anyMatch(each -> each.getDisplayLanguage(each).equalsIgnoreCase(text));
    }
}
