package org.hrscope.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.ablation.Gate;
import org.hrscope.ablation.JointEffect;
import org.hrscope.onnx.GatedValue;
import org.hrscope.ui.lab.SweepResult.Measure;
import org.hrscope.ui.lab.SweepResult.Row;
import org.hrscope.ui.selection.Selection;
import org.junit.jupiter.api.Test;

/// Three paths, two joints: the first path moves, the second dims, the third takes a joint away.
class SweepResultTest {
    private static Gate path(String name) {
        return new Gate(List.of(name), Gate.Kind.PATH, GatedValue.everywhere(name, 4));
    }

    private static JointEffect effect(int joint, double cells, double before, double after) {
        return new JointEffect(joint, 4.2 * cells, cells, before, after);
    }

    private static SweepResult result() {
        Map<Gate, List<JointEffect>> effects = new LinkedHashMap<>();
        effects.put(path("moves"), List.of(effect(0, 3.5, 0.8, 0.79), effect(1, 0.5, 0.6, 0.6)));
        effects.put(path("dims"), List.of(effect(0, 0, 0.8, 0.3), effect(1, 0, 0.6, 0.7)));
        effects.put(
                path("takes"), List.of(effect(0, 0.25, 0.8, 0.75), effect(1, Double.NaN, 0.6, 0)));
        return new SweepResult(7, List.of("a", "b"), effects);
    }

    private static List<String> order(int joint, Measure measure) {
        return result().rows(joint, measure).stream().map(row -> row.gate().name()).toList();
    }

    @Test
    void theLargestEffectStandsFirst() {
        assertThat(order(0, Measure.MOVEMENT)).containsExactly("moves", "takes", "dims");
        assertThat(order(0, Measure.PEAK)).containsExactly("dims", "takes", "moves");
        assertThat(order(1, Measure.MOVEMENT)).first().isEqualTo("takes");
        assertThat(order(1, Measure.PEAK)).containsExactly("takes", "dims", "moves");
    }

    @Test
    void allJointsAreTheirMean() {
        Row moves =
                result().rows(Selection.NONE, Measure.MOVEMENT).stream()
                        .filter(row -> row.gate().name().equals("moves"))
                        .findFirst()
                        .orElseThrow();
        assertThat(moves.cells()).isEqualTo(2, within(1e-12));
        assertThat(moves.after()).isEqualTo(0.695, within(1e-12));
        assertThat(order(Selection.NONE, Measure.MOVEMENT)).first().isEqualTo("takes");
    }

    @Test
    void strengthsAreRelativeToTheLargest() {
        assertThat(result().strengths(0, Measure.MOVEMENT))
                .containsEntry("moves", 1.0)
                .containsEntry("dims", 0.0);
        assertThat(result().strengths(0, Measure.PEAK).get("takes")).isEqualTo(0.1, within(1e-9));
        assertThat(result().strengths(1, Measure.MOVEMENT))
                .as("a joint that goes")
                .containsEntry("takes", 1.0);
        result().strengths(Selection.NONE, Measure.MOVEMENT)
                .values()
                .forEach(s -> assertThat(s).isBetween(0.0, 1.0));
    }

    @Test
    void theFileHoldsEveryPathAndJoint() {
        assertThat(result().table().rows()).hasSize(6);
        assertThat(result().table().frames()).isEqualTo(1);
    }
}
