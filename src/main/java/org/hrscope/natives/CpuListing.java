package org.hrscope.natives;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What Linux tells of its processor; elsewhere nothing. Any thread.
public record CpuListing(String text) {
    private static final Path LINUX = Path.of("/proc/cpuinfo");

    public static CpuListing here() {
        return of(LINUX);
    }

    static CpuListing of(Path listing) {
        try {
            return new CpuListing(Files.readString(listing, StandardCharsets.ISO_8859_1));
        } catch (IOException elsewhere) {
            return new CpuListing("");
        }
    }

    /// The vendor's name for it; ARM does not report one.
    public Optional<String> name() {
        return text.lines()
                .filter(line -> line.startsWith("model name") && line.contains(":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    /// The names of its instruction sets, among other words.
    public Set<String> words() {
        return Arrays.stream(text.split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
