package org.hrscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.hrscope.domain.Problem;
import org.hrscope.library.Catalogue;
import org.hrscope.library.CatalogueEntry;
import org.hrscope.library.DownloadProgress;
import org.hrscope.library.ModelStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `models`: lists, downloads, verifies and removes published networks.
@Command(name = "models", mixinStandardHelpOptions = true)
public final class ModelsCommand extends Printing implements Runnable {
    private final Catalogue catalogue;
    private final ModelStore store;
    private final DownloadProgress progress;

    /// @param progress shown while downloading
    public ModelsCommand(Catalogue catalogue, ModelStore store, DownloadProgress progress) {
        this.catalogue = catalogue;
        this.store = store;
        this.progress = progress;
    }

    @Override
    public void run() {
        line().usage(out());
    }

    @Command(mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--kind", paramLabel = "KIND", split = ",")
                    CatalogueEntry.@Nullable Kind @Nullable [] kinds,
            @Parameters(arity = "0..*", paramLabel = "WORD") @Nullable List<String> words) {
        Set<CatalogueEntry.Kind> wanted = EnumSet.noneOf(CatalogueEntry.Kind.class);
        if (kinds != null) for (var kind : kinds) wanted.add(Objects.requireNonNull(kind));
        String text = words == null ? "" : String.join(" ", words);
        PrintWriter out = out();
        List<CatalogueEntry> found = catalogue.search(wanted, text);
        for (CatalogueEntry entry : found) {
            out.printf(
                    "%s %-66s %-12s %-20s %3d joints  %dx%d  %-16s %7s  %s%s%n",
                    store.isReady(entry) ? "*" : " ",
                    entry.id(),
                    entry.architecture(),
                    entry.dataset(),
                    entry.joints(),
                    entry.inputHeight(),
                    entry.inputWidth(),
                    figures(entry),
                    size(entry),
                    entry.licence(),
                    entry.url() == null ? ", by hand" : "");
        }
        out.printf("%d of %d networks%n", found.size(), catalogue.pose().size());
        return 0;
    }

    @Command(mixinStandardHelpOptions = true)
    int download(@Parameters(paramLabel = "ID") String id) throws Problem, InterruptedException {
        CatalogueEntry entry = catalogue.entry(id);
        PrintWriter out = out();
        out.printf("%s: licence %s%n", id, entry.licence());
        Path model = store.get(entry, progress);
        out.printf("ready: %s%n", model);
        return 0;
    }

    @Command(mixinStandardHelpOptions = true)
    int verify(@Parameters(paramLabel = "ID") String id) throws Problem, InterruptedException {
        CatalogueEntry entry = catalogue.entry(id);
        String hash = store.verify(entry);
        String result = entry.hasHash() ? "matches the published hash" : "has no published hash";
        out().printf("%s %s; its SHA-256 is %s%n", id, result, hash);
        return 0;
    }

    @Command(mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "ID") String id) throws Problem {
        boolean any = store.remove(catalogue.entry(id));
        out().printf(any ? "%s removed%n" : "%s is not on this computer%n", id);
        return 0;
    }

    private static String size(CatalogueEntry entry) {
        String sign = entry.bytes() == null ? "~" : "";
        return String.format(Locale.ROOT, "%s%.0f MB", sign, entry.size() / 1e6);
    }

    private static String figures(CatalogueEntry entry) {
        return entry.published().entrySet().stream()
                .findFirst()
                .map(f -> String.format(Locale.ROOT, "%s %.4g", f.getKey(), f.getValue()))
                .orElse("");
    }
}
