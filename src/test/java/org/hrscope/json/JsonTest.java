package org.hrscope.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    enum Colour {
        RED,
        GREEN
    }

    record Inner(long imageId, double[] box) {}

    record Whole(
            String text,
            int count,
            @Nullable Long size,
            boolean flag,
            Colour colour,
            List<Inner> people,
            Map<String, Double> scores,
            Set<Colour> colours,
            @Nullable String missing) {
        Whole {
            people = List.copyOf(people);
        }
    }

    @TempDir Path folder;

    private static <T> T read(String text, Class<T> type) throws Problem {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return new Json(Json.Names.AS_WRITTEN).read(bytes, type, "some.json");
    }

    @ParameterizedTest
    @CsvSource({"AS_WRITTEN,imageId", "SNAKE_CASE,image_id"})
    void whatIsWrittenIsRead(Json.Names names, String field) throws Exception {
        Whole whole =
                new Whole(
                        "姿态 \"quoted\"",
                        -3,
                        1L << 40,
                        true,
                        Colour.GREEN,
                        List.of(new Inner(785, new double[] {1.5, 2, 1e-9})),
                        Map.of("AP", 0.746),
                        Set.of(Colour.RED),
                        null);
        Path file = folder.resolve("new/whole.json");
        Json json = new Json(names);
        json.write(file, whole);
        assertThat(json.read(file, Whole.class)).usingRecursiveComparison().isEqualTo(whole);
        assertThat(Files.readString(file)).contains("\"" + field + "\" : 785");
        assertThat(Files.readString(file)).doesNotContain("missing");
    }

    @Test
    void whatARecordDoesNotKnowIsPassedOver() throws Problem {
        Inner read = read("{\"a\": {\"b\": [1, {}]}, \"imageId\": 7, \"c\": null}", Inner.class);
        assertThat(read.imageId()).isEqualTo(7);
        assertThat(read.box()).isNull();
    }

    @Test
    void arraysOfRecordsAreRead() throws Problem {
        assertThat(read("[{\"imageId\": 1}, {\"imageId\": 2.0}]", Inner[].class))
                .extracting(Inner::imageId)
                .containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|nothing in it, line 1, column 1",
                "null|null",
                "[]|[ instead of an object, line 1, column 2",
                "{\"count\": \"x\"}|x instead of a number, line 1, column",
                "{\"count\": 3000000000}|Numeric value, line 1, column 21",
                "{\"flag\": 1}|1 instead of true or false, line 1, column",
                "{\"text\": [1]}|[ instead of text, line 1, column 11",
                "{\"colour\": \"BLUE\"}|BLUE instead of one of [RED, GREEN], line 1, column 18",
                "{\"people\": {}}|{ instead of a list, line 1, column 13",
                "{\"text\": \"a\"}|incomplete Whole, line 1, column 14",
                "{\"text\": \"a\"|Unexpected end-of-input: expected close marker for Object, line 1, column 13",
            })
    void aBrokenFileSaysWhatAndWhere(String text, String said) {
        assertThatThrownBy(() -> read(text, Whole.class))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.message(java.util.Locale.ENGLISH))
                                        .startsWith("some.json is not JSON that HRScope can read: ")
                                        .contains(said));
    }

    /// Deeper than any of our files, and on a stack that a thousand levels would not fit on.
    @Test
    void whatIsNestedTooDeeplyIsRefusedInASentence() throws InterruptedException {
        List<@Nullable Throwable> thrown = new ArrayList<>();
        Thread narrow =
                new Thread(
                        null,
                        () -> {
                            for (int depth : new int[] {60, 900}) {
                                String text = "[".repeat(depth) + "]".repeat(depth);
                                thrown.add(catchThrowable(() -> read(text, Object.class)));
                            }
                        },
                        "narrow",
                        200_000);
        narrow.start();
        narrow.join();
        assertThat(thrown).hasSize(2).first().isNull();
        assertThat(thrown.getLast())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("nesting depth exceeds the maximum allowed.");
    }

    record Anything(@Nullable Object value) {}

    @Test
    void anythingIsReadAsWhatItIs() throws Problem {
        Object value =
                read(
                                "{\"value\": [1, 1e999, 12345678901234567890, \"a\", true, null, {\"b\": []}]}",
                                Anything.class)
                        .value();
        assertThat((List<?>) value)
                .hasToString("[1, Infinity, 1.2345678901234567E19, a, true, null, {b=[]}]");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void whatIsNoNumberIsNeverWritten(double bad) throws Exception {
        Path file = Files.writeString(folder.resolve("x.json"), "before");
        Json json = new Json(Json.Names.AS_WRITTEN);
        for (Object value :
                List.of(
                        List.of(1.5, bad),
                        Map.of("a", (float) bad),
                        new Inner(1, new double[] {bad}),
                        new float[] {(float) bad})) {
            assertThatThrownBy(() -> json.write(file, value))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("x.json")
                    .hasMessageContaining(String.valueOf(bad));
        }
        assertThat(file).hasContent("before");
        assertThat(folder.toFile().list()).containsExactly("x.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"imageId\": 1} x|Unrecognized token 'x'",
                "{\"imageId\": 1} {}|more after its end, line 1, column 17",
                "{\"imageId\": 1, \"imageId\": 2}|Duplicate field 'imageId'",
                "{\"imageId\": NaN}|NaN instead of",
            })
    void whatIsNotPlainJsonIsRefused(String text, String said) {
        assertThatThrownBy(() -> read(text, Inner.class))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(said);
    }
}
