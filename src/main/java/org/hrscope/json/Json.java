package org.hrscope.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.hrscope.domain.Problem;
import org.hrscope.file.WholeFile;
import org.jspecify.annotations.Nullable;

/// JSON to records and back. Unknown properties are ignored; duplicate keys and trailing content are errors. NaN
/// and infinity are never written. Any thread.
public final class Json {
    /// Property names in the file: `imageId` unchanged, or `image_id`.
    public enum Names {
        AS_WRITTEN,
        SNAKE_CASE
    }

    /// The reader calls itself for each level: far more than any file needs, and little of a thread's stack.
    private static final int DEEPEST = 64;

    private final JsonFactory format =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // Told by the reader: the library's own refusal is a hint for programmers.
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build();
    private final JsonReader reader;
    private final JsonWriter writer;

    public Json(Names names) {
        UnaryOperator<String> inFile =
                names == Names.SNAKE_CASE ? Json::snake : UnaryOperator.identity();
        reader = new JsonReader(inFile);
        writer = new JsonWriter(inFile);
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /// @throws Problem `file.missing`, `file.unreadable`, `json.broken`
    public <T> T read(Path file, Class<T> type) throws Problem {
        check(file);
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, type, file);
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", file);
        }
    }

    /// @param name of the source, for error sentences
    public <T> T read(InputStream in, Class<T> type, Object name) throws Problem {
        try (JsonParser parser = format.createParser(in)) {
            Object value = reader.read(parser, type);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more after its end");
            }
            if (value == null) throw new Problem("json.broken", name, "null");
            return type.cast(value);
        } catch (JsonProcessingException e) {
            throw new Problem(e, "json.broken", name, place(e));
        } catch (CharConversionException e) {
            throw new Problem(e, "json.broken", name, e.getMessage());
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", name);
        }
    }

    /// Whether the file holds an array rather than an object; false if it is not JSON.
    ///
    /// @throws Problem `file.missing`, `file.unreadable`
    public boolean isList(Path file) throws Problem {
        check(file);
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = format.createParser(in)) {
            return parser.nextToken() == JsonToken.START_ARRAY;
        } catch (JsonProcessingException | CharConversionException e) {
            return false;
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", file);
        }
    }

    /// Reads as much of a record as is intact, where one invalid value must not cost the rest.
    ///
    /// @param otherwise supplies whatever is missing or invalid
    /// @param broken    receives a short note on each value not understood
    public <T extends Record> T readPartly(Path file, T otherwise, List<String> broken)
            throws IOException {
        try (JsonParser parser = format.createParser(Files.readAllBytes(file))) {
            return new LenientReader(reader).read(parser, otherwise, broken);
        }
    }

    /// A pipe is as good as a file.
    private static void check(Path file) throws Problem {
        if (!Files.exists(file)) throw new Problem("file.missing", file);
        if (Files.isDirectory(file)) throw new Problem("file.isFolder", file);
    }

    /// What is wrong and where, in short.
    static String place(JsonProcessingException e) {
        String what =
                String.valueOf(e.getOriginalMessage())
                        // "Document nesting depth (65) exceeds the maximum allowed (64, ..."
                        .replaceFirst(" \\(\\d+\\) exceeds", " exceeds")
                        .replaceFirst("(?s)[\\n(].*", "")
                        .strip();
        JsonLocation where = e.getLocation();
        return where == null
                ? what
                : what + ", line " + where.getLineNr() + ", column " + where.getColumnNr();
    }

    /// @param field of the object that the file holds; null where it is a list itself
    /// @throws Problem `file.missing`, `file.unreadable`, `json.broken`
    public <T> JsonElements<T> elements(Path file, @Nullable String field, Class<T> type)
            throws Problem {
        check(file);
        try {
            JsonParser parser = format.createParser(Files.newInputStream(file));
            JsonElements<T> elements = new JsonElements<>(parser, reader, type, file);
            return field == null ? elements : elements.in(field);
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", file);
        }
    }

    private JsonGenerator generator(OutputStream to) throws IOException {
        return format.createGenerator(to, JsonEncoding.UTF8).useDefaultPrettyPrinter();
    }

    /// On one line.
    public byte[] bytes(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = format.createGenerator(bytes, JsonEncoding.UTF8)) {
            writer.write(out, value);
        }
        return bytes.toByteArray();
    }

    /// @param name see [JsonList#JsonList]
    public JsonList list(OutputStream to, @Nullable String name) throws IOException {
        return new JsonList(generator(to), writer, name);
    }

    /// Written beside and moved, so that readers never see half a file; completes even if the thread is
    /// interrupted.
    ///
    /// @throws Problem `file.unwritable`, `json.notFinite`
    public void write(Path file, Object value) throws Problem {
        try {
            WholeFile.writeUndisturbed(
                    file,
                    channel -> {
                        try (JsonGenerator out = generator(Channels.newOutputStream(channel))) {
                            writer.write(out, value);
                        }
                    });
        } catch (JsonGenerationException e) {
            throw new Problem(e, "json.notFinite", file, e.getOriginalMessage());
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }
}
