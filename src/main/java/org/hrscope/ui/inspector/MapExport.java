package org.hrscope.ui.inspector;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.export.NpzWriter;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.Part;
import org.hrscope.pipeline.ActivationFollower.Glance;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.FileDialog;
import org.hrscope.ui.common.NodePicture;
import org.hrscope.ui.common.Notices;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.TextItem;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.inspector.InspectorViewModel.Shown;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/// Exports the inspector's view as an image, or the tensors themselves. FX thread; files are written off it.
final class MapExport {
    private final InspectorViewModel inspector;
    private final BiConsumer<Set<String>, Glance> requests;
    private final Jobs jobs;
    private final Executor fx;
    private final Supplier<List<String>> altered;
    private final Notices notices;
    private final Texts texts;

    /// @param requests requests values by name, independently of the inspector
    /// @param altered  how the values shown differ from the whole network's, a line each
    MapExport(
            Shell shell,
            InspectorViewModel inspector,
            BiConsumer<Set<String>, Glance> requests,
            Supplier<List<String>> altered,
            Executor fx) {
        this.inspector = inspector;
        this.altered = altered;
        this.requests = requests;
        this.fx = fx;
        jobs = shell.jobs();
        notices = shell.notices();
        texts = shell.texts();
    }

    /// @param seen what is exported as an image
    MenuButton menu(Node seen, Controls controls) {
        MenuButton menu = new MenuButton();
        menu.setGraphic(new FontIcon(MaterialDesignD.DOWNLOAD_OUTLINE));
        menu.getStyleClass().add("icon-button");
        controls.named(menu, "inspector.export");
        menu.getItems()
                .addAll(
                        new TextItem(texts, "inspector.export.png", () -> picture(seen)),
                        new TextItem(texts, "inspector.export.node", this::node),
                        new TextItem(texts, "inspector.copy", () -> copyPicture(seen)),
                        new TextItem(texts, "inspector.copy.text", this::copyText),
                        new TextItem(texts, "inspector.export.all", this::all));
        // Only an HRNet tells which values are nodes.
        menu.getItems()
                .getLast()
                .disableProperty()
                .bind(inspector.networkProperty().map(net -> false).orElse(true));
        return menu;
    }

    private @Nullable Path choose(String key, String name, String ending) {
        FileDialog dialog = new FileDialog(null, texts.get(key)).kind(ending, "*" + ending);
        return dialog.save(name + (altered.get().isEmpty() ? "" : "-cut") + ending).orElse(null);
    }

    private void picture(Node seen) {
        NodePicture picture = NodePicture.of(seen);
        Path file = choose("inspector.export.png", inspector.nodeProperty().get() + "", ".png");
        if (file == null) return;
        jobs.run(() -> picture.write(file), this::kept, notices::problem);
    }

    private void copyPicture(Node seen) {
        NodePicture picture = NodePicture.of(seen);
        picture.copy();
        notices.news(texts.of("copy.done", picture.width(), picture.height()));
    }

    private void copyText() {
        Shown shown = inspector.shownProperty().get();
        if (shown == null) return;
        try {
            int channel = inspector.channelProperty().get();
            String text = MapText.of(shown.maps(), channel, altered.get());
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
            notices.news(texts.of("copy.text", shown.maps().node(), channel));
        } catch (Problem tooLarge) {
            notices.problem(tooLarge);
        }
    }

    private void node() {
        Shown shown = inspector.shownProperty().get();
        if (shown == null) return;
        NodeMaps maps = shown.maps();
        Path file = choose("inspector.export.node", maps.node(), ".npz");
        if (file == null) return;
        List<String> how = altered.get();
        jobs.run(
                () -> {
                    write(file, Map.of(maps.node(), maps.tensor()), how);
                    return file;
                },
                this::kept,
                notices::problem);
    }

    private void all() {
        Shown shown = inspector.shownProperty().get();
        if (shown == null) return;
        Path file = choose("inspector.export.all", shown.maps().model().name(), ".npz");
        if (file != null) all(file);
    }

    /// All nodes of one frame, written in place without copying.
    void all(Path file) {
        HrNet net = inspector.networkProperty().getValue();
        if (net == null) return;
        AtomicBoolean done = new AtomicBoolean();
        List<String> how = altered.get();
        requests.accept(
                net.parts().stream().map(Part::name).collect(Collectors.toSet()),
                (result, values) -> {
                    if (done.getAndSet(true)) return;
                    try {
                        write(file, new TreeMap<>(values), how);
                        fx.execute(() -> kept(file));
                    } catch (Problem problem) {
                        fx.execute(() -> notices.problem(problem));
                    } finally {
                        // Else every frame from now on is read for nobody.
                        fx.execute(() -> requests.accept(Set.of(), (none, nothing) -> {}));
                    }
                });
    }

    /// @param altered beside the arrays, so that nobody takes them for the whole network's
    static void write(Path file, Map<String, Tensor> tensors, List<String> altered) throws Problem {
        NpzWriter.write(
                file,
                npz -> {
                    if (!altered.isEmpty()) npz.note("altered", String.join("\n", altered) + "\n");
                    for (var each : tensors.entrySet()) npz.add(each.getKey(), each.getValue());
                });
    }

    private void kept(Path file) {
        notices.news(texts.of("snapshot.done", file));
    }
}
