package org.hrscope.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Parts that were copied only in part, or edited: they are refused by name, and nobody in them gets lost silently.
class MergeDamagedTest {
    private static final String HEAD = "file_number,file_name,score\n";
    private static final String IMAGES =
            "{\"images\":[{\"id\":1,\"file_name\":\"a\",\"width\":1,\"height\":1,\"file_number\":0}],";
    private static final String CATEGORIES =
            "\"categories\":[{\"id\":1,\"name\":\"person\",\"supercategory\":\"person\","
                    + "\"keypoints\":[\"nose\"],\"skeleton\":[]}]}";

    @TempDir private Path folder;

    private Path part(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Problem refused(Path... parts) {
        Path into = folder.resolve("out");
        Problem problem =
                catchThrowableOfType(Problem.class, () -> Merge.files(List.of(parts), into));
        assertThat(problem).isNotNull();
        assertThat(into).doesNotExist();
        return problem;
    }

    @ParameterizedTest
    @CsvSource({
        "'1,b', merge.damaged",
        "'1,b,0', merge.damaged",
        "'1,\"b,0.5\n', merge.damaged",
        "'1,b,0.5,7\n', merge.damaged",
        "'1,b\n', merge.damaged"
    })
    void aTableThatBrokeOffIsNotMerged(String row, String key) throws Exception {
        Path whole = part("one.csv", HEAD + "0,\"a,\n\"\"\",0.5\n");
        Problem problem = refused(whole, part("two.csv", HEAD + row));
        assertThat(problem.key()).isEqualTo(key);
        assertThat(problem.arguments().toString()).contains("two.csv");
    }

    /// As after a copy through a program that writes the line ends of RFC 4180.
    @Test
    void carriageReturnsAtLineEndsAreTakenOff() throws Exception {
        String one = HEAD + "0,\"a,\r\n\"\"\",0.5\n";
        Path copied = part("one.csv", HEAD.replace("\n", "\r\n") + "1,b,0.25\r\n");
        Path into = folder.resolve("out.csv");
        assertThat(Merge.files(List.of(part("two.csv", one), copied), into)).isEqualTo(2);
        assertThat(Files.readString(into)).isEqualTo(one + "1,b,0.25\n");
    }

    @Test
    void aHeaderThatIsNotTextBlamesThePartAndNotTheOutput() throws Exception {
        Path bad = folder.resolve("bad.csv");
        Files.write(bad, ("file_number,\u00ff\n").getBytes(StandardCharsets.ISO_8859_1));
        Problem problem = refused(bad);
        assertThat(problem.key()).isEqualTo("merge.damaged");
        assertThat(problem.arguments().toString()).contains("bad.csv");
    }

    @ParameterizedTest
    @CsvSource({"'\"image_id\":2,', merge.order", "'', merge.damaged"})
    void peopleOfNoImageAreNotLeftOut(String image, String key) throws Exception {
        String people =
                "\"annotations\":[{\"id\":1,"
                        + image
                        + "\"category_id\":1,\"keypoints\":[1,1,2],\"num_keypoints\":1,"
                        + "\"bbox\":[0,0,1,1],\"area\":1,\"iscrowd\":0,\"score\":1,"
                        + "\"keypoint_scores\":[1]}],";
        assertThat(refused(part("one.json", IMAGES + people + CATEGORIES)).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"out.npz, .csv", "OUT.JSON, .csv"})
    void aNameOfAnotherFormatIsRefused(String name, String right) throws Exception {
        Path part = part("one.csv", HEAD + "0,b,0.5\n");
        Path into = folder.resolve(name);
        Problem problem =
                catchThrowableOfType(Problem.class, () -> Merge.files(List.of(part), into));
        assertThat(problem).isNotNull();
        assertThat(problem.key()).isEqualTo("merge.ending");
        assertThat(problem.arguments().toString()).contains(right);
        assertThat(into).doesNotExist();
    }

    @Test
    void resultsOfNetworksWithOtherJointsAreNotMixed() throws Exception {
        String row =
                "[{\"image_id\":1,\"category_id\":1,\"file_name\":\"a\",\"keypoints\":[%s],"
                        + "\"score\":1,\"file_number\":%d}]";
        Path one = part("one.json", row.formatted("1,1,1", 0));
        Path two = part("two.json", row.formatted("1,1,1,2,2,1", 1));
        assertThat(refused(one, two).key()).isEqualTo("merge.sizes");
    }
}
