package org.hrscope.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.hrscope.model.Problem;

/// Records from JSON and back. What a file holds beyond a record's components is passed over. Any thread.
public final class Json {
    /// How a record's component is called in the file: `imageId` as it is, or `image_id`.
    public enum Names {
        AS_WRITTEN,
        SNAKE_CASE
    }

    private final ObjectMapper mapper;

    public Json(Names names) {
        mapper =
                JsonMapper.builder()
                        .propertyNamingStrategy(
                                names == Names.SNAKE_CASE
                                        ? PropertyNamingStrategies.SNAKE_CASE
                                        : PropertyNamingStrategies.LOWER_CAMEL_CASE)
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .defaultPropertyInclusion(
                                JsonInclude.Value.construct(
                                        JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                        .build();
    }

    /// @throws Problem `file.missing`, `file.unreadable`, `json.broken`
    public <T> T read(Path file, Class<T> type) throws Problem {
        if (!Files.exists(file)) throw new Problem("file.missing", file);
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, type, file);
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", file);
        }
    }

    /// @param name of the source, for the sentence when it is broken
    public <T> T read(InputStream in, Class<T> type, Object name) throws Problem {
        try {
            T value = mapper.readValue(in, type);
            if (value == null) throw new Problem("json.broken", name, "null");
            return value;
        } catch (JsonProcessingException e) {
            throw new Problem(e, "json.broken", name, e.getOriginalMessage());
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", name);
        }
    }

    /// Written beside and moved, so that a reader never finds half a file.
    public void write(Path file, Object value) throws Problem {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, ".hrscope", ".json");
            try {
                mapper.writeValue(draft.toFile(), value);
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new Problem(e, "file.unwritable", file, e.getMessage());
        }
    }
}
