package org.hrscope.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A list that is written element by element, so that only one need be in memory; the same bytes as of [Json#write].
/// One thread.
public final class JsonList {
    private final JsonGenerator out;
    private final JsonWriter writer;

    /// @param name null for a list that is all of its file, else of an object's field: the object stays open, its first
    ///             brace is written
    JsonList(JsonGenerator out, JsonWriter writer, @Nullable String name) throws IOException {
        this.out = out;
        this.writer = writer;
        if (name != null) {
            out.writeStartObject();
            out.writeFieldName(name);
        }
        out.writeStartArray();
    }

    public void add(Object element) throws IOException {
        writer.write(out, element);
    }

    public void end() throws IOException {
        out.writeEndArray();
        out.flush();
    }
}
