package org.hrscope.action;

/// Where in an action a person is.
public enum Phase {
    /// Too little was seen lately to tell.
    UNSURE,
    REST,
    ACTIVE
}
