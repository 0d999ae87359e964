package org.hrscope.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// The elements of a list in a file, one by one: however long it is, only one is in memory. One thread.
public final class JsonElements<T> implements Closeable {
    private final JsonParser parser;
    private final JsonReader reader;
    private final Class<T> type;
    private final Path file;
    private boolean begun;

    JsonElements(JsonParser parser, JsonReader reader, Class<T> type, Path file) {
        this.parser = parser;
        this.reader = reader;
        this.type = type;
        this.file = file;
    }

    /// Goes to a field of the object that the file holds; without it the file is a list.
    JsonElements<T> in(String field) throws Problem {
        ask(() -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) throw unexpected();
            while (!field.equals(parser.nextFieldName())) {
                if (parser.currentToken() != JsonToken.FIELD_NAME) throw unexpected();
                parser.nextToken();
                parser.skipChildren();
            }
            return null;
        });
        return this;
    }

    /// Null at the end of the list.
    ///
    /// @throws Problem `json.broken`, `file.unreadable`
    public @Nullable T next() throws Problem {
        return ask(() -> {
            if (!begun && parser.nextToken() != JsonToken.START_ARRAY) throw unexpected();
            begun = true;
            if (parser.nextToken() == JsonToken.END_ARRAY) return null;
            Object value = reader.current(parser, type);
            if (value == null) throw unexpected();
            return type.cast(value);
        });
    }

    private interface Step<T> {
        @Nullable T done() throws IOException;
    }

    private @Nullable T ask(Step<T> step) throws Problem {
        try {
            return step.done();
        } catch (JsonProcessingException e) {
            throw new Problem(e, "json.broken", file, Json.place(e));
        } catch (CharConversionException e) {
            throw new Problem(e, "json.broken", file, e.getMessage());
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", file);
        }
    }

    private JsonParseException unexpected() {
        return new JsonParseException(parser, "not the list that is looked for");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
