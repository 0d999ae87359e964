package org.hrscope.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Resources of this process; Linux only.
///
/// @param residentKib memory after a garbage collection
/// @param threads     including those of the JVM and native libraries
/// @param files       open file descriptors
record ProcessUsage(long residentKib, long threads, long files) {
    private static final Path SELF = Path.of("/proc/self");

    static Optional<ProcessUsage> now() {
        System.gc();
        try (Stream<Path> open = Files.list(SELF.resolve("fd"))) {
            List<String> status = Files.readAllLines(SELF.resolve("status"));
            // Listing takes a descriptor itself.
            return Optional.of(
                    new ProcessUsage(
                            number(status, "VmRSS:"),
                            number(status, "Threads:"),
                            open.count() - 1));
        } catch (IOException elsewhere) {
            return Optional.empty();
        }
    }

    private static long number(List<String> status, String key) {
        return status.stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
