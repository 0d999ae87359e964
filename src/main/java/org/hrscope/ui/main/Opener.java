package org.hrscope.ui.main;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.hrscope.capture.SourceSpec;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.model.Problem;
import org.hrscope.settings.Settings;
import org.hrscope.ui.common.TaskRunner;
import org.jspecify.annotations.Nullable;

/// Opens whatever a person names, chooses or drops: a source to play or a network to use. What does not open is told,
/// and what was there goes on. FX thread.
final class Opener {
    private final LiveViewModel live;
    private final ModelOpener models;
    private final TaskRunner tasks;
    private final Consumer<Problem> trouble;
    private List<String> recent;
    private @Nullable Path model;

    Opener(
            LiveViewModel live,
            ModelOpener models,
            TaskRunner tasks,
            Consumer<Problem> trouble,
            @Nullable List<String> recent) {
        this.live = live;
        this.models = models;
        this.tasks = tasks;
        this.trouble = trouble;
        this.recent = recent == null ? List.of() : recent;
    }

    /// A file, folder, address, camera or the demo figure, as it is typed; an .onnx file is a network.
    void open(String text) {
        if (text.toLowerCase(Locale.ROOT).endsWith(".onnx")) {
            useModel(Path.of(text));
            return;
        }
        tasks.run(() -> SourceSpec.parse(text), this::open, trouble);
    }

    void open(SourceSpec spec) {
        boolean named = spec instanceof SourceSpec.Video || spec instanceof SourceSpec.Picture;
        if (named || spec instanceof SourceSpec.Folder || spec instanceof SourceSpec.Stream) {
            recent = Settings.recent(spec.text(), recent);
        }
        live.open(spec);
    }

    /// The network of this file, null for the bundled one. A remembered file that is gone gives way to the bundled one.
    void useModel(@Nullable Path file) {
        Callable<PoseEstimator> opening =
                () -> new PoseEstimator(file == null ? models.bundled() : models.open(file));
        tasks.run(
                opening,
                estimator -> {
                    model = file;
                    live.use(estimator);
                },
                problem -> {
                    trouble.accept(problem);
                    if (live.modelProperty().get() == null && file != null) useModel(null);
                });
    }

    @Nullable Path model() {
        return model;
    }

    List<String> recent() {
        return new ArrayList<>(recent);
    }
}
