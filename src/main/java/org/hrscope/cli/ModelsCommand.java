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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `models`: lists, downloads, verifies and removes published networks.
@Command(name = "models", mixinStandardHelpOptions = true)
public final class ModelsCommand implements Runnable {
    private final Catalogue catalogue;
    private final ModelStore store;
    private final DownloadProgress progress;

    @Spec private @Nullable CommandSpec spec;

    /// @param progress shown while downloading
    public ModelsCommand(Catalogue catalogue, ModelStore store, DownloadProgress progress) {
        this.catalogue = catalogue;
        this.store = store;
        this.progress = progress;
    }

    @Override
    public void run() {
        CommandSpec command = Objects.requireNonNull(spec);
        command.commandLine().usage(command.commandLine().getOut());
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
                    Locale.ROOT,
                    "%s %-66s %-12s %-20s %3d joints  %dx%d  %s%n",
                    store.isReady(entry) ? "*" : " ",
                    entry.id(),
                    entry.architecture(),
                    entry.dataset(),
                    entry.joints(),
                    entry.inputHeight(),
                    entry.inputWidth(),
                    figures(entry));
        }
        out.printf("%d of %d networks%n", found.size(), catalogue.pose().size());
        out.flush();
        return 0;
    }

    @Command(mixinStandardHelpOptions = true)
    int download(@Parameters(paramLabel = "ID") String id) throws Problem, InterruptedException {
        CatalogueEntry entry = catalogue.entry(id);
        PrintWriter out = out();
        out.printf("%s: licence %s%n", id, entry.licence());
        out.flush();
        Path model = store.get(entry, progress);
        out.printf("ready: %s%n", model);
        out.flush();
        return 0;
    }

    @Command(mixinStandardHelpOptions = true)
    int verify(@Parameters(paramLabel = "ID") String id) throws Problem, InterruptedException {
        CatalogueEntry entry = catalogue.entry(id);
        String hash = store.verify(entry);
        String result = entry.hasHash() ? "matches the published hash" : "has no published hash";
        out().printf("%s %s; its SHA-256 is %s%n", id, result, hash);
        out().flush();
        return 0;
    }

    @Command(mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "ID") String id) throws Problem {
        boolean any = store.remove(catalogue.entry(id));
        out().printf(any ? "%s removed%n" : "%s is not on this computer%n", id);
        out().flush();
        return 0;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private static String figures(CatalogueEntry entry) {
        return entry.published().entrySet().stream()
                .findFirst()
                .map(f -> String.format(Locale.ROOT, "%s %.4g", f.getKey(), f.getValue()))
                .orElse("");
    }
}
