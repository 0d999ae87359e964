package org.hrscope.cli;

import java.io.Console;
import java.io.PrintWriter;

/// A progress line on stderr; silent if that is not a terminal.
public final class ProgressLine implements AutoCloseable {
    private static final long PAUSE_NANOS = 100_000_000;
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean shown;
    private long last;
    private boolean dirty;

    public ProgressLine(PrintWriter out) {
        this.out = out;
        Console console = System.console();
        shown = console != null && console.isTerminal();
    }

    /// @param total 0 if unknown
    void at(long done, long total, String what) {
        long now = System.nanoTime();
        if (!shown || (now - last < PAUSE_NANOS && done != total)) return;
        last = now;
        dirty = true;
        if (total > 0) {
            int filled = (int) (WIDTH * Math.min(done, total) / total);
            out.printf(
                    "\r[%s%s] %d/%d %s\033[K",
                    "=".repeat(filled), " ".repeat(WIDTH - filled), done, total, what);
        } else {
            out.printf("\r%d %s\033[K", done, what);
        }
        out.flush();
    }

    /// Download progress; the line is erased when complete.
    public void bytes(long done, long total) {
        at(done >> 20, Math.max(0, total >> 20), "MiB");
        if (done == total) close();
    }

    @Override
    public void close() {
        if (!dirty) return;
        out.print("\r\033[K");
        out.flush();
    }
}
