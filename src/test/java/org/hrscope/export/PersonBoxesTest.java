package org.hrscope.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Problem;
import org.hrscope.people.FoundPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonBoxesTest {
    private static final String IMAGES = "\"images\":[{\"id\":7,\"file_name\":\"x.jpg\"}]";
    private static final Path PICTURE = Path.of("/somewhere/x.jpg");

    @TempDir Path folder;

    private PersonBoxes read(String json) throws Problem, IOException {
        return PersonBoxes.read(Files.writeString(folder.resolve("boxes.json"), json));
    }

    private PersonBoxes annotated(String... annotations) throws Problem, IOException {
        return read("{" + IMAGES + ",\"annotations\":[" + String.join(",", annotations) + "]}");
    }

    private static List<BoundingBox> boxes(PersonBoxes boxes) {
        return Objects.requireNonNull(boxes.of(PICTURE)).people().stream()
                .map(FoundPerson::box)
                .toList();
    }

    private static final String GOOD = "{\"image_id\":7,\"category_id\":1,\"bbox\":[1,2,3.5,4]}";

    @Test
    void aPersonHasABox() throws Exception {
        assertThat(boxes(annotated(GOOD))).containsExactly(new BoundingBox(1, 2, 3.5, 4));
        assertThat(annotated(GOOD).passedOver()).isEmpty();
        assertThat(annotated(GOOD).of(Path.of("/y.jpg"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"image_id\":7}",
                "{\"image_id\":7,\"bbox\":null}",
                "{\"image_id\":7,\"bbox\":\"1,2,3,4\"}",
                "{\"image_id\":7,\"bbox\":{}}",
                "{\"image_id\":7,\"bbox\":[]}",
                "{\"image_id\":7,\"bbox\":[1,2,3]}",
                "{\"image_id\":7,\"bbox\":[1,2,3,4,5]}",
                "{\"image_id\":7,\"bbox\":[null,2,3,4]}",
                "{\"image_id\":7,\"bbox\":[1,2,\"3\",4]}",
                "{\"image_id\":7,\"bbox\":[[1],2,3,4]}",
                "{\"image_id\":7,\"bbox\":[1,true,3,4]}",
                "{\"image_id\":7,\"bbox\":[1,2,0,4]}",
                "{\"image_id\":7,\"bbox\":[1,2,3,-4]}",
                "{\"image_id\":7,\"bbox\":[1,2,1e999,4]}",
                "{\"image_id\":7,\"bbox\":[-1e999,2,3,4]}",
                "{\"image_id\":7,\"bbox\":[1,2,1e300,4]}",
                "{\"image_id\":7,\"bbox\":[1,2,123456789012345678901234567890,4]}",
                "{\"image_id\":null,\"bbox\":[1,2,3,4]}",
                "{\"image_id\":[7],\"bbox\":[1,2,3,4]}",
                "{\"image_id\":7.5,\"bbox\":[1,2,3,4]}",
                "{\"bbox\":[1,2,3,4]}",
            })
    void aBadBoxIsNamedAndCostsNoOther(String bad) throws Exception {
        PersonBoxes read = annotated(GOOD, bad, GOOD);
        assertThat(boxes(read)).hasSize(2);
        assertThat(read.passedOver()).hasSize(1);
        assertThat(read.passedOver().getFirst())
                .hasMessageContaining("boxes.json")
                .hasMessageContaining("annotations[1]");
    }

    /// Detections have one, annotations none.
    @ParameterizedTest
    @CsvSource({"0.75,0.75", "0,0", "null,1", "'\"0.5\"',1", "1e999,1", "true,1"})
    void aBoxMayHaveAScore(String written, double score) throws Exception {
        PersonBoxes read = annotated(GOOD, GOOD.replace("}", ",\"score\":" + written + "}"));
        assertThat(read.passedOver()).isEmpty();
        assertThat(Objects.requireNonNull(read.of(PICTURE)).people())
                .extracting(FoundPerson::score)
                .containsExactly(1.0, score);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,0", "true,0", "false,1", "null,1", "'\"1\"',0", "'\"0\"',1"})
    void crowdsAreLeftOut(String crowd, int people) throws Exception {
        String box = GOOD.replace("}", ",\"iscrowd\":" + crowd + "}");
        assertThat(boxes(annotated(box))).hasSize(people);
        assertThat(annotated(box).passedOver()).isEmpty();
    }

    @Test
    void onlyPeopleCount() throws Exception {
        String skis = GOOD.replace("\"category_id\":1", "\"category_id\":35");
        assertThat(boxes(annotated(skis, GOOD))).hasSize(1);
        // What is called person counts, whatever its number.
        String whole = "{" + IMAGES + ",\"annotations\":[" + skis + "," + GOOD + "," + skis + "]";
        assertThat(
                        boxes(
                                read(
                                        whole
                                                + ",\"categories\":[{\"id\":1,\"name\":\"dog\"},{\"id\":35,\"name\":\"Person\"}]}")))
                .hasSize(2);
        assertThatThrownBy(
                        () -> read(whole + ",\"categories\":[{\"id\":1,\"name\":\"dog\"}, null]}"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("dog");
    }

    @Test
    void idsMayBeTextAndStayAsTheyAre() throws Exception {
        String text =
                "{\"images\":[{\"id\":\"7\",\"file_name\":\"x.jpg\"},{\"id\":\"cam/8\",\"file_name\":\"y.jpg\"}],"
                        + "\"annotations\":[{\"image_id\":\"7\",\"bbox\":[1,2,3,4]},{\"image_id\":7,\"bbox\":[1,2,3,4]},"
                        + "{\"image_id\":\"cam/8\",\"bbox\":[1,2,3,4]}]}";
        PersonBoxes read = read(text);
        assertThat(boxes(read)).hasSize(2);
        assertThat(read.of(PICTURE).imageId()).isEqualTo("7");
        assertThat(read.of(Path.of("/y.jpg")).imageId()).isEqualTo("cam/8");
        assertThat(annotated(GOOD).of(PICTURE).imageId()).isEqualTo(7L);
        assertThat(read.ids()).containsExactlyInAnyOrder("7", "cam/8");
    }

    @Test
    void picturesAreNamedWithTheirFoldersOrWithout() throws Exception {
        String names =
                "{\"images\":[{\"id\":1,\"file_name\":\"val2017/x.jpg\"},{\"id\":2,\"file_name\":\"a/z.jpg\"},"
                        + "{\"id\":3,\"file_name\":\"b\\\\z.jpg\"},{\"id\":4},{\"file_name\":\"w.jpg\"},null],"
                        + "\"annotations\":[]}";
        PersonBoxes read = read(names);
        assertThat(read.of(PICTURE).imageId()).isEqualTo(1L);
        assertThat(read.of(Path.of("/data/a/z.jpg")).imageId()).isEqualTo(2L);
        assertThat(read.of(Path.of("/data/b/z.jpg")).imageId()).isEqualTo(3L);
        assertThat(read.of(Path.of("/data/c/z.jpg"))).as("either could be meant").isNull();
        assertThat(read.passedOver()).hasSize(3);
        assertThat(read.passedOver().getFirst()).hasMessageContaining("images[3]");
    }

    /// Else a person is told that the file knows nothing of the image, and not what is wrong with its boxes.
    @Test
    void anImageOfWhichAllBoxesAreBadIsKnownAllTheSame() throws Exception {
        PersonBoxes boxes =
                read(
                        "[{\"image_id\":785,\"category_id\":1,\"bbox\":[1,2,0,4],\"score\":0.9},"
                                + "{\"image_id\":786,\"category_id\":3,\"bbox\":[1,2,3,4]}]");
        assertThat(boxes.passedOver()).hasSize(1);
        for (String name : List.of("000785.jpg", "786.jpg")) {
            assertThat(Objects.requireNonNull(boxes.of(Path.of("/", name))).people()).isEmpty();
        }
        assertThat(boxes.of(Path.of("/787.jpg"))).isNull();
    }

    @Test
    void detectionsAreKnownByTheNumberInTheName() throws Exception {
        PersonBoxes read =
                read(
                        "[{\"image_id\":785,\"category_id\":1,\"bbox\":[1,2,3,4],\"score\":0.9},"
                                + "{\"image_id\":785,\"category_id\":18,\"bbox\":[1,2,3,4],\"score\":0.9},"
                                + "{\"image_id\":785,\"bbox\":[1,2,3,4]},{\"image_id\":785,\"bbox\":[]},"
                                + "{\"image_id\":\"x.jpg\",\"category_id\":1,\"bbox\":[5,6,7,8]}]");
        assertThat(read.of(Path.of("/a/000000000785.jpg")).people()).hasSize(2);
        assertThat(boxes(read)).containsExactly(new BoundingBox(5, 6, 7, 8));
        assertThat(read.of(Path.of("/a/786.jpg"))).isNull();
        assertThat(read.passedOver()).hasSize(1);
        assertThat(read.passedOver().getFirst()).hasMessageContaining(" [3] ");
        assertThat(read("[]").of(PICTURE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "5",
                "null",
                "\"text\"",
                "nothing",
                "{\"images\":[]}",
                "{\"annotations\":[]}",
                "{\"images\":null,\"annotations\":[]}",
                "{\"images\":{},\"annotations\":[]}",
                "{\"images\":[],\"annotations\":[5]}",
                "[5]",
                "[[]]",
                "{\"images\":[],\"annotations\":[]} {}",
                "{\"images\":[],\"annotations\":[],\"images\":[]}",
                "[{\"image_id\":1,\"image_id\":1}]",
            })
    void whatIsNoBoxFileIsRefusedInASentence(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("boxes.json");
    }

    @Test
    void hostileFilesAreRefusedInASentence() throws Exception {
        for (String hostile :
                List.of(
                        "[".repeat(100_000),
                        "{\"images\":" + "[".repeat(100_000),
                        "{\"other\":" + "{\"a\":".repeat(100_000),
                        "[{\"bbox\":" + "[".repeat(2000) + "]".repeat(2000) + "}]",
                        "[{\"image_id\":1,\"bbox\":[1,2,3," + "9".repeat(100_000) + "]}]")) {
            assertThatThrownBy(() -> read(hostile))
                    .as(hostile.substring(0, 20))
                    .isInstanceOf(Problem.class);
        }
        Path invalid = folder.resolve("boxes.json");
        Files.write(invalid, new byte[] {'[', '"', (byte) 0xff, (byte) 0xfe, '"', ']'});
        assertThatThrownBy(() -> PersonBoxes.read(invalid)).isInstanceOf(Problem.class);
    }

    /// As Windows' editors and shells write them.
    @Test
    void aByteOrderMarkIsNoTrouble() throws Exception {
        String text = "\ufeff{" + IMAGES + ",\"annotations\":[" + GOOD + "]}";
        Path file = folder.resolve("boxes.json");
        for (var encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            Files.write(file, text.getBytes(encoding));
            assertThat(boxes(PersonBoxes.read(file))).hasSize(1);
        }
    }
}
