package org.hrscope.tuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.OnnxReader;
import org.hrscope.quantise.Quantised;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the int8 file that was made from a network: its metadata names the network's SHA-256.
public final class QuantisedFile {
    private static final Logger LOG = LoggerFactory.getLogger(QuantisedFile.class);

    /// A folder with more files than this is not one of networks.
    private static final int MOST = 200;

    private QuantisedFile() {}

    /// @param folders where it may lie, besides the network's own
    public static Optional<Path> of(ModelFile network, String sha256, List<Path> folders) {
        Path own = network.path();
        Path beside = own == null ? null : own.toAbsolutePath().getParent();
        Stream<Path> all =
                beside == null
                        ? folders.stream()
                        : Stream.concat(Stream.of(beside), folders.stream());
        return all.distinct()
                .flatMap(QuantisedFile::networks)
                .filter(f -> is(f, sha256))
                .findFirst();
    }

    /// Parsing is worth it for those only whose names say int8.
    private static Stream<Path> networks(Path folder) {
        if (!Files.isDirectory(folder)) return Stream.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("(?i).*int8.*\\.onnx"))
                    .sorted()
                    .limit(MOST)
                    .toList()
                    .stream();
        } catch (IOException e) {
            LOG.warn("cannot list {}", folder, e);
            return Stream.of();
        }
    }

    private static boolean is(Path file, String sha256) {
        try {
            return sha256.equalsIgnoreCase(
                    OnnxReader.read(file).metadata().get(Quantised.MADE_FROM));
        } catch (Problem broken) {
            LOG.warn("no network", broken);
            return false;
        }
    }
}
