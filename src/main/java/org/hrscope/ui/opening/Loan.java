package org.hrscope.ui.opening;

import java.nio.file.Path;
import org.hrscope.threads.Jobs.Outcome;
import org.jspecify.annotations.Nullable;

/// A network that is used for a while instead of the chosen one, by a lesson for example. The loan is over when it is
/// ended, or once another choice is in use: a choice that does not open must not cost the network from before. FX
/// thread.
final class Loan {
    private @Nullable Path before;
    private boolean lent;

    /// Whether the borrower still needs it.
    private boolean wanted;

    /// The choice that is being opened; null for none.
    private @Nullable Object opening;

    /// @param own the chosen network: null for the bundled one
    void begin(@Nullable Path own) {
        if (!lent) before = own;
        lent = true;
        wanted = true;
        opening = null;
    }

    /// Whether a borrowed network is in use or being opened.
    boolean lent() {
        return lent;
    }

    /// What was chosen before; null for the bundled network.
    @Nullable Path before() {
        return before;
    }

    /// @return whether the network from before is to be used again
    boolean end() {
        wanted = false;
        if (!lent || opening != null) return false;
        lent = false;
        return true;
    }

    /// Another network is chosen.
    ///
    /// @param outcome  of opening it
    /// @param giveBack if it cannot be opened, and the loan was ended meanwhile
    <T> Outcome<T> choice(Outcome<T> outcome, Runnable giveBack) {
        Object mine = new Object();
        opening = mine;
        Runnable lost =
                () -> {
                    if (over(mine) && !wanted && end()) giveBack.run();
                };
        return new Outcome<>(
                value -> {
                    over(mine);
                    lent = false;
                    outcome.done().accept(value);
                },
                problem -> {
                    lost.run();
                    outcome.failed().accept(problem);
                },
                () -> {
                    lost.run();
                    outcome.cancelled().run();
                });
    }

    /// @return false if a newer choice is being opened
    private boolean over(Object choice) {
        boolean newest = opening == choice;
        if (newest) opening = null;
        return newest;
    }
}
