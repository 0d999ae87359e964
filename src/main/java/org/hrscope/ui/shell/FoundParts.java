package org.hrscope.ui.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.hrscope.bundle.Bundle;
import org.hrscope.bundle.BundleFile;
import org.hrscope.bundle.FileIdentity;
import org.hrscope.bundle.SharedNetwork;
import org.hrscope.bundle.SharedSource;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// A shared view with what of it was found on this computer: by path, beside the file, among the imported networks, or
/// enclosed. Immutable.
///
/// @param frame   of the source that was found
/// @param source  null if it must be asked for
/// @param network whether it was found
/// @param model   its file; null for the bundled one
/// @param finder  the chosen person finder, where it was found; null for the bundled one
record FoundParts(
        Path file,
        Bundle bundle,
        SharedSource frame,
        @Nullable SourceSpec source,
        boolean network,
        @Nullable Path model,
        @Nullable Path finder) {

    /// Reads and hashes files; off the FX thread.
    ///
    /// @param networks where imported ones are kept
    /// @param unpacked where enclosed images go
    static FoundParts of(Path file, Path networks, Path unpacked) throws Problem {
        Bundle bundle = BundleFile.read(file);
        SharedSource shared = bundle.source();
        SourceSpec source = null;
        FileIdentity identity = shared.file();
        Path here =
                identity == null
                        ? null
                        : first(
                                identity,
                                path(shared.text()),
                                beside(file, shared.text()),
                                beside(file, shared.name()));
        if (here != null) {
            source = SourceSpec.parse(here.toString());
        } else if (shared.picture() != null) {
            source = new SourceSpec.Picture(BundleFile.unpack(file, shared, unpacked));
            shared = shared.enclosed();
        } else if (identity == null) {
            throw new Problem("bundle.passed", file, shared.text());
        }
        SharedNetwork network = bundle.network();
        Path model = here(network, file, networks);
        Path finder = here(bundle.results().finderFile(), file, networks);
        return new FoundParts(
                file, bundle, shared, source, network.bundled() || model != null, model, finder);
    }

    private static @Nullable Path here(@Nullable SharedNetwork network, Path file, Path networks) {
        FileIdentity weights = network == null ? null : network.file();
        if (network == null || weights == null) return null;
        return first(
                weights,
                path(network.path()),
                beside(file, network.path()),
                networks.resolve(fileName(network.path())));
    }

    /// Whether the finder that was chosen is not here, so that other people may be found from the next frame on.
    boolean lacksFinder() {
        return bundle.results().finderFile() != null && finder == null;
    }

    FoundParts with(SourceSpec chosen) {
        return new FoundParts(file, bundle, frame, chosen, network, model, finder);
    }

    FoundParts with(@Nullable Path chosen) {
        return new FoundParts(file, bundle, frame, source, true, chosen, finder);
    }

    private static @Nullable Path first(FileIdentity wanted, @Nullable Path... places) {
        return Stream.of(places)
                .flatMap(place -> Optional.ofNullable(place).stream())
                .filter(wanted::is)
                .findFirst()
                .orElse(null);
    }

    /// The path may be of another system.
    private static @Nullable Path path(@Nullable String text) {
        try {
            return text == null ? null : Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static @Nullable Path beside(Path file, @Nullable String text) {
        return path(file.resolveSibling(fileName(text)).toString());
    }

    private static String fileName(@Nullable String text) {
        String name = text == null ? "" : text.substring(1 + lastSlash(text));
        return name.isEmpty() || name.chars().anyMatch(Character::isISOControl) ? "none" : name;
    }

    private static int lastSlash(String text) {
        return Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\'));
    }
}
