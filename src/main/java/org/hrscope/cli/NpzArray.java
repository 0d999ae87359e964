package org.hrscope.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.export.NpzReader;

/// `FILE.npz` or `FILE.npz:NAME`, how commands accept arrays.
record NpzArray(Path file, Optional<String> name) {
    private static final String ENDING = ".npz";

    static NpzArray parse(String text) {
        int colon = text.lastIndexOf(ENDING + ":");
        if (colon < 0) return new NpzArray(Path.of(text), Optional.empty());
        int end = colon + ENDING.length();
        return new NpzArray(Path.of(text.substring(0, end)), Optional.of(text.substring(end + 1)));
    }

    /// The array named, or the only one.
    Tensor one() throws Problem {
        var names = NpzReader.names(file);
        String wanted = name.orElse(names.size() == 1 ? names.getFirst() : "-");
        return NpzReader.read(file, wanted)
                .orElseThrow(() -> new Problem("npz.no-array", file, wanted, names));
    }

    /// The array named, or all of them.
    Map<String, Tensor> all() throws Problem {
        if (name.isEmpty()) return NpzReader.read(file);
        return new LinkedHashMap<>(Map.of(name.get(), one()));
    }
}
