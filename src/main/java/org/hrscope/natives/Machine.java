package org.hrscope.natives;

import java.util.Locale;

/// The platform, spelled the way a library's jar spells it. Any thread.
public final class Machine {
    private Machine() {}

    public static boolean windows() {
        return os().startsWith("windows");
    }

    public static boolean linux() {
        return os().contains("linux");
    }

    /// @return the spelling for this operating system
    public static String system(String linux, String mac, String windows) {
        return windows() ? windows : os().startsWith("mac") ? mac : linux;
    }

    /// @return the spelling for this processor
    public static String processor(String x64, String arm64) {
        return System.getProperty("os.arch", "").equals("aarch64") ? arm64 : x64;
    }

    private static String os() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }
}
