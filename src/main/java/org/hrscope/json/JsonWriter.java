package org.hrscope.json;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Writes what [JsonReader] reads. Null components are omitted. Any thread.
///
/// @param names maps a component to its property name
record JsonWriter(UnaryOperator<String> names) {

    void write(JsonGenerator out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case Record fields -> record(out, fields);
            case Map<?, ?> entries -> {
                out.writeStartObject();
                for (Map.Entry<?, ?> entry : entries.entrySet()) {
                    out.writeFieldName(String.valueOf(entry.getKey()));
                    write(out, entry.getValue());
                }
                out.writeEndObject();
            }
            case Collection<?> elements -> {
                out.writeStartArray();
                for (Object element : elements) write(out, element);
                out.writeEndArray();
            }
            case String text -> out.writeString(text);
            case Enum<?> constant -> out.writeString(constant.name());
            case Boolean truth -> out.writeBoolean(truth);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Float number -> out.writeNumber((float) finite(out, number));
            case Double number -> out.writeNumber(finite(out, number));
            default -> array(out, value);
        }
    }

    /// JSON cannot represent NaN and infinity, and parsers would reject them.
    private static double finite(JsonGenerator out, double number) throws JsonGenerationException {
        if (Double.isFinite(number)) return number;
        throw new JsonGenerationException(String.valueOf(number), out);
    }

    private void record(JsonGenerator out, Record fields) throws IOException {
        out.writeStartObject();
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
            Object value = component(fields, component.getAccessor());
            if (value == null) continue;
            out.writeFieldName(names.apply(component.getName()));
            write(out, value);
        }
        out.writeEndObject();
    }

    private static @Nullable Object component(Record fields, Method accessor) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(fields);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void array(JsonGenerator out, Object value) throws IOException {
        if (!value.getClass().isArray()) {
            throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
        out.writeStartArray();
        for (int i = 0; i < Array.getLength(value); i++) write(out, Array.get(value, i));
        out.writeEndArray();
    }
}
