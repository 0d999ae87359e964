package org.hrscope.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.hrscope.domain.Problem;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.NodePicture;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// `-Dhrscope.pictures=FOLDER` keeps each view that a layout test looks at as a PNG, in both themes: a person sees what
/// no rule finds. Without it nothing is kept.
record SeenViews(@Nullable Path folder) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Set<String> WAITING =
            Texts.LANGUAGES.stream().map(SeenViews::waiting).collect(Collectors.toSet());

    private static String waiting(Locale language) {
        Texts texts = new Texts();
        texts.languageProperty().set(language);
        return texts.get("inspector.waiting");
    }

    static SeenViews asked() {
        String folder = System.getProperty("hrscope.pictures");
        return new SeenViews(folder == null ? null : Path.of(folder));
    }

    boolean wanted() {
        return folder != null;
    }

    /// Whether to look in the dark theme.
    List<Boolean> themes() {
        return wanted() ? List.of(false, true) : List.of(false);
    }

    /// Whether the maps of this view are still to come. Nobody looks at them before.
    private static boolean isLoading(Node view) {
        return FxToolkit.on(() ->
                view.lookupAll(".label").stream()
                        .filter(Labeled.class::isInstance)
                        .map(label -> ((Labeled) label).getText())
                        .anyMatch(WAITING::contains));
    }

    /// Some fade in.
    static boolean isAppearing(Parent view) {
        return FxToolkit.on(() ->
                view.getOpacity() < 1
                        || view.getChildrenUnmodifiable().stream()
                                .anyMatch(child -> child.getOpacity() < 1));
    }

    /// Waits for the maps as a person would: not for ever.
    void awaited(Node view) {
        if (folder == null) return;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (isLoading(view) && System.nanoTime() < end) FxToolkit.rendered();
    }

    /// @param name such as `en 1280x720 dark panel 0`; a view that is looked at again keeps its last image
    void keep(Parent view, String name) {
        if (folder == null) return;
        FxToolkit.rendered();
        while (isAppearing(view)) FxToolkit.rendered();
        NodePicture picture = FxToolkit.on(() -> NodePicture.of(view));
        try {
            Files.createDirectories(folder);
            picture.write(folder.resolve(name.replaceAll("[^A-Za-z0-9.-]+", "-") + ".png"));
        } catch (IOException | Problem e) {
            throw new IllegalStateException(e);
        }
    }
}
