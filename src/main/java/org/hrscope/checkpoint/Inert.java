package org.hrscope.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hrscope.checkpoint.Known.Plain;

/// An object of a class that is not known here: what was put into it, and nothing that could act. A config, a logger's
/// history, a whole `nn.Module`.
final class Inert {
    private final String name;
    private final Object arguments;
    private final Map<Object, Object> entries = new LinkedHashMap<>();
    private Object state = Plain.NONE;

    /// @param name      of its class, for sentences
    /// @param arguments what it was made of
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

    /// Of a class that is a dict, too.
    Map<Object, Object> entries() {
        return entries;
    }

    /// Its attributes: a dict, as a rule.
    Object state() {
        return state;
    }

    void build(Object attributes) {
        state = attributes;
    }
}
