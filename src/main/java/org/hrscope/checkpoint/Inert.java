package org.hrscope.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hrscope.checkpoint.Known.Plain;

/// An object of an unknown class: its data, without any behaviour. A config, a logger's history, a whole
/// `nn.Module`.
final class Inert {
    private final String name;
    private final Object arguments;
    private final Map<Object, Object> entries = new LinkedHashMap<>();
    private Object state = Plain.NONE;

    /// @param name      of its class, for error sentences
    /// @param arguments passed to its constructor
    Inert(String name, Object arguments) {
        this.name = name;
        this.arguments = arguments;
    }

    String name() {
        return name;
    }

    Object arguments() {
        return arguments;
    }

    /// Items, if the class is also a dict.
    Map<Object, Object> entries() {
        return entries;
    }

    /// Its attributes: usually a dict.
    Object state() {
        return state;
    }

    void build(Object attributes) {
        state = attributes;
    }
}
