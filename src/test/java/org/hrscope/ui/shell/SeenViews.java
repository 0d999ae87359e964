package org.hrscope.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import org.hrscope.domain.Problem;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.NodePicture;
import org.jspecify.annotations.Nullable;

/// `-Dhrscope.pictures=FOLDER` keeps each view that a layout test looks at as a PNG, in both themes: a person sees what
/// no rule finds. Without it nothing is kept.
record SeenViews(@Nullable Path folder) {
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

    /// @param name such as `en 1280x720 dark panel 0`; a view that is looked at again keeps its last image
    void keep(Node view, String name) {
        if (folder == null) return;
        FxToolkit.rendered();
        NodePicture picture = FxToolkit.on(() -> NodePicture.of(view));
        try {
            Files.createDirectories(folder);
            picture.write(folder.resolve(name.replaceAll("[^A-Za-z0-9.-]+", "-") + ".png"));
        } catch (IOException | Problem e) {
            throw new IllegalStateException(e);
        }
    }
}
