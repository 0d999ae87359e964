package org.hrscope.ui.lab;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.jspecify.annotations.Nullable;

/// The pose network taken apart: its cuts, covers and sweeps, and the network it is compared with. FX
/// thread.
public final class Lab {
    private final ReadOnlyObjectWrapper<@Nullable Dissected> network =
            new ReadOnlyObjectWrapper<>();
    private final Cuts cuts;
    private final Covers covers = new Covers();
    private final Rival rival = new Rival();
    private final PathSweep sweep;
    private final Sight sight;
    private final Jobs jobs;
    private final Consumer<Problem> trouble;

    public Lab(Jobs jobs, Consumer<Problem> trouble) {
        this.jobs = jobs;
        this.trouble = trouble;
        cuts = new Cuts(trouble);
        sweep = new PathSweep(jobs, trouble);
        sight = new Sight(jobs, trouble);
    }

    /// Null until it is read.
    public ReadOnlyObjectProperty<@Nullable Dissected> networkProperty() {
        return network.getReadOnlyProperty();
    }

    public Cuts cuts() {
        return cuts;
    }

    public PathSweep sweep() {
        return sweep;
    }

    public Covers covers() {
        return covers;
    }

    /// The network that the one in use is compared with.
    public Rival rival() {
        return rival;
    }

    public Sight sight() {
        return sight;
    }

    /// Another pose network is in use.
    public void use(@Nullable ModelFile file) {
        network.set(null);
        cuts.unknown();
        sweep.job().forget();
        sight.job().forget();
        if (file == null) return;
        rival.inUse(file);
        jobs.run(
                Job.Name.latest(this),
                progress -> Dissected.of(file),
                Jobs.Outcome.of(this::show, trouble));
    }

    void show(Dissected read) {
        cuts.network(read.file(), read.gates());
        network.set(read);
    }
}
