package org.hrscope.ui.lessons;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.hrscope.convert.UntrainedTwin;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.file.ScratchFile;
import org.hrscope.hrnet.HrNet;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.ModelFile;
import org.hrscope.people.Person;
import org.hrscope.pipeline.ActivationFollower;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.CropPicture;
import org.hrscope.threads.Jobs;
import org.jspecify.annotations.Nullable;

/// The network in use with random initial weights, run on the same crops: a few times a second while playing, and on
/// exactly the last frame when paused. Its file is in the system's temporary folder and is deleted on close. FX thread;
/// the work runs on its own threads.
final class TwinFollower implements AutoCloseable {
    private final Jobs jobs;
    private final ModelInfo info;
    private final ActivationFollower follower;
    private final AtomicReference<@Nullable Twins> newest = new AtomicReference<>();
    private @Nullable PipelineResult offered;
    private @Nullable ScratchFile written;
    private boolean closed;

    /// @param failed called if the network could not be created; `trouble` has been told why
    TwinFollower(HrNet net, ModelInfo info, Jobs jobs, Consumer<Problem> trouble, Runnable failed) {
        this.jobs = jobs;
        this.info = info;
        follower = new ActivationFollower(trouble);
        jobs.run(
                () -> UntrainedTwin.temporary(net),
                this::follow,
                problem -> {
                    trouble.accept(problem);
                    end();
                    if (!closed) failed.run();
                });
    }

    private void follow(ScratchFile file) {
        written = file;
        if (closed) {
            end();
            return;
        }
        follower.model(new ModelFile(file.path(), info), Set.of(info.output()));
        follower.request(this, Set.of(info.input(), info.output()), this::glance);
    }

    private void glance(PipelineResult result, Map<String, Tensor> values) {
        Tensor input = values.get(info.input());
        Tensor output = values.get(info.output());
        if (input == null || output == null) return;
        Estimate estimate = result.person().map(Person::estimate).orElse(null);
        if (estimate == null) return;
        Heatmaps trained = estimate.heatmaps();
        newest.set(
                new Twins(
                        result.frame().origin().index(),
                        info,
                        CropPicture.of(input, info),
                        estimate.geometry(),
                        new Heatmaps(
                                trained.joints(),
                                trained.height(),
                                trained.width(),
                                output.toArray()),
                        trained));
    }

    /// The result on stage; remains owned by the caller.
    void offer(PipelineResult result) {
        if (closed || result == offered) return;
        offered = result;
        follower.offer(result);
    }

    /// What arrived since the last call; null for nothing.
    @Nullable Twins poll() {
        return newest.getAndSet(null);
    }

    @Override
    public void close() {
        closed = true;
        offered = null;
        if (written != null) end();
    }

    /// Waits for a run in progress: not for the FX thread.
    private void end() {
        ScratchFile file = written;
        jobs.run(
                () -> {
                    follower.close();
                    if (file != null) file.close();
                    return true;
                },
                gone -> {},
                kept -> {});
    }
}
