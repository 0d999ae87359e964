package org.hrscope.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.hrscope.ablation.Gains;
import org.hrscope.ablation.Gates;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.pipeline.Alteration;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.stage.PairView;
import org.jspecify.annotations.Nullable;

/// Has the inner values on the map and in the inspector computed as the pose on stage is: with the cuts and covers, or
/// without while the stage shows the whole network alone. FX thread.
public final class InnerCuts {
    private final Lab lab;
    private final ObservableValue<PairView> view;
    private final ObservableValue<@Nullable ModelFile> file;
    private final Consumer<@Nullable Alteration> follower;
    private @Nullable Alteration altered;
    private final ReadOnlyObjectWrapper<Gains> gains = new ReadOnlyObjectWrapper<>(Gains.NONE);

    /// @param view     how the stage shows whole and cut
    /// @param file     the network on the map
    /// @param follower told what is altered; null for nothing
    public InnerCuts(
            Lab lab,
            ObservableValue<PairView> view,
            ObservableValue<@Nullable ModelFile> file,
            Consumer<@Nullable Alteration> follower) {
        this.lab = lab;
        this.view = view;
        this.file = file;
        this.follower = follower;
        Changes.now(
                this::follow,
                lab.cuts().gainsProperty(),
                lab.cuts().gatesProperty(),
                lab.covers().coverProperty(),
                lab.rival().networkProperty(),
                view,
                file);
    }

    /// The gains in what is shown.
    public ReadOnlyObjectProperty<Gains> gainsProperty() {
        return gains.getReadOnlyProperty();
    }

    /// How the values shown differ from the whole network's, for files: a line for each gain, as commands take it, and
    /// for the cover; none where they do not.
    public List<String> altered() {
        Alteration now = altered;
        if (now == null) return List.of();
        List<String> lines = new ArrayList<>();
        gains.get().changed().forEach(gain -> lines.add("gain " + gain.text()));
        int dabs = now.cover().dabs().size();
        if (dabs > 0) lines.add("cover " + dabs + " strokes");
        return lines;
    }

    private void follow() {
        Alteration now = alteration();
        altered = now;
        follower.accept(now);
        gains.set(now == null ? Gains.NONE : lab.cuts().gainsProperty().get());
    }

    private @Nullable Alteration alteration() {
        ModelFile open = file.getValue();
        Gates gates = lab.cuts().gatesProperty().get();
        boolean none = lab.cuts().noneProperty().get() && lab.covers().noneProperty().get();
        // Beside another network, the stage shows the whole one.
        boolean whole =
                view.getValue() == PairView.A || lab.rival().networkProperty().get() != null;
        if (none || whole || open == null || gates == null || !lab.cuts().isOf(open)) return null;
        try {
            return gates.alteration(
                    open, lab.cuts().gainsProperty().get(), lab.covers().coverProperty().get());
        } catch (Problem _) {
            // Whoever draws the cut pose tells it.
            return null;
        }
    }
}
