package org.hrscope.ui.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hrscope.capture.SourceSpec;
import org.hrscope.convert.CheckpointName;
import org.hrscope.convert.ImportOptions;
import org.hrscope.convert.ImportedModel;
import org.hrscope.convert.Sha256;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.library.Catalogue;
import org.hrscope.library.CatalogueEntry;
import org.hrscope.model.Problem;
import org.hrscope.settings.Settings;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.threads.Jobs.Outcome;
import org.hrscope.ui.player.LiveViewModel;
import org.jspecify.annotations.Nullable;

/// Opens whatever a person names, chooses or drops: a source to play or a network to use. What does not open is told,
/// and what was there goes on. FX thread.
public final class Opener {
    private static final String SOURCE = "source";
    private static final String MODEL = "model";

    /// Told of what a person should know, on the FX thread.
    public interface Told {
        void problem(Problem problem);

        /// A checkpoint's import begins.
        void importing(Path checkpoint);

        /// How an import was proven.
        void proven(ImportProof proof);
    }

    private final Jobs jobs;
    private final LiveViewModel live;
    private final Networks networks;
    private final Told told;
    private List<String> recent;
    private @Nullable Path model;
    private @Nullable Path lentFor;

    public Opener(
            Jobs jobs,
            LiveViewModel live,
            Networks networks,
            Told told,
            @Nullable List<String> recent) {
        this.jobs = jobs;
        this.live = live;
        this.networks = networks;
        this.told = told;
        this.recent = recent == null ? List.of() : recent;
    }

    /// A file, folder, address, camera or the demo figure, as it is typed; an .onnx file is a network, a PyTorch
    /// checkpoint becomes one.
    public void open(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        if (name.endsWith(".onnx")) {
            useModel(Path.of(text));
            return;
        }
        if (CheckpointName.is(name)) {
            importCheckpoint(Path.of(text));
            return;
        }
        jobs.run(
                Job.Name.latest(SOURCE),
                progress -> SourceSpec.parse(text),
                Outcome.of(this::open, told::problem));
    }

    public void open(SourceSpec spec) {
        boolean named = spec instanceof SourceSpec.Video || spec instanceof SourceSpec.Picture;
        if (named || spec instanceof SourceSpec.Folder || spec instanceof SourceSpec.Stream) {
            recent = Settings.recent(spec.text(), recent);
        }
        live.open(spec);
    }

    private void importCheckpoint(Path checkpoint) {
        told.importing(checkpoint);
        jobs.run(
                new Job.Name(MODEL, "job.import", String.valueOf(checkpoint.getFileName())),
                progress -> imported(checkpoint),
                Outcome.of(
                        done -> {
                            told.proven(done.proof);
                            useModel(done.file);
                        },
                        told::problem));
    }

    /// A published checkpoint is known by its file's name: size, joints and decoder are those of the catalogue. Every
    /// other network's file carries the checkpoint's hash, for each training writes its best under the same name.
    private Imported imported(Path checkpoint) throws IOException, Problem {
        String hash = Sha256.of(checkpoint);
        Optional<CatalogueEntry> published =
                Catalogue.load().published(String.valueOf(checkpoint.getFileName()));
        String name =
                published
                        .filter(entry -> entry.accepts(hash))
                        .map(CatalogueEntry::id)
                        .orElseGet(
                                () -> CheckpointName.stem(checkpoint) + "-" + hash.substring(0, 8));
        Files.createDirectories(networks.imported());
        ImportedModel made =
                networks.importer()
                        .run(
                                checkpoint,
                                networks.imported().resolve(name + ".onnx"),
                                published
                                        .map(CatalogueEntry::importOptions)
                                        .orElse(ImportOptions.NONE));
        return new Imported(made.file(), ImportProof.of(made, checkpoint));
    }

    private record Imported(Path file, ImportProof proof) {}

    /// The network of this file, null for the bundled one; of several that are opening, the one asked for last wins. A
    /// remembered file that is gone gives way to the bundled one.
    public void useModel(@Nullable Path file) {
        lentFor = null;
        String name = file == null ? "" : String.valueOf(file.getFileName());
        jobs.run(
                new Job.Name(MODEL, file == null ? null : "job.model", name),
                progress -> estimator(file),
                Outcome.of(
                        estimator -> {
                            model = file;
                            live.use(estimator);
                        },
                        problem -> {
                            told.problem(problem);
                            if (live.modelProperty().get() == null && file != null) useModel(null);
                        }));
    }

    private PoseEstimator estimator(@Nullable Path file) throws Problem {
        return new PoseEstimator(
                file == null ? networks.models().bundled() : networks.models().open(file));
    }

    /// The bundled network for the time of a lesson.
    public void lendBundled() {
        Path own = model;
        useModel(null);
        lentFor = own;
    }

    /// Ends that time.
    public void takeBack() {
        Path own = lentFor;
        if (own != null) useModel(own);
    }

    /// What is to be opened at the next start: null for the bundled one.
    public @Nullable Path remembered() {
        return lentFor == null ? model : lentFor;
    }

    public @Nullable Path model() {
        return model;
    }

    public List<String> recent() {
        return new ArrayList<>(recent);
    }
}
