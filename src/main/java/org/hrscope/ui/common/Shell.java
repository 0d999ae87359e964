package org.hrscope.ui.common;

import java.util.function.Consumer;
import org.hrscope.domain.Problem;
import org.hrscope.threads.Jobs;

/// What every panel is given: texts, theme, background jobs and notices. FX thread.
public record Shell(Texts texts, Theme theme, Controls controls, Jobs jobs, Notices notices) {
    public Shell(Texts texts, Theme theme, Jobs jobs) {
        this(texts, theme, new Controls(texts), jobs);
    }

    /// Tells problems of other threads.
    public Consumer<Problem> trouble() {
        FxThread fx = new FxThread();
        return problem -> fx.execute(() -> notices.problem(problem));
    }

    private Shell(Texts texts, Theme theme, Controls controls, Jobs jobs) {
        this(texts, theme, controls, jobs, new Notices(texts, controls));
    }
}
