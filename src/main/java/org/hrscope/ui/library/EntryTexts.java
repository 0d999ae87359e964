package org.hrscope.ui.library;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.library.CatalogueEntry;
import org.hrscope.library.CatalogueEntry.Kind;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.library.EntryState.Absent;
import org.hrscope.ui.library.EntryState.Downloading;
import org.hrscope.ui.library.EntryState.Failed;
import org.hrscope.ui.library.EntryState.Preparing;
import org.hrscope.ui.library.EntryState.Ready;
import org.hrscope.ui.library.EntryState.Verifying;
import org.hrscope.ui.library.EntryState.Waiting;

/// A network's descriptions in the window's language. FX thread.
record EntryTexts(Texts texts) {
    private static final double MEGABYTE = 1e6;

    /// The headline metric: the first of these that was published.
    private static final List<String> CHIEF =
            List.of(
                    "AP",
                    "Whole AP",
                    "Mean",
                    "Total",
                    "PCK@0.2",
                    "PCK",
                    "NME full",
                    "NME test",
                    "NME",
                    "AUC");

    String kind(Kind kind) {
        return texts.get(Texts.key("library.kind.", kind));
    }

    String joints(LibraryRow row) {
        return texts.get("library.joints", row.entry().joints());
    }

    static String input(LibraryRow row) {
        CatalogueEntry entry = row.entry();
        return entry.inputHeight() + " × " + entry.inputWidth();
    }

    String decoder(LibraryRow row) {
        return texts.get("decoder." + Decoder.of(row.entry().decoder()).id());
    }

    /// The short name; the details show the full one.
    static String licence(LibraryRow row) {
        return row.entry().licence().split(" ", 2)[0];
    }

    /// Of the download.
    String size(LibraryRow row) {
        CatalogueEntry entry = row.entry();
        String key = entry.bytes() == null ? "library.about" : "library.megabytes";
        return texts.get(key, megabytes(entry.size()));
    }

    /// The result of the last check.
    String aside(LibraryRow row) {
        boolean checked = row.state() instanceof Ready ready && ready.checked();
        return !checked
                ? ""
                : texts.get(row.entry().hasHash() ? "library.checked" : "library.noHash");
    }

    static String chiefMetric(LibraryRow row) {
        Map<String, Double> published = row.entry().published();
        return CHIEF.stream()
                .filter(published::containsKey)
                .findFirst()
                .or(() -> published.keySet().stream().findFirst())
                .orElse("");
    }

    static String chiefFigure(LibraryRow row) {
        Double figure = row.entry().published().get(chiefMetric(row));
        // 0.76 as 0.760: the column is read from above to below.
        if (figure != null && figure < 1) return Texts.format("%.3f", figure);
        return figure == null ? "" : number(figure);
    }

    static String figures(CatalogueEntry entry) {
        return entry.published().entrySet().stream()
                .map(figure -> figure.getKey() + " " + number(figure.getValue()))
                .collect(Collectors.joining("   "));
    }

    String state(LibraryRow row) {
        return switch (row.state()) {
            case Absent(long begun, boolean fetched) -> {
                if (fetched) yield texts.get("library.fetched");
                if (begun > 0) yield texts.get("library.begun", megabytes(begun));
                yield row.entry().url() == null ? texts.get("library.byHand") : "";
            }
            case Waiting() -> texts.get("library.waiting");
            case Downloading(long done, long total) -> {
                if (done == 0) yield texts.get("library.connecting");
                yield total < 0
                        ? texts.get("library.megabytes", megabytes(done))
                        : texts.get("library.progress", megabytes(done), megabytes(total));
            }
            case Preparing() -> texts.get("library.preparing");
            case Verifying() -> texts.get("library.verifying");
            case Ready ready ->
                    texts.get(row.inUseProperty().get() ? "library.inUse" : "library.here");
            case Failed failed -> texts.get("library.failed");
        };
    }

    /// The problem, or how to get a file that cannot be downloaded automatically; else empty.
    String advice(LibraryRow row, LibraryViewModel library) {
        CatalogueEntry entry = row.entry();
        return switch (row.state()) {
            case Failed(Problem problem, EntryState rest) -> problem.message(texts.language());
            case Absent(long begun, boolean fetched) when entry.url() == null && !fetched ->
                    new Problem(
                                    "library.by-hand",
                                    entry.id(),
                                    entry.where(),
                                    library.checkpoint(entry))
                            .message(texts.language());
            default -> "";
        };
    }

    static String address(CatalogueEntry entry) {
        return Objects.requireNonNullElse(entry.url(), Objects.toString(entry.where(), ""));
    }

    private static String megabytes(long bytes) {
        return Texts.format("%.0f", bytes / MEGABYTE);
    }

    private static String number(double figure) {
        return Texts.format("%.4g", figure).replaceFirst("(\\.\\d*?)0+$", "$1");
    }
}
