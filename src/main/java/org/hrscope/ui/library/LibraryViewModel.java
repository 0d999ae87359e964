package org.hrscope.ui.library;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.collections.transformation.FilteredList;
import org.hrscope.domain.Problem;
import org.hrscope.library.Catalogue;
import org.hrscope.library.CatalogueEntry;
import org.hrscope.library.CatalogueEntry.Kind;
import org.hrscope.library.ModelStore;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.library.EntryState.Absent;
import org.hrscope.ui.library.EntryState.Downloading;
import org.hrscope.ui.library.EntryState.Failed;
import org.hrscope.ui.library.EntryState.Ready;
import org.hrscope.ui.library.EntryState.Verifying;
import org.jspecify.annotations.Nullable;

/// The library: which networks are shown, their state on this computer, and the possible actions. Nothing is downloaded
/// unless requested. FX thread.
public final class LibraryViewModel {

    /// What the library needs from outside.
    public interface Outside {
        void use(Path model);

        /// Asks to confirm deleting this network.
        boolean mayRemove(CatalogueEntry entry);

        /// Lets the user choose a checkpoint that cannot be downloaded automatically, and opens it.
        void choose(CatalogueEntry entry);
    }

    private final Supplier<Catalogue> source;
    private final ModelStore store;
    private final Jobs jobs;
    private final Outside outside;
    private final DownloadQueue downloads;
    private final ObservableList<LibraryRow> rows = FXCollections.observableArrayList();
    private final FilteredList<LibraryRow> shown = new FilteredList<>(rows);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableSet<Kind> kinds = FXCollections.observableSet();
    private final BooleanProperty hereOnly = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable LibraryRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper offline = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> unread = new ReadOnlyObjectWrapper<>();
    private @Nullable Catalogue catalogue;
    private @Nullable Path inUse;
    private @Nullable String wanted;

    /// @param source read off the FX thread, when the library is first opened
    public LibraryViewModel(
            Supplier<Catalogue> source, ModelStore store, Jobs jobs, Executor fx, Outside outside) {
        this.source = source;
        this.store = store;
        this.jobs = jobs;
        this.outside = outside;
        downloads = new DownloadQueue(store, jobs, fx);
        Changes.of(this::filter, search, hereOnly);
        kinds.addListener((SetChangeListener<Kind>) change -> filter());
    }

    /// The search results: the recommended network, then bodies, whole bodies, hands and so on, each in catalogue
    /// order.
    public ObservableList<LibraryRow> shown() {
        return shown;
    }

    /// The total; 0 until the catalogue has been read.
    public int size() {
        return rows.size();
    }

    public StringProperty searchProperty() {
        return search;
    }

    /// The categories shown; all if empty.
    public ObservableSet<Kind> kinds() {
        return kinds;
    }

    /// Whether only networks ready to use are shown.
    public BooleanProperty hereOnlyProperty() {
        return hereOnly;
    }

    /// The selected network.
    public ObjectProperty<@Nullable LibraryRow> selectedProperty() {
        return selected;
    }

    /// Whether the last attempt failed to reach the server.
    public ReadOnlyBooleanProperty offlineProperty() {
        return offline.getReadOnlyProperty();
    }

    /// Why the catalogue or the disk could not be read; null if they could.
    public ReadOnlyObjectProperty<@Nullable Problem> unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// Where the user can put the checkpoint manually.
    public Path checkpoint(CatalogueEntry entry) {
        return store.checkpoint(entry);
    }

    /// Reads the catalogue the first time, and the disk each time: files may have come or gone.
    public void refresh() {
        Catalogue known = catalogue;
        jobs.run(
                () -> read(known),
                this::show,
                problem -> {
                    wanted = null;
                    unread.set(problem);
                });
    }

    /// Downloads this network if it is not here, and uses it.
    public void get(String id) {
        wanted = id;
        refresh();
    }

    private record Contents(Catalogue catalogue, Map<String, EntryState> states) {}

    private Contents read(@Nullable Catalogue known) {
        Catalogue all = known == null ? source.get() : known;
        Map<String, EntryState> states = new LinkedHashMap<>();
        for (CatalogueEntry entry : all.pose()) {
            states.put(entry.id(), EntryState.onDisk(store, entry));
        }
        return new Contents(all, states);
    }

    private void show(Contents contents) {
        unread.set(null);
        if (catalogue == null) {
            catalogue = contents.catalogue;
            for (CatalogueEntry entry : contents.catalogue.pose()) {
                LibraryRow row = new LibraryRow(entry);
                row.stateProperty().subscribe((_, now) -> changed(row, now));
                rows.add(row);
            }
            rows.sort(
                    Comparator.comparing((LibraryRow row) -> !row.recommended())
                            .thenComparing(row -> row.entry().kind()));
            markUsed();
        }
        for (LibraryRow row : rows) {
            EntryState now = contents.states.get(row.entry().id());
            if (now != null) found(row, now);
        }
        filter();
        for (LibraryRow row : List.copyOf(rows)) {
            if (row.entry().id().equals(wanted)) fetch(row);
        }
    }

    private void fetch(LibraryRow row) {
        if (row.isHere()) wanted = null;
        perform(row.isHere() ? Action.USE : Action.DOWNLOAD, row);
    }

    /// A busy, failed or checked row is not refreshed from disk unless its file came or went.
    private static void found(LibraryRow row, EntryState now) {
        if (row.isBusy()) return;
        EntryState before = row.state() instanceof Failed failed ? failed.rest() : row.state();
        boolean same = before instanceof Ready && now instanceof Ready;
        if (!same && !before.equals(now)) row.set(now);
    }

    private void changed(LibraryRow row, EntryState now) {
        if (now instanceof Downloading(long done, long total) && done > 0) offline.set(false);
        if (now instanceof Failed(var problem, EntryState rest)) {
            selected.set(row);
            if (problem.key().equals("library.unreachable")) offline.set(true);
        }
        if (row.entry().id().equals(wanted)) {
            if (now instanceof Failed || now instanceof Absent) wanted = null;
            if (now instanceof Ready) fetch(row);
        }
        if (hereOnly.get()) filter();
    }

    private void filter() {
        Catalogue all = catalogue;
        if (all == null) return;
        Set<String> found =
                all.search(kinds, search.get()).stream()
                        .map(CatalogueEntry::id)
                        .collect(Collectors.toSet());
        boolean here = hereOnly.get();
        shown.setPredicate(
                row -> found.contains(row.entry().id()) && (!here || row.isHere() || row.isBusy()));
    }

    /// @param model the file in use, null for the bundled network
    public void used(@Nullable Path model) {
        inUse = model == null ? null : model.toAbsolutePath();
        markUsed();
    }

    private void markUsed() {
        for (LibraryRow row : rows) {
            row.inUse(store.model(row.entry()).toAbsolutePath().equals(inUse));
        }
    }

    /// Runs an action if the row currently allows it.
    public void perform(Action action, LibraryRow row) {
        if (!row.actions().contains(action)) return;
        CatalogueEntry entry = row.entry();
        selected.set(row);
        switch (action) {
            case DOWNLOAD -> downloads.add(row);
            case CANCEL -> downloads.cancel(row);
            case USE -> outside.use(store.model(entry));
            case CHOOSE -> outside.choose(entry);
            case VERIFY -> verify(row);
            case REMOVE -> {
                if (outside.mayRemove(entry)) remove(row);
            }
        }
    }

    private void verify(LibraryRow row) {
        EntryState before = row.state() instanceof Failed failed ? failed.rest() : row.state();
        row.set(new Verifying());
        jobs.run(
                () -> store.verify(row.entry()),
                hash -> row.set(new Ready(true, true)),
                problem -> row.set(new Failed(problem, before)));
    }

    private void remove(LibraryRow row) {
        EntryState before = row.state() instanceof Failed failed ? failed.rest() : row.state();
        jobs.run(
                () -> {
                    store.remove(row.entry());
                    return EntryState.onDisk(store, row.entry());
                },
                row::set,
                problem -> row.set(new Failed(problem, before)));
    }
}
