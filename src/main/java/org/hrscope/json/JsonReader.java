package org.hrscope.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Builds a value of the requested type from JSON tokens: records, lists, sets, maps, arrays, enums, strings,
/// numbers. A mapping library would load 300 classes at every start. Any thread.
///
/// @param names maps a component to its property name
record JsonReader(UnaryOperator<String> names) {

    /// @throws JsonParseException with the location, if the file holds something else
    @Nullable Object read(JsonParser in, Type type) throws IOException {
        if (in.nextToken() == null) throw new JsonParseException(in, "nothing in it");
        return current(in, type);
    }

    /// From the token that the parser is at.
    @Nullable Object current(JsonParser in, Type type) throws IOException {
        if (in.hasToken(JsonToken.VALUE_NULL)) return absent(type);
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType() == Map.class) return map(in, of[1]);
            return elements(in, of[0], generic.getRawType() == Set.class);
        }
        Class<?> kind = (Class<?>) type;
        if (kind == Object.class) return anything(in);
        if (kind.isRecord()) return record(in, kind);
        if (kind.isArray()) return array(in, kind.componentType());
        if (kind.isEnum()) return constant(in, kind);
        if (kind == String.class) {
            if (!in.currentToken().isScalarValue()) throw unexpected(in, "text");
            return in.getText();
        }
        if (kind == boolean.class || kind == Boolean.class) {
            if (!in.currentToken().isBoolean()) throw unexpected(in, "true or false");
            return in.getBooleanValue();
        }
        if (!in.currentToken().isNumeric()) throw unexpected(in, "a number");
        refuseNaN(in);
        if (kind == int.class || kind == Integer.class) return in.getIntValue();
        if (kind == long.class || kind == Long.class) return in.getLongValue();
        if (kind == double.class || kind == Double.class) return in.getDoubleValue();
        throw new IllegalArgumentException("no JSON for " + type);
    }

    /// For callers that inspect the result themselves: strings, `Boolean`, `Long` (or `Double`), lists and maps.
    private @Nullable Object anything(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> map(in, Object.class);
            case START_ARRAY -> elements(in, Object.class, false);
            case VALUE_NUMBER_INT ->
                    in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                            ? (Object) in.getDoubleValue()
                            : (Object) in.getLongValue();
            case VALUE_NUMBER_FLOAT -> {
                refuseNaN(in);
                yield in.getDoubleValue();
            }
            case VALUE_TRUE, VALUE_FALSE -> in.getBooleanValue();
            default -> in.getText();
        };
    }

    /// NaN and Infinity are not numbers in JSON, though some programs write them.
    private static void refuseNaN(JsonParser in) throws IOException {
        if (in.isNaN()) throw unexpected(in, "a number");
    }

    private Object record(JsonParser in, Class<?> kind) throws IOException {
        if (!in.isExpectedStartObjectToken()) throw unexpected(in, "an object");
        RecordComponent[] components = kind.getRecordComponents();
        Map<String, Integer> places = new HashMap<>();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            places.put(names.apply(components[i].getName()), i);
            values[i] = absent(components[i].getGenericType());
        }
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            Integer place = places.get(name);
            if (place == null) {
                in.skipChildren();
            } else {
                values[place] = current(in, components[place].getGenericType());
            }
        }
        return made(in, kind, components, values);
    }

    static Object made(
            JsonParser in, Class<?> kind, RecordComponent[] components, @Nullable Object[] values)
            throws IOException {
        try {
            Constructor<?> constructor =
                    kind.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            String which = kind.getSimpleName();
            throw new JsonParseException(in, "incomplete " + which, refused.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, @Nullable Object> map(JsonParser in, Type of) throws IOException {
        if (!in.isExpectedStartObjectToken()) throw unexpected(in, "an object");
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            map.put(name, current(in, of));
        }
        return map;
    }

    private Collection<@Nullable Object> elements(JsonParser in, Type of, boolean once)
            throws IOException {
        if (!in.isExpectedStartArrayToken()) throw unexpected(in, "a list");
        Collection<@Nullable Object> elements = once ? new LinkedHashSet<>() : new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) elements.add(current(in, of));
        return elements;
    }

    private Object array(JsonParser in, Class<?> of) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>(elements(in, of, false));
        Object array = Array.newInstance(of, elements.size());
        for (int i = 0; i < elements.size(); i++) Array.set(array, i, elements.get(i));
        return array;
    }

    private static Object constant(JsonParser in, Class<?> kind) throws IOException {
        for (Object each : kind.getEnumConstants()) {
            if (((Enum<?>) each).name().equals(in.getText())) return each;
        }
        throw unexpected(in, "one of " + Arrays.toString(kind.getEnumConstants()));
    }

    /// Zero or false for a primitive, which cannot be null.
    private static @Nullable Object absent(Type type) {
        return type instanceof Class<?> kind && kind.isPrimitive()
                ? Array.get(Array.newInstance(kind, 1), 0)
                : null;
    }

    private static JsonParseException unexpected(JsonParser in, String wanted) throws IOException {
        return new JsonParseException(in, in.getText() + " instead of " + wanted);
    }
}
