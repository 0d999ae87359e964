package org.hrscope.library;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hrscope.domain.Problem;
import org.hrscope.json.Json;

/// The catalogue of published HRNet checkpoints. Immutable.
public record Catalogue(List<CatalogueEntry> pose) {
    private static final String FILE = "/org/hrscope/library/catalogue.json";

    public Catalogue {
        pose = List.copyOf(pose);
        long ids = pose.stream().map(CatalogueEntry::id).distinct().count();
        if (ids < pose.size()) throw new IllegalArgumentException("an id twice");
    }

    /// The catalogue shipped with the program.
    public static Catalogue load() {
        try (InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(FILE))) {
            return read(in, FILE);
        } catch (IOException | Problem e) {
            throw new IllegalStateException("the program's own catalogue", e);
        }
    }

    /// @param name for error sentences
    /// @throws Problem `json.broken`, also for implausible values
    static Catalogue read(InputStream in, String name) throws Problem {
        return new Json(Json.Names.AS_WRITTEN).read(in, Catalogue.class, name);
    }

    /// @param kinds the kinds wanted; empty means all
    /// @param text  words that must all occur in id, architecture, data set or decoder, ignoring case
    public List<CatalogueEntry> search(Set<CatalogueEntry.Kind> kinds, String text) {
        List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return pose.stream()
                .filter(e -> kinds.isEmpty() || kinds.contains(e.kind()))
                .filter(e -> words.stream().allMatch(searchable(e)::contains))
                .toList();
    }

    /// @throws Problem `library.no-entry`
    public CatalogueEntry entry(String id) throws Problem {
        return pose.stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem("library.no-entry", id));
    }

    /// The entry a file was published as, judging by its name.
    public Optional<CatalogueEntry> published(String fileName) {
        return pose.stream().filter(e -> e.fileName().equals(fileName)).findFirst();
    }

    private static String searchable(CatalogueEntry e) {
        return String.join(" ", e.id(), e.architecture(), e.dataset(), e.decoder(), e.kind().id())
                .toLowerCase(Locale.ROOT);
    }
}
