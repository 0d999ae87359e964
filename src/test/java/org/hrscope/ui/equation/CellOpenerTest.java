package org.hrscope.ui.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.pipeline.ActivationFollower.Glance;
import org.hrscope.ui.lab.Bundled;
import org.hrscope.ui.maps.MapCell;
import org.hrscope.ui.playground.LayerPatch;
import org.hrscope.ui.playground.PlaygroundViewModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A cell in the playground has the network's number, and so have those round it.
class CellOpenerTest {
    private static ModelFile file;
    private static OnnxGraph graph;
    private static InnerSession session;

    private final List<Problem> troubles = new ArrayList<>();
    private final SimpleObjectProperty<@Nullable Anatomy> anatomy = new SimpleObjectProperty<>();

    @BeforeAll
    static void open() throws Problem {
        file = Bundled.file();
        graph = file.graph();
        session = InnerSession.beside(file, graph, graph.values());
    }

    @AfterAll
    static void close() {
        session.close();
    }

    private String gained = "";

    /// Opens the cell with the numbers of one real pass.
    private List<LayerPatch> opened(String value, int channel, MapCell at) throws Problem {
        anatomy.set(new Anatomy(file, graph, Set.of()));
        Random random = new Random(5);
        float[] noise = new float[3 * 256 * 192];
        for (int i = 0; i < noise.length; i++) noise[i] = (float) random.nextGaussian();
        List<LayerPatch> patches = new ArrayList<>();
        List<Problem> broken = new ArrayList<>();
        CellOpener opener =
                new CellOpener(
                        (names, glance) -> {
                            if (names.isEmpty()) return;
                            try {
                                session.feed(Tensor.of(Shape.of(1, 3, 256, 192), noise));
                                Map<String, Tensor> values = session.run(names);
                                glance.at(null, Map.of());
                                glance.at(null, values);
                                glance.at(null, values);
                            } catch (Problem problem) {
                                broken.add(problem);
                            }
                        },
                        anatomy,
                        (name, which, altered) -> name.equals(gained) ? 0.5f : 1,
                        Runnable::run,
                        troubles::add);
        if (opener.opens(value)) opener.open(value, channel, at, patches::add);
        assertThat(broken).isEmpty();
        assertThat(troubles).isEmpty();
        return patches;
    }

    @ParameterizedTest
    @CsvSource({
        "stem.conv1,17,50,70,true",
        "stem.conv2,3,0,0,true",
        "layer1.0.conv2,63,47,63,true",
        "layer1.0.downsample,200,20,30,false",
        "transition1.1,5,23,0,true",
        "stage3.0.fuse_layers.2.0,9,11,15,false",
        "stage2.0.fuse_layers.0.1.narrow,2,7,9,false",
        "heatmaps,9,24,31,false"
    })
    void hasTheNetworksNumber(String value, int channel, int x, int y, boolean relu)
            throws Problem {
        List<LayerPatch> patches = opened(value, channel, new MapCell(x, y));
        assertThat(patches).as("told once").hasSize(1);
        LayerPatch patch = patches.getFirst();
        PlaygroundViewModel playground = new PlaygroundViewModel();
        playground.load(patch);
        assertThat(playground.step()).isEqualTo(patch.step());
        int wide = playground.outputWidth();
        assertThat(patch.left() + patch.step() % wide).isEqualTo(x);
        assertThat(patch.top() + patch.step() / wide).isEqualTo(y);
        int steps = playground.setting().steps();
        assertThat(steps).isGreaterThanOrEqualTo(15);
        for (int step = 0; step < steps; step++) {
            double sum = patch.sum(step);
            double expected = patch.network(step);
            assertThat(relu ? Math.max(sum, 0) : sum)
                    .as("step %d", step)
                    .isCloseTo(expected, within(1e-4 * Math.max(1, Math.abs(expected))));
        }
        playground.step(1);
        assertThat(playground.patchProperty().get()).as("still the real layer").isNotNull();
        playground.setBias(!playground.setting().bias());
        assertThat(playground.patchProperty().get()).as("no longer").isNull();
    }

    /// The numbers beside the sum are multiplied: without saying so, both would contradict each other.
    @Test
    void aGainOfTheLayerComesAlong() throws Problem {
        gained = "layer1.0.conv2";
        LayerPatch patch = opened("layer1.0.conv2", 3, new MapCell(5, 5)).getFirst();
        assertThat(patch.gain()).isEqualTo(0.5f);
        assertThat(opened("stem.conv1", 3, new MapCell(5, 5)).getFirst().gain()).isEqualTo(1);
    }

    @Test
    void whatBreaksTheReadingEndsTheRequestToo() {
        anatomy.set(new Anatomy(file, graph, Set.of()));
        List<Set<String>> asked = new ArrayList<>();
        Glance[] reading = {null};
        CellOpener opener =
                new CellOpener(
                        (names, glance) -> {
                            asked.add(names);
                            if (!names.isEmpty()) reading[0] = glance;
                        },
                        anatomy,
                        (name, which, altered) -> name.equals(gained) ? 0.5f : 1,
                        Runnable::run,
                        troubles::add);
        opener.open("stem.conv1", 0, new MapCell(1, 1), patch -> {});
        Map<String, Tensor> broken =
                new HashMap<>() {
                    @Override
                    public Tensor get(Object name) {
                        throw new LinkageError();
                    }
                };
        broken.put("stem.conv1", null);
        assertThatThrownBy(() -> reading[0].at(null, broken)).isInstanceOf(LinkageError.class);
        assertThat(asked).last().isEqualTo(Set.of());
    }

    @Test
    void sumsDoNotOpen() throws Problem {
        assertThat(opened("stage4.0.fused.0", 0, new MapCell(3, 4))).isEmpty();
        assertThat(opened("image", 0, new MapCell(3, 4))).isEmpty();
    }
}
