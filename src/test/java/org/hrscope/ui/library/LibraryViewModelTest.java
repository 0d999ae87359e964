package org.hrscope.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hrscope.domain.Problem;
import org.hrscope.library.Catalogue;
import org.hrscope.library.CatalogueEntry;
import org.hrscope.library.CatalogueEntry.Kind;
import org.hrscope.library.LocalServer;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.library.EntryState.Absent;
import org.hrscope.ui.library.EntryState.Downloading;
import org.hrscope.ui.library.EntryState.Failed;
import org.hrscope.ui.library.EntryState.Preparing;
import org.hrscope.ui.library.EntryState.Ready;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything runs at once, on the test's thread; the server is on this machine.
class LibraryViewModelTest {
    @TempDir Path folder;

    private Shelf shelf;
    private LocalServer server;
    private LibraryViewModel library;
    private final List<Path> used = new ArrayList<>();
    private final List<CatalogueEntry> chosen = new ArrayList<>();
    private boolean mayRemove = true;
    private int read;
    private boolean unreadable;

    @BeforeEach
    void publish() throws IOException {
        shelf = new Shelf(folder);
        server = new LocalServer(shelf.published);
        Catalogue catalogue =
                new Catalogue(
                        List.of(
                                shelf.entry("body", "COCO", server.url("")),
                                shelf.entry("hand", "RHD", server.url("")),
                                shelf.entry("manual", "COCO", null)));
        library =
                new LibraryViewModel(
                        () -> {
                            if (unreadable) throw new StackOverflowError();
                            read++;
                            return catalogue;
                        },
                        shelf.store,
                        new Jobs(Runnable::run, Runnable::run),
                        Runnable::run,
                        new Outside());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private final class Outside implements LibraryViewModel.Outside {
        @Override
        public void use(Path model) {
            used.add(model);
        }

        @Override
        public boolean mayRemove(CatalogueEntry entry) {
            return mayRemove;
        }

        @Override
        public void choose(CatalogueEntry entry) {
            chosen.add(entry);
        }
    }

    private LibraryRow row(String id) {
        return library.shown().stream()
                .filter(r -> r.entry().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> shown() {
        return library.shown().stream().map(r -> r.entry().id()).toList();
    }

    private LibraryRow download(String id) {
        LibraryRow row = row(id);
        library.perform(Action.DOWNLOAD, row);
        return row;
    }

    private static String failure(LibraryRow row) {
        return ((Failed) row.state()).problem().key();
    }

    @Test
    void nothingIsReadBeforeItIsOpenedAndNothingFetchedUnasked() {
        assertThat(read).isZero();
        library.refresh();
        library.refresh();
        assertThat(read).isEqualTo(1);
        assertThat(shown()).containsExactly("body", "manual", "hand");
        assertThat(row("body").actions()).containsExactly(Action.DOWNLOAD);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsToldUntilItCan() {
        unreadable = true;
        library.get("body");
        assertThat(library.unreadProperty().get()).extracting(Problem::key).isEqualTo("unforeseen");
        unreadable = false;
        library.refresh();
        assertThat(library.unreadProperty().get()).isNull();
        assertThat(row("body").actions()).as("no longer wanted").contains(Action.DOWNLOAD);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void wordsAndKindsFilter() {
        library.searchProperty().set("rhd");
        library.refresh();
        assertThat(shown()).containsExactly("hand");
        library.searchProperty().set("");
        library.kinds().add(Kind.BODY);
        assertThat(shown()).containsExactly("body", "manual");
        library.kinds().add(Kind.HAND);
        assertThat(shown()).hasSize(3);
        library.hereOnlyProperty().set(true);
        assertThat(shown()).isEmpty();
        library.hereOnlyProperty().set(false);
        download("hand");
        library.hereOnlyProperty().set(true);
        assertThat(shown()).containsExactly("hand");
    }

    @Test
    void aDownloadPassesThroughItsStatesAndIsUsed() {
        library.refresh();
        LibraryRow row = row("body");
        List<EntryState> states = new ArrayList<>();
        row.stateProperty().addListener((property, before, now) -> states.add(now));
        download("body");
        assertThat(states.getFirst()).isEqualTo(new Downloading(0, -1));
        List<Double> shares =
                states.stream()
                        .filter(Downloading.class::isInstance)
                        .map(s -> ((Downloading) s).share())
                        .toList();
        assertThat(shares).isSorted().hasSizeGreaterThan(2).allMatch(share -> share < 1);
        assertThat(states).contains(new Preparing()).endsWith(new Ready(true, false));
        assertThat(row.actions()).containsExactly(Action.USE, Action.VERIFY, Action.REMOVE);
        library.perform(Action.USE, row);
        assertThat(used).containsExactly(shelf.store.model(row.entry()));
        library.used(used.getFirst());
        assertThat(row.inUseProperty().get()).isTrue();
        assertThat(row.actions()).doesNotContain(Action.USE);
    }

    @Test
    void aBrokenDownloadIsToldAndGoesOn() {
        library.refresh();
        server.breakingAfter(100_000);
        LibraryRow row = download("body");
        assertThat(failure(row)).isEqualTo("library.broken-off");
        assertThat(library.selectedProperty().get()).isSameAs(row);
        assertThat(row.actions()).containsExactly(Action.DOWNLOAD, Action.REMOVE);
        server.breakingAfter(Integer.MAX_VALUE);
        library.perform(Action.DOWNLOAD, row);
        assertThat(row.state()).isInstanceOf(Ready.class);
        assertThat(server.requests().getLast()).contains("bytes=");
    }

    @Test
    void aFileWithAnotherHashIsRefused() {
        byte[] other = shelf.published.clone();
        other[5000] ^= 1;
        server.serving(other);
        library.refresh();
        LibraryRow row = download("body");
        assertThat(failure(row)).isEqualTo("library.hash");
        assertThat(((Failed) row.state()).rest()).isEqualTo(new Absent(0, false));
        assertThat(row.actions()).containsExactly(Action.DOWNLOAD);
    }

    @Test
    void offlineIsToldUntilSomethingComes() {
        library.refresh();
        server.close();
        assertThat(failure(download("body"))).isEqualTo("library.unreachable");
        assertThat(library.offlineProperty().get()).isTrue();
    }

    @Test
    void whatComesEndsOffline() throws IOException {
        library.refresh();
        int port = server.port();
        server.close();
        download("body");
        server = new LocalServer(shelf.published, port);
        download("hand");
        assertThat(library.offlineProperty().get()).isFalse();
    }

    @Test
    void aCheckpointChangedOnTheDiskIsFound() throws IOException {
        library.refresh();
        LibraryRow row = download("body");
        library.perform(Action.VERIFY, row);
        assertThat(row.state()).isEqualTo(new Ready(true, true));
        Files.write(shelf.store.checkpoint(row.entry()), new byte[] {1});
        library.perform(Action.VERIFY, row);
        assertThat(failure(row)).isEqualTo("library.hash");
        assertThat(row.actions()).containsExactly(Action.VERIFY, Action.REMOVE);
        library.refresh();
        assertThat(row.state()).isInstanceOf(Failed.class);
    }

    @Test
    void removingAsksFirst() {
        library.refresh();
        LibraryRow row = download("body");
        mayRemove = false;
        library.perform(Action.REMOVE, row);
        assertThat(shelf.store.isReady(row.entry())).isTrue();
        mayRemove = true;
        library.perform(Action.REMOVE, row);
        assertThat(shelf.store.isReady(row.entry())).isFalse();
        assertThat(row.state()).isEqualTo(new Absent(0, false));
    }

    @Test
    void whatOnlyAPersonCanFetchSaysWhereItGoesAndIsImportedFromThere() throws IOException {
        library.refresh();
        LibraryRow row = row("manual");
        assertThat(row.actions()).containsExactly(Action.CHOOSE);
        library.perform(Action.CHOOSE, row);
        assertThat(chosen).containsExactly(row.entry());
        Path place = shelf.store.checkpoint(row.entry());
        Texts texts = new Texts();
        EntryTexts words = new EntryTexts(texts);
        assertThat(words.advice(row, library)).contains("a folder").contains(place.toString());
        texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
        assertThat(words.advice(row, library)).contains("请").contains(place.toString());
        Files.createDirectories(place.getParent());
        Files.write(place, shelf.published);
        library.refresh();
        assertThat(row.state()).isEqualTo(new Absent(0, true));
        library.perform(Action.DOWNLOAD, row);
        assertThat(row.state()).isEqualTo(new Ready(true, false));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void whatCannotBeDoneIsNotDone() {
        library.refresh();
        for (Action action : List.of(Action.USE, Action.VERIFY, Action.REMOVE, Action.CANCEL)) {
            library.perform(action, row("body"));
        }
        assertThat(used).isEmpty();
        assertThat(row("body").state()).isEqualTo(new Absent(0, false));
    }

    @Test
    void whatIsWantedIsDownloadedAndUsedOnce() {
        library.get("body");
        assertThat(row("body").state()).isInstanceOf(Ready.class);
        assertThat(used).containsExactly(shelf.store.model(row("body").entry()));
        assertThat(library.selectedProperty().get()).isSameAs(row("body"));
        library.refresh();
        assertThat(used).hasSize(1);
        library.get("body");
        assertThat(used).as("already here").hasSize(2);
    }

    @Test
    void whatFailsIsNotTriedAgainUnasked() {
        library.refresh();
        server.close();
        library.get("body");
        assertThat(row("body").state()).isInstanceOf(Failed.class);
        EntryState failed = row("body").state();
        library.refresh();
        assertThat(row("body").state()).isSameAs(failed);
        assertThat(used).isEmpty();
    }
}
