package org.hrscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The texts follow the glossary in `CONTRIBUTING.md`.
class GlossaryTest {
    private static final Path TEXTS = Path.of("resources/org/hrscope/text");

    /// Property files and article folders covered by the glossary.
    private static final List<String> PLACES =
            List.of("window", "problems", "lessons", "explain", "terms");

    /// Code, formulas, link targets, placeholders and term ids are not prose.
    private static final Pattern NO_WORDS =
            Pattern.compile("(?s)```.*?```|`[^`]*`|\\$[^$\n]*\\$|]\\([^)]*\\)|(?m)^# \\w+ \\|");

    private static final Pattern HALF_WIDTH =
            Pattern.compile(
                    "\\p{IsHan}[,;:!?.]|[,;:!?]\\p{IsHan}|\\p{IsHan} ?\\(|(?<!·)\\(\\p{IsHan}|……");

    private static List<Term> glossary = List.of();

    /// One row of the table.
    ///
    /// @param where places where both words must appear
    private record Term(
            String english,
            String chinese,
            List<String> where,
            List<Pattern> notEnglish,
            List<Pattern> notChinese) {
        static Term of(String row) {
            String[] cells = row.split("\\|", -1);
            return new Term(
                    cells[1].replaceAll("\\(.*\\)|,.*", "").strip(),
                    cells[2].strip(),
                    List.of(cells[3].strip().split(" ")),
                    patterns(cells[4], "(?i)\\b(?:", ")\\b"),
                    patterns(cells[5], "", ""));
        }

        private static List<Pattern> patterns(String cell, String before, String after) {
            return Pattern.compile("`([^`]+)`")
                    .matcher(cell)
                    .results()
                    .map(quoted -> Pattern.compile(before + quoted.group(1) + after))
                    .toList();
        }

        String word(Language language) {
            return language == Language.CHINESE ? chinese : english;
        }

        List<Pattern> not(Language language) {
            return language == Language.CHINESE ? notChinese : notEnglish;
        }
    }

    private enum Language {
        ENGLISH("en", ".properties"),
        CHINESE("zh_CN", "_zh_CN.properties");

        private final String folder;
        private final String ending;

        Language(String folder, String ending) {
            this.folder = folder;
            this.ending = ending;
        }

        /// The prose of one place, by text key or file name.
        Map<String, String> texts(String place) throws IOException {
            Map<String, String> texts = new TreeMap<>();
            Path bundle = TEXTS.resolve(place + ending);
            if (Files.exists(bundle)) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(bundle)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
            } else {
                try (Stream<Path> articles = Files.list(TEXTS.resolve(place).resolve(folder))) {
                    for (Path article : articles.toList()) {
                        texts.put(place + "/" + article.getFileName(), Files.readString(article));
                    }
                }
            }
            texts.replaceAll((name, text) -> NO_WORDS.matcher(text).replaceAll(" "));
            return texts;
        }
    }

    @BeforeAll
    static void readGlossary() throws IOException {
        String page = Files.readString(Path.of("CONTRIBUTING.md"));
        String words = page.substring(page.indexOf("\n## Words\n"));
        glossary =
                words.lines().filter(line -> line.startsWith("| ")).skip(1).map(Term::of).toList();
        assertThat(glossary).hasSizeGreaterThan(30);
    }

    private static List<String> offences(Language language, String text) {
        List<String> offences = new ArrayList<>();
        for (Term term : glossary) {
            for (Pattern not : term.not(language)) {
                not.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .forEach(found -> offences.add(found + " -> " + term.word(language)));
            }
        }
        return offences;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENGLISH", "CHINESE"})
    void noTextUsesAnotherWord(Language language) throws IOException {
        for (String place : PLACES) {
            language.texts(place)
                    .forEach((name, text) ->
                            assertThat(offences(language, text)).as(name).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENGLISH", "CHINESE"})
    void everyTermIsUsedWhereTheTableSays(Language language) throws IOException {
        for (Term term : glossary) {
            assertThat(PLACES).containsAll(term.where());
            for (String place : term.where()) {
                assertThat(String.join("\n", language.texts(place).values()))
                        .as(term.english() + " in " + place)
                        .containsIgnoringCase(term.word(language));
            }
        }
    }

    @Test
    void chinesePunctuationIsFullWidth() throws IOException {
        for (String place : PLACES) {
            Language.CHINESE
                    .texts(place)
                    .forEach((name, text) ->
                            assertThat(text).as(name).doesNotContainPattern(HALF_WIDTH));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, Open a picture, picture -> image",
        "ENGLISH, Up-sampling adds no detail, Up-sampling -> upsampling",
        "CHINESE, 显示全部关节, 关节 -> 关键点",
        "CHINESE, 从分支 2 来的路径, 路径 -> 通路",
    })
    void anotherWordIsFound(Language language, String text, String offence) {
        assertThat(offences(language, text)).containsExactly(offence);
    }
}
