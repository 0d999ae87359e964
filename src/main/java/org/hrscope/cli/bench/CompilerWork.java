package org.hrscope.cli.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/// How long the JIT compiler worked: as long as it does, a measured pipeline shares its cores with it, which a live one
/// does in its first minute only.
final class CompilerWork {
    private static final double MILLIS = 1e3;

    private final @Nullable CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    private double before = total();

    /// @return seconds since it was last asked, of all compiler threads; 0 where no JVM tells
    double lately() {
        double now = total();
        double spent = now - before;
        before = now;
        return spent;
    }

    private double total() {
        return compiler == null || !compiler.isCompilationTimeMonitoringSupported()
                ? 0
                : compiler.getTotalCompilationTime() / MILLIS;
    }
}
