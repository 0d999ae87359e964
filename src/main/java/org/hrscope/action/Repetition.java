package org.hrscope.action;

/// One time that an action was done, in seconds of the source.
public record Repetition(double begin, double end) {}
