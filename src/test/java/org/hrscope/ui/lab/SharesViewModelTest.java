package org.hrscope.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.ablation.PeakShares;
import org.hrscope.ablation.Shares;
import org.hrscope.ablation.SplitValues;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.pipeline.ActivationFollower.Glance;
import org.hrscope.ui.selection.Selection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Values are asked for while somebody looks at a joint, and only then.
class SharesViewModelTest {
    private final Selection selection = new Selection();
    private final SimpleObjectProperty<@Nullable Dissected> network = new SimpleObjectProperty<>();
    private final List<Set<String>> asked = new ArrayList<>();
    private @Nullable Glance glance;
    private final SharesViewModel shares =
            new SharesViewModel(
                    (names, with) -> {
                        asked.add(names);
                        glance = with;
                    },
                    selection,
                    network);

    private static Dissected bundled() throws Problem {
        return Dissected.of(Bundled.file());
    }

    @Test
    void nothingIsAskedForUnseenOrWithoutAJoint() throws Problem {
        network.set(bundled());
        selection.jointProperty().set(9);
        assertThat(asked.getLast()).isEmpty();
        shares.activeProperty().set(true);
        assertThat(asked.getLast()).contains("heatmaps");
        selection.jointProperty().set(Selection.NONE);
        assertThat(asked.getLast()).isEmpty();
    }

    @Test
    void sharesAreThoseOfTheSelectedJoint() throws Problem {
        network.set(bundled());
        shares.activeProperty().set(true);
        selection.jointProperty().set(3);
        Map<String, Tensor> values = new HashMap<>();
        for (String name : asked.getLast()) {
            int channels = name.equals("heatmaps") ? 17 : 16;
            float[] all = new float[channels * 12];
            java.util.Arrays.fill(all, name.equals("heatmaps") ? 0.3f : 0.11f * name.length());
            values.put(name, Tensor.of(Shape.of(1, channels, 4, 3), all));
        }
        glance.at(null, Map.of());
        shares.pulse();
        assertThat(shares.peakProperty().get()).as("values of another network").isNull();
        Shares of = network.get().shares().orElseThrow();
        float sum = SplitValues.heatmaps(of, 3, values, 0);
        glance.at(null, values);
        shares.pulse();
        PeakShares peak = shares.peakProperty().get();
        assertThat(peak.joint()).isEqualTo(3);
        assertThat(peak.shares()).hasSize(4);
        assertThat(peak.peak()).isEqualTo(sum);
        SplitValues.heatmaps(of, 3, values, 1);
        glance.at(null, values);
        shares.pulse();
        assertThat(shares.peakProperty().get()).as("a gain behind the sum").isNull();
        SplitValues.heatmaps(of, 3, values, 0);
        glance.at(null, values);
        shares.pulse();
        selection.jointProperty().set(Selection.NONE);
        assertThat(shares.peakProperty().get()).isNull();
    }
}
