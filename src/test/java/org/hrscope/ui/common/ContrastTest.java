package org.hrscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Text can be read on its background in both themes: contrast as WCAG 2.2 defines it, from the colours of the style
/// sheet.
class ContrastTest {
    /// WCAG AA for text of any size.
    private static final double LEAST = 4.5;

    /// Text colour, and the backgrounds it is used on, the last of each laid over the others if it is translucent.
    private static final List<String[]> PAIRS =
            List.of(
                    new String[] {"text", "bg"},
                    new String[] {"text", "surface"},
                    new String[] {"text", "raised"},
                    new String[] {"text", "border"},
                    new String[] {"text", "stage"},
                    new String[] {"text", "surface", "accent-soft"},
                    new String[] {"text", "raised", "accent-soft"},
                    new String[] {"muted", "bg"},
                    new String[] {"muted", "surface"},
                    new String[] {"muted", "raised"},
                    new String[] {"muted", "stage"},
                    new String[] {"muted", "surface", "accent-soft"},
                    new String[] {"accent", "surface"},
                    new String[] {"accent", "raised"},
                    new String[] {"accent", "surface", "accent-soft"},
                    new String[] {"on-accent", "accent"},
                    new String[] {"warning", "surface"});

    private static Map<String, Color> colours(String selector) throws IOException {
        String sheet = Files.readString(Path.of("resources/org/hrscope/style/hrscope.css"));
        Matcher block =
                Pattern.compile("(?m)^" + Pattern.quote(selector) + " \\{([^}]*)}").matcher(sheet);
        Map<String, Color> colours = new HashMap<>();
        while (block.find()) {
            Matcher each = Pattern.compile("-hr-([\\w-]+): (#\\w+);").matcher(block.group(1));
            while (each.find()) colours.put(each.group(1), Color.web(each.group(2)));
        }
        return colours;
    }

    @ParameterizedTest
    @ValueSource(strings = {".themed", ".themed:dark"})
    void textsStandOut(String theme) throws IOException {
        Map<String, Color> colours = colours(theme);
        assertThat(colours).containsKeys("text", "muted", "accent", "surface");
        List<String> pale = new ArrayList<>();
        for (String[] pair : PAIRS) {
            Color below = colours.get(pair[1]);
            for (int i = 2; i < pair.length; i++) below = over(colours.get(pair[i]), below);
            double contrast = contrast(colours.get(pair[0]), below);
            if (contrast < LEAST) pale.add(String.join(" on ", pair) + ": " + contrast);
        }
        assertThat(pale).isEmpty();
    }

    /// Rules that name both colours themselves. What shows through a translucent one may be black or white.
    @ParameterizedTest
    @ValueSource(strings = {".themed", ".themed:dark"})
    void everyRuleWithItsOwnTwoColoursCanBeRead(String theme) throws IOException {
        Map<String, Color> colours = colours(theme);
        String sheet = Files.readString(Path.of("resources/org/hrscope/style/hrscope.css"));
        Matcher rule = Pattern.compile("([^{}]+)\\{([^}]*)}").matcher(sheet);
        List<String> pale = new ArrayList<>();
        int read = 0;
        while (rule.find()) {
            Color text = colour("-fx-text-fill", rule.group(2), colours);
            Color back = colour("-fx-background-color", rule.group(2), colours);
            if (text == null || back == null) continue;
            read++;
            for (Color below : List.of(Color.BLACK, Color.WHITE)) {
                if (back.getOpacity() < 0.5) continue;
                double contrast = contrast(text, over(back, below));
                if (contrast < LEAST) pale.add(rule.group(1).strip() + ": " + contrast);
            }
        }
        assertThat(read).isGreaterThan(8);
        assertThat(pale).isEmpty();
    }

    private static @Nullable Color colour(
            String property, String rule, Map<String, Color> colours) {
        Matcher value =
                Pattern.compile("(?:^|[ ;])" + property + ": (?:-hr-([\\w-]+)|(#\\w+));")
                        .matcher(rule);
        if (!value.find()) return null;
        return value.group(2) == null ? colours.get(value.group(1)) : Color.web(value.group(2));
    }

    /// Black on white is 21, a colour on itself 1.
    private static double contrast(Color a, Color b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color of) {
        return 0.2126 * linear(of.getRed())
                + 0.7152 * linear(of.getGreen())
                + 0.0722 * linear(of.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Color over(Color top, Color below) {
        double share = top.getOpacity();
        return new Color(
                share * top.getRed() + (1 - share) * below.getRed(),
                share * top.getGreen() + (1 - share) * below.getGreen(),
                share * top.getBlue() + (1 - share) * below.getBlue(),
                1);
    }
}
