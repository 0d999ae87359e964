package org.hrscope.cli.bench;

/// What `bench --startup` and a starting window agree on: system properties that ask for a report, and its lines.
public final class StartProtocol {
    /// Seconds from the first pose to exit; no report without it.
    public static final String SECONDS = "hrscope.start.report";

    /// Opens network and native libraries before the window instead of after it, for comparison.
    public static final String EAGER = "hrscope.start.eager";

    public static final String WINDOW = "window shown";
    public static final String POSE = "pose drawn";

    private StartProtocol() {}
}
