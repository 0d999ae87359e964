package org.hrscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every text exists in every language with the same placeholders, and is used.
class TextsTest {
    private static final Path TEXTS = Path.of("resources/org/hrscope/text");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static Properties load(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) places.add(matcher.group());
        return places;
    }

    @ParameterizedTest
    @ValueSource(strings = {"window", "problems"})
    void bothLanguagesHaveTheSameKeysAndPlaces(String bundle) throws IOException {
        Properties english = load(bundle + ".properties");
        Properties chinese = load(bundle + "_zh_CN.properties");
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(chinese.getProperty(key)))
                    .as(key)
                    .isEqualTo(places(english.getProperty(key)));
            assertThat(chinese.getProperty(key).isBlank())
                    .as(key)
                    .isEqualTo(english.getProperty(key).isBlank());
        }
    }

    /// `MessageFormat` halves apostrophes and swallows single ones; a text without placeholders is shown as it stands.
    @ParameterizedTest
    @ValueSource(strings = {"window.properties", "window_zh_CN.properties"})
    void apostrophesAreDoubledOnlyWhereTheTextIsFormatted(String file) throws IOException {
        load(file)
                .forEach((key, value) -> {
                    String text = (String) value;
                    boolean formatted = text.matches("(?s).*\\{\\d.*");
                    String wrong = formatted ? "(?<!')'(?!')" : "''";
                    assertThat(Pattern.compile(wrong).matcher(text).find())
                            .as(key + "=" + text)
                            .isFalse();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"window", "problems"})
    void noKeyStandsTwice(String bundle) throws IOException {
        for (String file : List.of(bundle + ".properties", bundle + "_zh_CN.properties")) {
            List<String> keys =
                    Files.readAllLines(TEXTS.resolve(file)).stream()
                            .filter(line -> line.matches("[^#\\s][^=]*=.*"))
                            .map(line -> line.substring(0, line.indexOf('=')).strip())
                            .toList();
            assertThat(keys).as(file).doesNotHaveDuplicates();
        }
    }

    /// A key counts as used if it occurs in the code literally, or as a prefix to which the rest is appended.
    @ParameterizedTest
    @ValueSource(strings = {"window", "problems"})
    void everyKeyIsUsed(String bundle) throws IOException {
        Set<String> literals = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher =
                        Pattern.compile("\"([a-z][A-Za-z_.-]*)\"").matcher(Files.readString(file));
                while (matcher.find()) literals.add(matcher.group(1));
            }
        }
        for (String key : load(bundle + ".properties").stringPropertyNames()) {
            boolean used = literals.contains(key);
            for (int dot = key.indexOf('.'); dot > 0 && !used; dot = key.indexOf('.', dot + 1)) {
                used = literals.contains(key.substring(0, dot + 1));
            }
            assertThat(used).as(key + " is used by nobody").isTrue();
        }
    }

    @org.junit.jupiter.api.Test
    void everyDecoderHasAName() throws IOException {
        for (Decoder decoder : Decoder.values()) {
            assertThat(load("window.properties")).containsKey("decoder." + decoder.id());
        }
    }

    @org.junit.jupiter.api.Test
    void aProblemSpeaksBothLanguages() {
        Problem problem = new Problem("file.missing", "a.png");
        assertThat(problem).hasMessage("There is no file a.png. Check the name and the folder.");
        assertThat(problem.message(Locale.SIMPLIFIED_CHINESE)).contains("a.png").contains("找不到");
        assertThat(problem.message(Locale.FRENCH)).isEqualTo(problem.getMessage());
    }
}
