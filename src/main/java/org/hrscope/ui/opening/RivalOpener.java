package org.hrscope.ui.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.hrscope.convert.GrownFiles;
import org.hrscope.convert.UntrainedTwin;
import org.hrscope.domain.Problem;
import org.hrscope.file.ScratchFile;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.PoseModel;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.lab.Rival;
import org.jspecify.annotations.Nullable;

/// Opens the network that the one in use is compared with. FX thread; the work runs in the background, the last choice
/// wins.
public final class RivalOpener {
    private final Jobs jobs;
    private final Networks networks;
    private final Rival rival;
    private final Tries tries;
    private final Consumer<Problem> trouble;

    /// The one made last, which serves as often as it is asked for.
    private @Nullable Twin twin;

    /// @param tries learns what is in use here
    RivalOpener(Jobs jobs, Networks networks, Rival rival, Tries tries, Consumer<Problem> trouble) {
        this.jobs = jobs;
        this.networks = networks;
        this.rival = rival;
        this.tries = tries;
        this.trouble = trouble;
    }

    /// @param file null for the bundled network
    public void file(@Nullable Path file) {
        String name = file == null ? "" : String.valueOf(file.getFileName());
        tries.chosen(file);
        open(
                name,
                progress ->
                        new Rival.Network(
                                opened(file), file == null ? "model.bundled" : "rival.file", name));
    }

    private ModelFile opened(@Nullable Path file) throws Problem {
        try (PoseModel model =
                file == null ? networks.models().bundled() : networks.models().open(file)) {
            return model.file();
        }
    }

    /// The same network with the weights that training begins with.
    public void twin(ModelFile file, HrNet net) {
        Twin made = twin;
        if (made != null && made.of.equals(file)) {
            jobs.cancel(this);
            rival.use(made.network());
            return;
        }
        jobs.run(
                new Job.Name(this, "job.compare", file.info().name()),
                progress -> new Twin(file, UntrainedTwin.temporary(net)),
                Jobs.Outcome.of(this::use, trouble));
    }

    private void use(Twin made) {
        Twin before = twin;
        twin = made;
        rival.use(made.network());
        if (before != null) before.close();
    }

    private record Twin(ModelFile of, ScratchFile file) implements AutoCloseable {
        Rival.Network network() {
            ModelFile written = new ModelFile(file.path(), of.info());
            return new Rival.Network(written, "rival.untrained", "", of);
        }

        @Override
        public void close() {
            file.close();
        }
    }

    /// The same network at the size of a published one.
    public void grown(ModelFile file, int width) {
        HrNetSpec sizes = HrNetSpec.published(Version.V1, width, 0);
        open(
                "W" + width,
                progress -> {
                    Path grown = new GrownFiles(networks.imported()).at(file, sizes, progress);
                    return new Rival.Network(opened(grown), "rival.grown", "W" + width, file);
                });
    }

    private void open(String subject, Job.Work<Rival.Network> work) {
        jobs.run(
                new Job.Name(this, "job.compare", subject),
                work,
                Jobs.Outcome.of(rival::use, trouble));
    }

    /// Networks on this computer: imported, downloaded or grown.
    void kept(Consumer<List<Path>> found) {
        jobs.run(() -> kept(networks.imported()), found, none -> found.accept(List.of()));
    }

    private static List<Path> kept(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            // What was grown from the network in use is offered by its width.
            return files.filter(file -> file.toString().endsWith(".onnx"))
                    .filter(file -> !GrownFiles.isGrown(file))
                    .sorted()
                    .toList();
        }
    }
}
