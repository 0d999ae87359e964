package org.hrscope.ui.opening;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import org.hrscope.domain.Problem;
import org.hrscope.quantise.Loss;
import org.hrscope.quantise.QuantiseWish;
import org.hrscope.quantise.Quantised;
import org.hrscope.quantise.RangeChoice;
import org.hrscope.quantise.Speed;

/// Results of "Make it faster" that nobody had to wait for.
public final class FasterStates {
    private FasterStates() {}

    /// @param ratio of its time to that of the float network
    static FasterNetwork network(double ratio, List<String> kept) {
        Map<String, Double> noise = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            noise.put("stage4.1.fuse_layers.0." + i + ".narrow", 31.25 + 17 * i % 40);
        }
        noise.put("heatmaps", 11.5);
        Quantised made =
                new Quantised(
                        new byte[1300],
                        RangeChoice.AUTO,
                        kept,
                        Set.of(),
                        noise,
                        new Loss(List.of(), 0.347, 0.01),
                        new Speed(1, ratio),
                        1999,
                        64);
        return new FasterNetwork(
                () -> {
                    throw new Problem("file.missing", "int8.onnx");
                },
                List.of(),
                QuantiseWish.PIXELS,
                Path.of("int8.onnx"),
                made,
                false);
    }

    /// What the pane shows after it made a network, with these figures of the one before.
    ///
    /// @param pane `.faster`
    public static void show(Node pane, double ratio, boolean compared) {
        FasterNetwork before = network(0.5, List.of("heatmaps"));
        ((FasterPane) pane)
                .show(network(ratio, List.of("heatmaps")), compared ? before.made() : null);
    }
}
