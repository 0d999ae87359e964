package org.hrscope.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads as much of a record as is intact: a missing or invalid component keeps its value from another record, and
/// after a syntax error the rest counts as missing. Any thread.
///
/// @param strict reads each component
record LenientReader(JsonReader strict) {

    /// @param broken receives a short note on each value not understood, unknown names included
    <T extends Record> T read(JsonParser in, T otherwise, List<String> broken) throws IOException {
        RecordComponent[] components = otherwise.getClass().getRecordComponents();
        Map<String, Integer> places = new HashMap<>();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            places.put(strict.names().apply(components[i].getName()), i);
            values[i] = value(otherwise, components[i]);
        }
        try {
            in.nextToken();
            if (!in.isExpectedStartObjectToken()) {
                broken.add("no object");
                return otherwise;
            }
            JsonStreamContext own = in.getParsingContext();
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                Integer place = places.get(name);
                if (place == null) {
                    broken.add("unknown: " + name);
                    in.nextToken();
                    in.skipChildren();
                    continue;
                }
                try {
                    values[place] = strict.read(in, components[place].getGenericType());
                } catch (JsonProcessingException e) {
                    broken.add(name + ": " + e.getOriginalMessage());
                    while (in.getParsingContext() != own && in.nextToken() != null) continue;
                }
            }
        } catch (JsonProcessingException e) {
            broken.add(e.getOriginalMessage());
        }
        @SuppressWarnings("unchecked")
        T made = (T) JsonReader.made(in, otherwise.getClass(), components, values);
        return made;
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
