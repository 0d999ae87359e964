package org.hrscope.ui.main;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.hrscope.capture.SourceSpec;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.convert.CheckpointName;
import org.hrscope.convert.ImportOptions;
import org.hrscope.convert.ImportedModel;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.library.Catalogue;
import org.hrscope.library.CatalogueEntry;
import org.hrscope.model.Problem;
import org.hrscope.settings.Settings;
import org.hrscope.ui.common.TaskRunner;
import org.jspecify.annotations.Nullable;

/// Opens whatever a person names, chooses or drops: a source to play or a network to use. What does not open is told,
/// and what was there goes on. FX thread.
final class Opener {
    private final LiveViewModel live;
    private final ModelOpener models;
    private final CheckpointImport importer;
    private final Path imported;
    private final TaskRunner tasks;
    private final Consumer<Problem> trouble;
    private final Consumer<Path> importing;
    private final Consumer<ImportProof> proven;
    private List<String> recent;
    private @Nullable Path model;
    private @Nullable Path lentFor;

    /// @param imported  where networks made from checkpoints are kept
    /// @param importing told of each checkpoint whose import begins
    /// @param proven    told how each import was proven
    Opener(
            LiveViewModel live,
            ModelOpener models,
            CheckpointImport importer,
            Path imported,
            TaskRunner tasks,
            Consumer<Problem> trouble,
            Consumer<Path> importing,
            Consumer<ImportProof> proven,
            @Nullable List<String> recent) {
        this.live = live;
        this.models = models;
        this.importer = importer;
        this.imported = imported;
        this.tasks = tasks;
        this.trouble = trouble;
        this.importing = importing;
        this.proven = proven;
        this.recent = recent == null ? List.of() : recent;
    }

    /// A file, folder, address, camera or the demo figure, as it is typed; an .onnx file is a network, a PyTorch
    /// checkpoint becomes one.
    void open(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        if (name.endsWith(".onnx")) {
            useModel(Path.of(text));
            return;
        }
        if (CheckpointName.is(name)) {
            importCheckpoint(Path.of(text));
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

    /// A published checkpoint is known by its file's name: size, joints and decoder are those of the catalogue.
    private void importCheckpoint(Path checkpoint) {
        importing.accept(checkpoint);
        tasks.run(
                () -> {
                    String file = checkpoint.getFileName().toString();
                    Optional<CatalogueEntry> published = Catalogue.load().published(file);
                    String name =
                            published
                                    .map(CatalogueEntry::id)
                                    .orElseGet(() -> CheckpointName.stem(checkpoint));
                    Files.createDirectories(imported);
                    ImportedModel made =
                            importer.run(
                                    checkpoint,
                                    imported.resolve(name + ".onnx"),
                                    published
                                            .map(CatalogueEntry::importOptions)
                                            .orElse(ImportOptions.NONE));
                    return new Imported(made.file(), ImportProof.of(made, checkpoint));
                },
                done -> {
                    proven.accept(done.proof);
                    useModel(done.file);
                },
                trouble);
    }

    private record Imported(Path file, ImportProof proof) {}

    /// The network of this file, null for the bundled one. A remembered file that is gone gives way to the bundled one.
    void useModel(@Nullable Path file) {
        lentFor = null;
        tasks.run(
                () -> estimator(file),
                estimator -> {
                    model = file;
                    live.use(estimator);
                },
                problem -> {
                    trouble.accept(problem);
                    if (live.modelProperty().get() == null && file != null) useModel(null);
                });
    }

    private PoseEstimator estimator(@Nullable Path file) throws Problem {
        return new PoseEstimator(file == null ? models.bundled() : models.open(file));
    }

    /// The bundled network for the time of a lesson.
    void lendBundled() {
        Path own = model;
        useModel(null);
        lentFor = own;
    }

    /// Ends that time.
    void takeBack() {
        Path own = lentFor;
        if (own != null) useModel(own);
    }

    /// What is to be opened at the next start: null for the bundled one.
    @Nullable Path remembered() {
        return lentFor == null ? model : lentFor;
    }

    @Nullable Path model() {
        return model;
    }

    List<String> recent() {
        return new ArrayList<>(recent);
    }
}
