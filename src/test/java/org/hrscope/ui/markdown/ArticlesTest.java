package org.hrscope.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hrscope.ui.common.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every article exists in both languages, with the same places and links, and its formulas can be read.
class ArticlesTest {
    private static final Path TEXTS = Path.of("resources/org/hrscope/text");
    private static final Pattern PLACE = Pattern.compile("(?<![_^])\\{([a-z][A-Za-z0-9]*)}");
    private static final Pattern LINK = Pattern.compile("]\\((\\w+:[^)]*)\\)");
    private static final Pattern FORMULA =
            Pattern.compile("\\$([^$]+)\\$|```formula\n(.*?)```", Pattern.DOTALL);

    /// The folders that hold articles.
    static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(TEXTS)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Set<String> names = new TreeSet<>();
            files.filter(Files::isRegularFile)
                    .forEach(f -> names.add(folder.relativize(f).toString()));
            return names;
        }
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(m -> m.group(1)).sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void bothLanguagesHaveTheSameArticles(Path folder) throws IOException {
        assertThat(names(folder.resolve("en")))
                .isNotEmpty()
                .isEqualTo(names(folder.resolve("zh_CN")));
    }

    /// The numbers and the terms that the one language offers, the other offers too.
    @ParameterizedTest
    @MethodSource("folders")
    void bothLanguagesHaveTheSamePlacesAndLinks(Path folder) throws IOException {
        for (String name : names(folder.resolve("en"))) {
            String english = Files.readString(folder.resolve("en").resolve(name));
            String chinese = Files.readString(folder.resolve("zh_CN").resolve(name));
            assertThat(new TreeSet<>(all(PLACE, chinese)))
                    .as(name)
                    .isEqualTo(new TreeSet<>(all(PLACE, english)));
            assertThat(all(LINK, chinese)).as(name).isEqualTo(all(LINK, english));
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void formulasCanBeRead(Path folder) throws IOException {
        for (String name : names(folder)) {
            String text = PLACE.matcher(Files.readString(folder.resolve(name))).replaceAll("1");
            Matcher formula = FORMULA.matcher(text);
            while (formula.find()) {
                String source = formula.group(1) == null ? formula.group(2) : formula.group(1);
                source.lines()
                        .forEach(line ->
                                assertThat(Formula.parse(line).plain()).as(name).isNotBlank());
            }
        }
    }

    @Test
    void everyTermIsDefinedInBothLanguagesAndLinked() throws IOException {
        Texts texts = new Texts();
        Terms terms = new Terms(texts);
        Map<String, Terms.Term> english = terms.all();
        texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
        Map<String, Terms.Term> chinese = terms.all();
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(chinese.get("stride").title()).isEqualTo("步长（stride）");
        assertThat(english.values()).allSatisfy(term -> assertThat(term.text()).isNotBlank());
        Set<String> linked = new TreeSet<>();
        for (String name : names(TEXTS)) {
            for (String link : all(LINK, Files.readString(TEXTS.resolve(name)))) {
                if (link.startsWith(Terms.LINK) && !name.equals("README.md"))
                    linked.add(link.substring(Terms.LINK.length()));
            }
        }
        assertThat(linked).isEqualTo(new TreeSet<>(english.keySet()));
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> new Articles("explain", new Texts()).get("nobody", Map.of()))
                .isInstanceOf(MissingResourceException.class)
                .hasMessageContaining("explain/nobody");
    }
}
