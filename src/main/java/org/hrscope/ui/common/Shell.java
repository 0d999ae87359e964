package org.hrscope.ui.common;

import org.hrscope.threads.Jobs;

/// What every panel of the window is given: the words, the looks, the work in the background, and where a person is told
/// what happened. FX thread.
public record Shell(Texts texts, Theme theme, Controls controls, Jobs jobs, Notices notices) {
    public Shell(Texts texts, Theme theme, Jobs jobs) {
        this(texts, theme, new Controls(texts), jobs);
    }

    private Shell(Texts texts, Theme theme, Controls controls, Jobs jobs) {
        this(texts, theme, controls, jobs, new Notices(texts, controls));
    }
}
