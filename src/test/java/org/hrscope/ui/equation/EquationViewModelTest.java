package org.hrscope.ui.equation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.pipeline.ActivationFollower.Glance;
import org.hrscope.pipeline.Alteration;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.Cover;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.inspector.NodeResults;
import org.hrscope.ui.lab.Bundled;
import org.hrscope.ui.selection.Selection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Values are asked for while somebody looks at a node that is a sum, and only then.
class EquationViewModelTest {
    private final Selection selection = new Selection();
    private final SimpleObjectProperty<@Nullable Anatomy> anatomy = new SimpleObjectProperty<>();
    private final List<Set<String>> asked = new ArrayList<>();
    private Glance glance = (result, values) -> {};
    private final EquationViewModel model =
            new EquationViewModel(
                    this::ask,
                    selection,
                    anatomy,
                    (value, at, altered) -> altered == null ? 1 : altered.gains()[at]);

    private void ask(Set<String> names, Glance with) {
        asked.add(names);
        glance = with;
    }

    private void bundled() throws Problem {
        ModelFile file = Bundled.file();
        Set<String> nodes =
                Set.of(
                        "stage4.0.fused.0",
                        "stage4.0.branches.0",
                        "stage4.0.fuse_layers.0.2",
                        "heatmaps");
        anatomy.set(new Anatomy(file, file.graph(), nodes));
    }

    @Test
    void nothingIsAskedForUnseenOrClosed() throws Problem {
        bundled();
        selection.open("stage4.0.fused.0");
        assertThat(asked).allMatch(Set::isEmpty);
        model.activeProperty().set(true);
        assertThat(asked.getLast())
                .as("and the branch's own part, where it has a gain")
                .hasSize(6)
                .contains("stage4.0.fuse_layers.0.3", "stage4.0.fuse_layers.0.0");
        selection.openedProperty().set(false);
        assertThat(asked.getLast()).isEmpty();
        assertThat(model.subjectProperty().get()).isNull();
    }

    /// Not the one set since: beside the former numbers it would be wrong.
    @Test
    void theGainIsThatOfThePassShown() throws Problem {
        bundled();
        model.activeProperty().set(true);
        selection.open("stage4.0.fused.0");
        Map<String, Tensor> values = new HashMap<>();
        for (String name : asked.getLast())
            values.put(name, Tensor.of(Shape.of(1, 16, 4, 3), new float[16 * 12]));
        float[] gains = new float[16];
        gains[5] = 0.5f;
        Alteration pass = new Alteration(Bundled.file(), List.of(), gains, Cover.NONE);
        try (PoseEstimator estimator =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
                PipelineResult result = NodeResults.of(estimator, 5, Decoder.QUARTER)) {
            glance.at(result, values, pass);
            model.pulse();
            assertThat(model.equationProperty().get().gain()).isZero();
            selection.channelProperty().set(5);
            assertThat(model.equationProperty().get().gain()).isEqualTo(0.5f);
            glance.at(result, values);
            model.pulse();
            assertThat(model.equationProperty().get().gain()).isEqualTo(1);
        }
    }

    @Test
    void whatIsNoSumIsSaidAndNotAskedFor() throws Problem {
        bundled();
        model.activeProperty().set(true);
        selection.open("stage4.0.fuse_layers.0.2");
        assertThat(asked.getLast()).isEmpty();
        assertThat(model.subjectProperty().get().derivation())
                .isEqualTo(
                        new Derivation.Other("Resize", List.of("stage4.0.fuse_layers.0.2.narrow")));
    }

    @Test
    void nodesOpenEverywhereAndWhatIsInsideOnlyHere() throws Problem {
        bundled();
        model.activeProperty().set(true);
        selection.open("stage4.0.fused.0");
        model.follow("stage4.0.fuse_layers.0.1", 3);
        assertThat(selection.nodeProperty().get()).isEqualTo("stage4.0.fused.0");
        assertThat(model.isInside()).isTrue();
        model.back();
        assertThat(model.isInside()).isFalse();
        model.follow("stage4.0.branches.0", 7);
        assertThat(selection.nodeProperty().get()).isEqualTo("stage4.0.branches.0");
        assertThat(selection.channelProperty().get()).isEqualTo(7);
        assertThat(asked.getLast()).contains("stage4.0.branches.0.1.conv1");
    }

    @Test
    void weightsOfANodeAreThoseOfItsConvolutions() throws Problem {
        bundled();
        Jobs jobs = new Jobs(Runnable::run, Runnable::run);
        WeightsViewModel weights = new WeightsViewModel(jobs, selection, anatomy);
        selection.open("stage4.0.branches.0");
        assertThat(weights.layersProperty().get()).isEmpty();
        weights.activeProperty().set(true);
        assertThat(weights.layersProperty().get())
                .endsWith("stage4.0.branches.0.1.conv1", "stage4.0.branches.0.1.conv2");
        assertThat(weights.kernelProperty().get().outputs()).isEqualTo(16);
        weights.layerProperty().set("stage4.0.branches.0.0.conv1");
        assertThat(weights.kernelProperty().get().convolution().weight())
                .isEqualTo("stage4.0.branches.0.0.conv1.weight");
        selection.open("heatmaps");
        assertThat(weights.kernelProperty().get().outputs()).isEqualTo(17);
        assertThat(weights.problemProperty().get()).isNull();
        selection.open("stage4.0.fused.0");
        assertThat(weights.layersProperty().get())
                .as("not those of other nodes")
                .isNotEmpty()
                .noneMatch(name -> name.contains("fuse_layers.0.2"))
                .noneMatch(name -> name.contains("stage4.0.branches.0"));
    }
}
