package org.hrscope.motion;

/// Whether poses are smoothed over time, and how much. Files stay as they are unless asked: their results are
/// measurements; a live image should not tremble.
public record Smoothing(When when, OneEuro settings) {
    public static final Smoothing STANDARD = new Smoothing(When.LIVE, OneEuro.STANDARD);
    public static final Smoothing OFF = new Smoothing(When.NEVER, OneEuro.STANDARD);

    public enum When {
        NEVER,

        /// Cameras and streams only.
        LIVE,
        ALWAYS
    }

    /// @param live whether the source is a camera or stream
    public boolean of(boolean live) {
        return when == When.ALWAYS || when == When.LIVE && live;
    }
}
