package org.hrscope.ui.equation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.onnx.OnnxConvolution;
import org.hrscope.pipeline.ActivationFollower.Glance;
import org.hrscope.pipeline.Alteration;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.maps.MapCell;
import org.hrscope.ui.playground.LayerPatch;
import org.hrscope.ui.playground.LayerPatch.CellAt;
import org.jspecify.annotations.Nullable;

/// Takes any cell of a convolution's output, as it is on the frame shown, to the playground. FX thread; values are read
/// on the delivering thread.
///
/// @param requests requests values by name, read in place on another thread; no names to stop
/// @param anatomy  of the network on the map
/// @param gain     of its values
public record CellOpener(
        BiConsumer<Set<String>, Glance> requests,
        ObservableValue<@Nullable Anatomy> anatomy,
        OwnGain gain,
        Executor fx,
        Consumer<Problem> trouble) {
    /// Whether the value is a convolution's output.
    public boolean opens(@Nullable String value) {
        Anatomy known = anatomy.getValue();
        return known != null && value != null && known.convolution(value) != null;
    }

    /// @param channel clamped to those of the value
    /// @param show    told on the FX thread, once; never if the values do not come
    public void open(String value, int channel, MapCell at, Consumer<LayerPatch> show) {
        Anatomy known = anatomy.getValue();
        OnnxConvolution layer = known == null ? null : known.convolution(value);
        if (known == null || layer == null) return;
        Wanted wanted = new Wanted(value, channel, at);
        requests.accept(Set.of(), (result, values) -> {});
        requests.accept(Set.of(value, layer.input()), new Reading(known, layer, wanted, show));
    }

    /// Reads the first values that come.
    private final class Reading implements Glance {
        private final Anatomy known;
        private final OnnxConvolution layer;
        private final Wanted wanted;
        private final Consumer<LayerPatch> show;
        private boolean done;

        Reading(Anatomy known, OnnxConvolution layer, Wanted wanted, Consumer<LayerPatch> show) {
            this.known = known;
            this.layer = layer;
            this.wanted = wanted;
            this.show = show;
        }

        @Override
        public void at(PipelineResult result, Map<String, Tensor> values) {
            at(result, values, null);
        }

        @Override
        public void at(
                PipelineResult result, Map<String, Tensor> values, @Nullable Alteration altered) {
            String value = wanted.value;
            if (done || !values.containsKey(value)) return;
            done = true;
            try {
                LayerPatch patch = read(known, layer, wanted, values);
                fx.execute(() ->
                        show.accept(patch.multiplied(gain.of(value, patch.channel(), altered))));
            } catch (Problem problem) {
                fx.execute(() -> trouble.accept(problem));
            } finally {
                // Else every frame from now on is read for nobody.
                fx.execute(() -> requests.accept(Set.of(), (none, nothing) -> {}));
            }
        }
    }

    private record Wanted(String value, int channel, MapCell at) {}

    private static LayerPatch read(
            Anatomy known, OnnxConvolution layer, Wanted wanted, Map<String, Tensor> values)
            throws Problem {
        Tensor input = values.get(layer.input());
        Tensor output = values.get(wanted.value);
        Optional<LayerPatch> patch = Optional.empty();
        if (input != null && output != null) {
            FeatureMaps to = FeatureMaps.of(output);
            CellAt cell =
                    new CellAt(
                            Math.clamp(wanted.channel, 0, to.channels() - 1),
                            Math.clamp(wanted.at.y(), 0, to.height() - 1),
                            Math.clamp(wanted.at.x(), 0, to.width() - 1));
            patch =
                    LayerPatch.of(
                            known.kernel(layer), FeatureMaps.of(input), wanted.value, to, cell);
        }
        return patch.orElseThrow(() -> new Problem("kernel.large", wanted.value));
    }
}
