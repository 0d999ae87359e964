package org.hrscope.ui.opening;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.hrscope.capture.SourceSpec;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.threads.Jobs.Outcome;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.player.PlanInUse;
import org.jspecify.annotations.Nullable;

/// Quantises the network in use, one at a time; the last wish wins. FX thread.
///
/// @param folder where imported networks are kept
record FasterJobs(
        Jobs jobs, LiveViewModel live, Opener opener, Path folder, Opener.Told told, Tries tries)
        implements FasterPane.Making {
    private static final String KEY = "faster";

    @Override
    public void makeFaster(Consumer<FasterNetwork> done) {
        ModelFile file = live.modelFileProperty().get();
        String name = file == null ? "" : file.info().name();
        Callable<PoseEstimator> opening = opener.inUse();
        SourceSpec source = live.sourceProperty().get();
        run(name, progress -> FasterNetwork.of(opening, source, folder, progress), done);
    }

    @Override
    public void makeAgain(FasterNetwork before, Set<String> kept, Consumer<FasterNetwork> done) {
        String name = String.valueOf(before.file().getFileName());
        run(
                name,
                progress -> before.again(kept, progress),
                network -> {
                    if (network.worthwhile()) clear(network);
                    done.accept(network);
                });
    }

    private void clear(FasterNetwork newest) {
        ModelFile inUse = live.modelFileProperty().get();
        // It may have been opened by a dialog or a drop instead of being chosen here.
        if (inUse != null) tries.chosen(inUse.path());
        PlanInUse plan = live.planProperty().get();
        Path running = plan == null ? null : plan.plan().quantised();
        for (Path superseded : tries.written(newest.file(), newest.existed(), running)) {
            jobs.run(
                    Job.Name.none(),
                    progress -> Files.deleteIfExists(superseded),
                    Outcome.of(deleted -> {}, told::problem));
        }
    }

    private void run(String name, Job.Work<FasterNetwork> work, Consumer<FasterNetwork> done) {
        jobs.run(new Job.Name(KEY, "job.faster", name), work, Outcome.of(done, told::problem));
    }

    @Override
    public void useModel(@Nullable Path file) {
        tries.chosen(file);
        opener.useModel(file);
    }

    @Override
    public boolean lent() {
        return opener.lent();
    }
}
