package org.hrscope.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.hrscope.ablation.Gains;
import org.hrscope.ablation.Gains.Gain;
import org.hrscope.ablation.Gate;
import org.hrscope.ablation.Gates;
import org.hrscope.domain.ModelInfos;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.OnnxGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Cutting, turning, undoing.
class CutsTest {
    private static final String PATH = "stage2.0.fuse_layers.0.1";
    private static final OptionalInt ALL = OptionalInt.empty();

    private final List<Problem> troubles = new ArrayList<>();
    private final Cuts cuts = new Cuts(troubles::add);
    private Dissected network;

    @BeforeEach
    void open() throws Problem {
        network = Dissected.of(Bundled.file());
        cuts.network(network.file(), network.gates());
    }

    private float gain(String name) {
        return cuts.gain(cuts.gate(name).orElseThrow(), ALL);
    }

    @Test
    void aSecondToggleRestores() {
        cuts.toggle(PATH);
        assertThat(gain(PATH)).isZero();
        assertThat(cuts.noneProperty().get()).isFalse();
        cuts.toggle(PATH);
        assertThat(cuts.noneProperty().get()).isTrue();
        assertThat(cuts.gainsProperty().get()).isEqualTo(Gains.NONE);
    }

    @Test
    void whatIsTurnedIsRestoredBeforeItIsCut() {
        Gate gate = cuts.gate(PATH).orElseThrow();
        cuts.set(new Gain(gate.name(), ALL, 1.37f));
        cuts.toggle(PATH);
        assertThat(gain(PATH)).isEqualTo(1);
    }

    @Test
    void anyNameOfAPlaceIsThePlace() {
        cuts.toggle("layer1.2");
        Gate gate = cuts.gate("layer1.2").orElseThrow();
        for (String name : gate.names()) assertThat(gain(name)).isZero();
        assertThat(cuts.gainsProperty().get().changed())
                .containsExactly(new Gain(gate.name(), ALL, 0));
    }

    @Test
    void channelsAreCutOneByOne() {
        cuts.toggle("layer1.2", OptionalInt.of(7));
        Gate gate = cuts.gate("layer1.2").orElseThrow();
        assertThat(cuts.gain(gate, OptionalInt.of(7))).isZero();
        assertThat(cuts.gain(gate, OptionalInt.of(8))).isEqualTo(1);
        assertThat(cuts.gain(gate, ALL)).isEqualTo(1);
    }

    @Test
    void everyStepIsUndoneAndRedone() {
        List<Gains> seen = new ArrayList<>(List.of(cuts.gainsProperty().get()));
        cuts.gainsProperty().addListener((property, before, now) -> seen.add(now));
        cuts.toggle(PATH);
        cuts.toggle("stage3.0.branches.2");
        cuts.restoreAll();
        List<Gains> there = List.copyOf(seen);
        for (int i = 0; i < 4; i++) cuts.undo();
        assertThat(cuts.undoableProperty().get()).isFalse();
        assertThat(seen.subList(4, 7)).containsExactly(there.get(2), there.get(1), there.get(0));
        for (int i = 0; i < 3; i++) cuts.redo();
        assertThat(cuts.gainsProperty().get()).isEqualTo(Gains.NONE);
        assertThat(cuts.redoableProperty().get()).isFalse();
        cuts.undo();
        cuts.toggle("layer1.0");
        assertThat(cuts.redoableProperty().get()).isFalse();
    }

    @Test
    void aSlidersWayIsOneStep() {
        Gate gate = cuts.gate(PATH).orElseThrow();
        cuts.toggle("layer1.0");
        for (float at : new float[] {1.1f, 1.23f, 1, 0.87f}) {
            cuts.slide(new Gain(gate.name(), ALL, at));
        }
        cuts.settle();
        assertThat(gain(PATH)).isEqualTo(0.87f);
        cuts.slide(new Gain(gate.name(), ALL, 0.6f));
        cuts.undo();
        assertThat(gain(PATH)).isEqualTo(0.87f);
        cuts.undo();
        assertThat(gain(PATH)).isEqualTo(1);
        assertThat(gain("layer1.0")).isZero();
    }

    @Test
    void anotherNetworkKeepsWhatItHasAPlaceFor() throws Problem {
        cuts.toggle(PATH);
        cuts.toggle("layer1.2", OptionalInt.of(200));
        OnnxGraph graph = network.file().graph();
        Gates few = Gates.of("few", graph, java.util.Map.of(PATH, Shape.of(1, 16, 64, 48)));
        String kept = cuts.gate(PATH).orElseThrow().name();
        cuts.unknown();
        assertThat(cuts.gate(PATH)).isEmpty();
        cuts.network(new ModelFile(null, ModelInfos.of(64, 64, 3)), few);
        assertThat(cuts.gainsProperty().get().changed())
                .isEqualTo(
                        few.find(kept).isPresent() ? List.of(new Gain(kept, ALL, 0)) : List.of());
        assertThat(cuts.undoableProperty().get()).isFalse();
    }

    @Test
    void aPlaceThatCannotBeCutIsToldWithNamesThatCan() {
        cuts.toggle("picture");
        cuts.toggle("nowhere");
        assertThat(troubles).hasSize(2);
        assertThat(troubles.getLast().key()).isEqualTo("gain.unknown");
        assertThat(cuts.noneProperty().get()).isTrue();
    }
}
