package org.hrscope.ablation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.pipeline.Follower;
import org.hrscope.pipeline.PipelineResult;
import org.jspecify.annotations.Nullable;

/// Runs a second network on the crops of the newest results and compares it with the live one. Both use the live
/// network's crop and decoder, so any difference comes from the network.
public final class VersusFollower extends Follower<VersusFollower.Asked, Versus> {

    /// What to follow.
    ///
    /// @param live    network A
    /// @param other   network B; see [#check]
    /// @param decoder for both
    /// @param inner   names of B's inner values to copy, where it has them
    public record Asked(ModelFile live, ModelFile other, Decoder decoder, Set<String> inner) {
        public Asked {
            inner = Set.copyOf(inner);
        }
    }

    private final Session session = new Session();

    /// @param trouble called on the follower's thread if the second network cannot be run
    public VersusFollower(Consumer<Problem> trouble) {
        super("versus", trouble);
        start();
    }

    /// Whether two networks can be compared joint by joint and cell by cell.
    ///
    /// @throws Problem `versus.joints`, `versus.size`
    public static void check(ModelInfo live, ModelInfo other) throws Problem {
        if (!live.skeleton().joints().equals(other.skeleton().joints())) {
            throw new Problem("versus.joints", other.name(), other.joints(), live.joints());
        }
        boolean same =
                live.inputShape().equals(other.inputShape())
                        && live.heatmapWidth() == other.heatmapWidth()
                        && live.heatmapHeight() == other.heatmapHeight();
        if (!same) throw new Problem("versus.size", other.name(), size(other), size(live));
    }

    private static String size(ModelInfo info) {
        return info.inputWidth() + " × " + info.inputHeight();
    }

    /// What to follow from now on; nothing if null.
    public void follow(@Nullable Asked asked) {
        ask(asked, Again.NOW);
    }

    @Override
    protected boolean at(Asked asked, PipelineResult result) throws Problem {
        return session.at(asked, result);
    }

    @Override
    protected void release() {
        session.close();
    }

    /// Opened on first use, and again when other values are wanted. Follower's thread.
    private final class Session {
        private @Nullable ModelFile file;
        private @Nullable InnerSession open;
        private Set<String> known = Set.of();
        private @Nullable Asked broken;

        private boolean at(Asked wanted, PipelineResult result) throws Problem {
            if (!result.model().equals(wanted.live.info()) || wanted.equals(broken)) return false;
            Estimate estimate = result.person().map(person -> person.estimate()).orElse(null);
            if (estimate == null) return false;
            try {
                give(compare(wanted, result, estimate));
                return true;
            } catch (Throwable thrown) {
                broken = wanted;
                throw thrown;
            }
        }

        private Versus compare(Asked wanted, PipelineResult result, Estimate estimate)
                throws Problem {
            InnerSession running = open(wanted);
            running.crop(result.frame(), estimate.geometry());
            Set<String> names = new HashSet<>(wanted.inner);
            names.retainAll(known);
            String output = wanted.other.info().output();
            names.add(output);
            Map<String, Tensor> values = new HashMap<>();
            result.cores()
                    .on(InnerSession.threadsBeside(), () -> running.run(names))
                    .forEach((name, t) -> values.put(name, Tensor.of(t.shape(), t.toArray())));
            Tensor maps = values.get(output);
            Heatmaps live = estimate.heatmaps();
            if (maps == null || maps.shape().count() != live.values().length) {
                throw new Problem("model.no-joints", output);
            }
            Heatmaps others =
                    new Heatmaps(live.joints(), live.height(), live.width(), maps.toArray());
            Readout a = Readout.of(live, estimate.geometry(), wanted.decoder);
            Readout b = Readout.of(others, estimate.geometry(), wanted.decoder);
            List<JointEffect> effects = JointEffect.between(a, b, estimate.geometry());
            return new Versus(result.retained(), wanted.other, a, b, effects, values);
        }

        private InnerSession open(Asked wanted) throws Problem {
            InnerSession running = open;
            Set<String> possible = new HashSet<>(wanted.inner);
            possible.retainAll(known);
            // Not equals(): a reopened file may hold another network.
            if (running != null && wanted.other == file && running.gives(possible)) return running;
            close();
            OnnxGraph graph = wanted.other.graph();
            known = graph.values();
            possible = new HashSet<>(wanted.inner);
            possible.retainAll(known);
            file = wanted.other;
            running = InnerSession.beside(wanted.other, graph, possible);
            open = running;
            return running;
        }

        private void close() {
            if (open != null) open.close();
            open = null;
        }
    }
}
