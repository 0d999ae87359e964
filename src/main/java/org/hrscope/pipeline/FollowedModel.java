package org.hrscope.pipeline;

import java.nio.FloatBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.GatedValue;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxOutputs;
import org.hrscope.pipeline.ActivationFollower.Wanted;
import org.jspecify.annotations.Nullable;

/// The follower's session: opened when a value is first requested, and reopened when the model changes, an unexpected
/// value is requested or a first gain is set; the gates stay, since opening takes longer than multiplying by 1. A model
/// that cannot be opened is tried once, one that cannot run with what is altered a few times for each alteration.
/// Follower's thread.
final class FollowedModel implements AutoCloseable {
    /// What failed once may have wanted memory that was taken for a moment.
    private static final int TRIES = 3;

    private @Nullable ModelFile file;
    private @Nullable OnnxGraph graph;
    private @Nullable InnerSession model;
    private final Set<String> exposed = new HashSet<>();
    private List<GatedValue> gates = List.of();
    private final SeenFrame seen = new SeenFrame();
    private @Nullable Alteration failed;
    private int failures;
    private boolean broken;

    /// @param names of values, and of what a gain makes of those whose gain applies in one place only
    /// @return only names the model has; valid until the next call
    Map<String, Tensor> run(Wanted asked, Set<String> names, PipelineResult result) throws Problem {
        ModelFile wantedFile = asked.file();
        // Not equals(): a reopened file may hold another network.
        if (wantedFile != file) {
            close();
            file = wantedFile;
            graph = null;
            exposed.clear();
            gates = List.of();
            failed = null;
            broken = false;
            seen.forget();
        }
        if (broken || result.people().isEmpty()) return Map.of();
        Alteration altered = asked.altered();
        // Better none than the whole network's for those of the cut one.
        if (altered != null && altered == failed && failures >= TRIES) return Map.of();
        try {
            OnnxGraph said = graph == null ? wantedFile.graph() : graph;
            graph = said;
            String input = wantedFile.info().input();
            gate(altered);
            Set<String> wanted = new HashSet<>(names);
            wanted.retainAll(readable(said));
            InnerSession open = open(asked, said, wanted);
            if (names.contains(input)) wanted.add(input);
            gain(open.gains(), altered);
            open.crop(
                    seen.of(result.frame(), altered),
                    result.person().orElseThrow().estimate().geometry());
            Map<String, Tensor> values =
                    result.cores().on(InnerSession.threadsBeside(), () -> open.run(wanted));
            failed = null;
            return values;
        } catch (Throwable thrown) {
            // The network as it was trained may well run, with the whole image.
            if (gates.isEmpty() && altered == null) {
                broken = true;
            } else {
                close();
                failures = altered == failed ? failures + 1 : 1;
                failed = altered;
            }
            gates = List.of();
            throw thrown;
        }
    }

    private void gate(@Nullable Alteration altered) {
        if (altered == null || altered.gates().isEmpty()) return;
        if (altered.gates().equals(gates)) return;
        gates = altered.gates();
        close();
    }

    private static void gain(FloatBuffer gains, @Nullable Alteration altered) {
        for (int i = 0; i < gains.limit(); i++) gains.put(i, 1);
        if (altered != null && gains.limit() > 0) gains.put(0, altered.gains());
    }

    private Set<String> readable(OnnxGraph said) {
        Set<String> known = said.readable();
        gates.forEach(gate -> known.add(gate.name()));
        return known;
    }

    private InnerSession open(Wanted asked, OnnxGraph said, Set<String> wanted) throws Problem {
        if (model != null && model.gives(wanted)) return model;
        close();
        exposed.addAll(asked.expected());
        exposed.addAll(wanted);
        exposed.retainAll(readable(said));
        InnerSession opened =
                InnerSession.beside(asked.file(), new OnnxOutputs(said, exposed, gates));
        model = opened;
        return opened;
    }

    @Override
    public void close() {
        if (model != null) model.close();
        model = null;
    }
}
