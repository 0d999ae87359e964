package org.hrscope.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.hrscope.domain.Problem;
import org.hrscope.library.Catalogue;
import org.hrscope.library.CatalogueEntry;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The whole catalogue in a headless window.
@ExtendWith(FxToolkit.class)
class LibraryPanelTest {
    @TempDir Path folder;

    private final Texts texts = new Texts();
    private LibraryViewModel library;
    private LibraryPanel panel;
    private Stage window;

    @BeforeEach
    void show() throws IOException {
        Shelf shelf = new Shelf(folder);
        FxToolkit.run(() -> {
            make(Catalogue::load, shelf);
            new Theme().style(panel);
            window = new Stage();
            window.setScene(new Scene(panel, 980, 680));
            window.show();
            library.refresh();
        });
        FxToolkit.rendered();
    }

    private void make(Supplier<Catalogue> source, Shelf shelf) {
        library =
                new LibraryViewModel(
                        source,
                        shelf.store,
                        new Jobs(Runnable::run, Runnable::run),
                        Runnable::run,
                        new Nothing());
        panel =
                new LibraryPanel(
                        library, new javafx.scene.layout.HBox(), new Controls(texts), texts);
    }

    @AfterEach
    void hide() {
        FxToolkit.run(() -> window.hide());
    }

    private static final class Nothing implements LibraryViewModel.Outside {
        @Override
        public void use(Path model) {}

        @Override
        public boolean mayRemove(CatalogueEntry entry) {
            return false;
        }

        @Override
        public void choose(CatalogueEntry entry) {}
    }

    private Set<String> words() {
        FxToolkit.rendered();
        return FxToolkit.on(() ->
                panel.lookupAll(".label").stream()
                        .filter(LibraryPanelTest::seen)
                        // Long names may break, but only where one may look for it.
                        .map(node -> ((Labeled) node).getText().replace("\u200a", ""))
                        .collect(Collectors.toSet()));
    }

    private static boolean seen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) if (!n.isVisible()) return false;
        return true;
    }

    /// Has to be downloaded by hand.
    private LibraryRow first() {
        return library.shown().stream()
                .filter(row -> row.entry().id().equals("pose_hrnet_w32_256x192"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyTheRowsThatAreSeenAreMade() {
        Set<Node> cells = FxToolkit.on(() -> panel.lookupAll(".table-row-cell"));
        assertThat(cells).hasSizeBetween(5, 20);
        assertThat(FxToolkit.on(() -> ((TableView<?>) panel.lookup(".table-view")).getItems()))
                .hasSize(72);
        assertThat(words())
                .contains("72 of 72", "pose_hrnet_w32_256x192", "HRNet-W32  ·  COCO", "17 joints")
                .contains("256 × 192", "AP", "0.744", "MIT", "115 MB", "Manual download");
    }

    @Test
    void oneBodyNetworkIsRecommendedAndEveryRowTellsTheDownloadsSize() {
        List<LibraryRow> rows = List.copyOf(library.shown());
        assertThat(rows.stream().filter(LibraryRow::recommended)).containsExactly(rows.getFirst());
        assertThat(rows.getFirst().entry().url()).isNotNull();
        assertThat(rows).isSortedAccordingTo(Comparator.comparing(row -> row.entry().kind()));
        EntryTexts english = new EntryTexts(texts);
        assertThat(rows).allSatisfy(row -> assertThat(english.size(row)).matches("≈? ?\\d+ MB"));
        // The parameters are nearly all of a checkpoint.
        assertThat(rows.stream().map(LibraryRow::entry).filter(e -> e.bytes() != null))
                .hasSize(2)
                .allSatisfy(e ->
                        assertThat((double) e.parameterBytes() / e.bytes()).isBetween(0.99, 1.0));
        assertThat(words()).contains("Recommended", "≈ 114 MB", "Detects", "Size, licence");
        assertThat(
                        FxToolkit.on(() -> panel.lookupAll(".library-badge")).stream()
                                .filter(LibraryPanelTest::seen))
                .hasSize(1);
    }

    /// The next click is on its way already.
    @Test
    void aBannerMovesNoButton() {
        List<Double> before = FxToolkit.on(this::tops);
        FxToolkit.run(() -> {
            Set<Node> banners = panel.lookupAll(".library-offline");
            assertThat(banners).hasSize(2);
            for (Node banner : banners) {
                banner.visibleProperty().unbind();
                banner.managedProperty().unbind();
                banner.setVisible(true);
                banner.setManaged(true);
            }
        });
        FxToolkit.rendered();
        assertThat(FxToolkit.on(this::tops)).isEqualTo(before);
    }

    private List<Double> tops() {
        List<Node> parts = panel.getChildrenUnmodifiable();
        return List.of(
                top(panel.lookup(".library-head")),
                top(panel.lookup(".table-view")),
                top(panel.lookup(".table-row-cell .button")),
                top(parts.getLast()));
    }

    private static double top(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinY();
    }

    @Test
    void aSearchThatFindsNothingSaysSo() {
        FxToolkit.run(() -> library.searchProperty().set("dog with wings"));
        assertThat(words())
                .contains("0 of 72", "No matching networks. Try fewer words or other categories.");
    }

    @Test
    void whatCannotBeReadIsSaidInPlaceOfTheCatalogue() throws IOException {
        Shelf shelf = new Shelf(Files.createDirectory(folder.resolve("other")));
        FxToolkit.run(() -> {
            make(
                    () -> {
                        throw new LinkageError();
                    },
                    shelf);
            window.getScene().setRoot(panel);
            library.refresh();
        });
        String sentence = new Problem("unforeseen", "LinkageError").getMessage();
        assertThat(words()).contains(sentence).doesNotContain("Loading catalogue…");
    }

    @Test
    void theLanguageChangesWhileItIsOpen() {
        FxToolkit.run(() -> {
            library.selectedProperty().set(first());
            texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
        });
        assertThat(words()).contains("17 个关键点", "需手动下载", "许可证", "72 / 72");
    }

    @Test
    void aDownloadShowsItsShareAndCanBeStopped() {
        FxToolkit.run(() -> first().set(new EntryState.Downloading(30_000_000, 120_000_000)));
        assertThat(words()).contains("30 of 120 MB");
        List<ProgressBar> bars =
                FxToolkit.on(() ->
                        panel.lookupAll(".slim-bar").stream()
                                .filter(LibraryPanelTest::seen)
                                .map(ProgressBar.class::cast)
                                .toList());
        assertThat(bars).singleElement().extracting(ProgressBar::getProgress).isEqualTo(0.25);
        assertThat(FxToolkit.on(this::namesOfFirstRow))
                .containsExactly("Stop, keep partial download");
    }

    private List<String> namesOfFirstRow() {
        return panel.lookupAll(".table-row-cell").stream()
                .map(node -> (TableRow<?>) node)
                .filter(row -> row.getItem() == first())
                .flatMap(row -> row.lookupAll(".button").stream())
                .filter(LibraryPanelTest::seen)
                .map(button -> ((Button) button).getAccessibleText())
                .toList();
    }

    @Test
    void whatIsUsedAndWhatACheckFoundIsSaid() {
        FxToolkit.run(() -> {
            first().set(new EntryState.Ready(true, true));
            first().inUse(true);
        });
        assertThat(words()).contains("In use", "Verified", "115 MB");
        assertThat(FxToolkit.on(this::namesOfFirstRow))
                .containsExactly("Verify against the published hash", "Delete from this computer");
    }

    @Test
    void aFailureSpeaksTheWindowsLanguage() {
        LibraryRow row = first();
        FxToolkit.run(() -> {
            Problem problem = new Problem("library.unreachable", "a.org", "http://a.org/x.pth");
            row.set(new EntryState.Failed(problem, new EntryState.Absent(0, false)));
        });
        assertThat(words())
                .contains("Failed")
                .anyMatch(text -> text.startsWith("The server a.org cannot be reached"))
                .anyMatch(text -> text.startsWith("Cannot reach the model server"));
        FxToolkit.run(() -> texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        assertThat(words()).anyMatch(text -> text.startsWith("无法连接 a.org"));
        assertThat(FxToolkit.on(() -> (Label) panel.lookup(".library-offline")).isVisible())
                .isTrue();
    }
}
