package org.hrscope.ui.shell;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.hrscope.domain.Problem;
import org.hrscope.file.WholeFile;
import org.hrscope.ui.common.NodePicture;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.network.NetworkDock;
import org.hrscope.ui.stage.StageView;
import org.jspecify.annotations.Nullable;

/// Images of the stage, the map and the panels, to files or to the clipboard. FX thread; files are written off it.
final class Pictures {
    /// A canvas larger than a texture is not drawn.
    private static final int MOST = 8192;

    /// Style classes of what counts as a panel, the innermost first.
    private static final List<String> PANELS =
            List.of("stage-pane", "network-dock", "inspector", "side", "timeline");

    private final Shell shell;
    private final StageView stage;
    private final NetworkDock map;
    private final Snapshot snapshot;

    /// @param folder where images are saved
    Pictures(Shell shell, StageView stage, NetworkDock map, Path folder) {
        this.shell = shell;
        this.stage = stage;
        this.map = map;
        snapshot = new Snapshot(shell, folder);
    }

    /// Saves the frame with its layers, at its own size.
    void stage() {
        NodePicture picture = stagePicture();
        if (picture != null) snapshot.save(picture);
    }

    /// Saves the frame alone.
    void frame() {
        var shown = stage.shown();
        if (shown == null) nothing();
        else snapshot.save(NodePicture.of(shown.frame()));
    }

    private @Nullable NodePicture stagePicture() {
        var shown = stage.shown();
        if (shown == null) return nothing();
        int width = shown.frame().width();
        int height = shown.frame().height();
        if (Math.max(width, height) > MOST) {
            shell.notices().problem(new Problem("picture.tooLarge", width, height, MOST));
            return null;
        }
        return stage.atSourceSize();
    }

    private <T> @Nullable T nothing() {
        shell.notices().problem(new Problem("bundle.nothing"));
        return null;
    }

    void map() {
        NodePicture picture = map.canvas().picture();
        if (picture == null) nothing();
        else snapshot.save(picture);
    }

    void svg() {
        String svg = map.canvas().svg();
        if (svg == null) {
            nothing();
            return;
        }
        Path file = snapshot.file("_map.svg");
        snapshot.keep(() -> {
            WholeFile.writeUndisturbed(file, svg.getBytes(StandardCharsets.UTF_8));
            return file;
        });
    }

    void copyStage() {
        copy(stagePicture());
    }

    void copyMap() {
        copy(map.canvas().picture());
    }

    /// The panel at the right.
    void copyPanel(Scene scene) {
        copyNode(scene.lookup(".side"));
    }

    /// The panel under the pointer; the stage where there is none.
    void copyPointed(Scene scene) {
        for (String panel : PANELS) {
            for (Node node : scene.getRoot().lookupAll("." + panel)) {
                if (node.isHover()) {
                    copyNode(node);
                    return;
                }
            }
        }
        copyStage();
    }

    private void copyNode(@Nullable Node node) {
        copy(node == null ? nothing() : NodePicture.of(node));
    }

    private void copy(@Nullable NodePicture picture) {
        if (picture == null) return;
        picture.copy();
        shell.notices().news(shell.texts().of("copy.done", picture.width(), picture.height()));
    }
}
