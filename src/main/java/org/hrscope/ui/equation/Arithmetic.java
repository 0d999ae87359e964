package org.hrscope.ui.equation;

import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import org.hrscope.pipeline.ActivationFollower;
import org.hrscope.pipeline.ActivationFollower.Glance;
import org.hrscope.ui.common.FxThread;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.selection.Selection;
import org.jspecify.annotations.Nullable;

/// How the open node is computed, as the inspector shows it: its equation, its kernels, its cells in the playground. FX
/// thread.
public final class Arithmetic {
    private final EquationViewModel equation;
    private final WeightsViewModel weights;
    private final CellOpener cells;

    /// @param anatomy of the network on the map
    /// @param gain    of its values as they are shown
    public Arithmetic(
            Shell shell,
            ActivationFollower follower,
            Selection selection,
            ObservableValue<@Nullable Anatomy> anatomy,
            OwnGain gain) {
        equation = new EquationViewModel(requests(follower), selection, anatomy, gain);
        weights = new WeightsViewModel(shell.jobs(), selection, anatomy);
        cells =
                new CellOpener(
                        requests(follower),
                        anatomy,
                        gain,
                        new FxThread(),
                        shell.notices()::problem);
    }

    private static BiConsumer<Set<String>, Glance> requests(ActivationFollower follower) {
        Object who = new Object();
        return (names, glance) -> follower.request(who, names, glance);
    }

    public EquationViewModel equation() {
        return equation;
    }

    public WeightsViewModel weights() {
        return weights;
    }

    public CellOpener cells() {
        return cells;
    }

    /// Takes the newest numbers, once per pulse.
    public void pulse() {
        equation.pulse();
    }
}
