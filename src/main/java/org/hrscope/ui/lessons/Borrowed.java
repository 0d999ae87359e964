package org.hrscope.ui.lessons;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A window setting that a lesson borrows and returns as it was, unless the user has changed it since. FX thread.
public final class Borrowed<T> {
    private final Supplier<T> get;
    private final Consumer<T> set;
    private @Nullable T before;
    private @Nullable T lent;

    public Borrowed(Supplier<T> get, Consumer<T> set) {
        this.get = get;
        this.set = set;
    }

    public void set(T wanted) {
        T now = get.get();
        if (before == null || !now.equals(lent)) before = now;
        if (!now.equals(wanted)) set.accept(wanted);
        lent = wanted;
    }

    public void giveBack() {
        T kept = before;
        before = null;
        if (kept != null && get.get().equals(lent)) set.accept(kept);
    }
}
