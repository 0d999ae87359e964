package org.hrscope.ui.opening;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hrscope.domain.Problem;
import org.hrscope.people.FinderOpener;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.player.LiveViewModel;
import org.jspecify.annotations.Nullable;

/// The person finder in use. If a file is none, that is reported and the current one stays. FX thread.
public final class FinderInUse {
    private final Jobs jobs;
    private final LiveViewModel live;
    private final Consumer<Problem> trouble;
    private final FinderOpener finders = new FinderOpener();
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();

    FinderInUse(Jobs jobs, LiveViewModel live, Consumer<Problem> trouble) {
        this.jobs = jobs;
        this.live = live;
        this.trouble = trouble;
    }

    /// Null for the bundled one.
    public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /// @param chosen null for the bundled one
    public void use(@Nullable Path chosen) {
        String name = chosen == null ? "" : String.valueOf(chosen.getFileName());
        jobs.run(
                chosen == null ? Job.Name.latest(this) : new Job.Name(this, "job.model", name),
                progress -> {
                    check(chosen);
                    return name;
                },
                Jobs.Outcome.of(
                        checked -> {
                            file.set(chosen);
                            live.find(
                                    chosen == null ? finders::bundled : () -> finders.open(chosen));
                        },
                        trouble));
    }

    private void check(@Nullable Path chosen) throws Problem {
        if (chosen == null) return;
        if (!Files.isRegularFile(chosen)) throw new Problem("finder.missing", chosen);
        finders.open(chosen).close();
    }
}
