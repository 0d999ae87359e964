package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.junit.jupiter.api.Test;

/// What is asked before the program ends.
class UnfinishedWorkTest {
    /// Nothing begins: whatever is asked for stays unfinished.
    private final Jobs jobs = new Jobs(work -> {}, outcome -> {});

    private final List<List<Job>> asked = new ArrayList<>();

    private boolean mayEnd(boolean answer) {
        Predicate<List<Job>> asking =
                unfinished -> {
                    asked.add(unfinished);
                    return answer;
                };
        return new UnfinishedWork(jobs, asking).mayEnd();
    }

    private Job begin(Job.Name name) {
        return jobs.run(name, progress -> "", Jobs.Outcome.of(done -> {}, failed -> {}));
    }

    private Job listed(String textKey) {
        return begin(new Job.Name(new Object(), textKey, "clip.mp4"));
    }

    @Test
    void nothingIsAskedWhereNothingWouldBeLost() {
        assertThat(mayEnd(false)).isTrue();
        begin(Job.Name.none());
        begin(Job.Name.latest("thumbnails"));
        listed("job.model");
        listed("job.view");
        assertThat(mayEnd(false)).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void whatWouldBeLostGoesOnUnlessItMayBe() {
        listed("job.model");
        Job export = listed("job.results");
        Job download = listed("job.download");
        assertThat(mayEnd(false)).isFalse();
        assertThat(asked).containsExactly(List.of(export, download));
        assertThat(export.cancelled()).isFalse();
        assertThat(mayEnd(true)).isTrue();
        assertThat(export.cancelled()).isTrue();
        assertThat(download.cancelled()).isTrue();
    }

    @Test
    void whatIsBeingStoppedIsNotAskedAbout() {
        listed("job.results").cancel();
        assertThat(mayEnd(false)).isTrue();
    }
}
