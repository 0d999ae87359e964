package org.hrscope.ui.library;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.hrscope.library.Catalogue;
import org.hrscope.library.CatalogueEntry;
import org.hrscope.library.ModelStore;
import org.hrscope.ui.common.FileDialog;
import org.hrscope.ui.common.FittingScene;
import org.hrscope.ui.common.FxThread;
import org.hrscope.ui.common.Question;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// The library in its own window; downloads continue while it is in the background. FX thread.
public final class LibraryWindow {
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 700;

    /// What the library needs from outside.
    ///
    /// @param use  receives the ONNX file of a ready network
    /// @param open receives a checkpoint chosen from disk
    /// @param bundled the row of the network that comes with the program
    public record Parts(
            Supplier<Catalogue> catalogue,
            ModelStore store,
            Consumer<Path> use,
            Consumer<Path> open,
            Node bundled) {}

    private final Stage stage = new Stage();
    private final Parts parts;
    private final Shell shell;
    private final Texts texts;
    private final LibraryViewModel library;
    private final LibraryPanel panel;

    public LibraryWindow(Shell shell, Window owner, Parts parts) {
        this.parts = parts;
        this.shell = shell;
        texts = shell.texts();
        library =
                new LibraryViewModel(
                        parts.catalogue, parts.store, shell.jobs(), new FxThread(), new Ways());
        panel = new LibraryPanel(library, parts.bundled, shell.controls(), texts);
        shell.theme().style(panel);
        Scene scene = FittingScene.of(stage, panel, WIDTH, HEIGHT);
        scene.getAccelerators()
                .put(
                        new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN),
                        panel::focusSearch);
        stage.initOwner(owner);
        stage.setScene(scene);
        stage.titleProperty().bind(texts.of("library"));
        stage.setMinWidth(820);
        stage.setMinHeight(420);
        // The user may have put a file in place meanwhile.
        stage.focusedProperty()
                .subscribe((_, focused) -> {
                    if (focused) library.refresh();
                });
    }

    public void show() {
        stage.show();
        stage.toFront();
        library.refresh();
        panel.focusSearch();
    }

    /// Shows how the recommended network is downloaded, and uses it then.
    public void getRecommended() {
        show();
        library.get(LibraryRow.RECOMMENDED);
    }

    /// @param model the file of the network in use, null for the bundled one
    public void used(@Nullable Path model) {
        library.used(model);
        library.refresh();
    }

    private final class Ways implements LibraryViewModel.Outside {
        @Override
        public void use(Path model) {
            parts.use.accept(model);
        }

        @Override
        public boolean mayRemove(CatalogueEntry entry) {
            String words = texts.get("library.mayRemove", entry.id());
            return new Question(shell, stage, words, "library.keep", "library.do.remove")
                    .asked(() -> false);
        }

        @Override
        public void choose(CatalogueEntry entry) {
            new FileDialog(stage, entry.fileName())
                    .kind("PyTorch", "*.pth", "*.pt", "*.pth.tar")
                    .open()
                    .ifPresent(parts.open);
        }
    }
}
