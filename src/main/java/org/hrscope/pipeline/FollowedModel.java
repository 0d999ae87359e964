package org.hrscope.pipeline;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.OnnxGraph;
import org.jspecify.annotations.Nullable;

/// The follower's session: opened when a value is first requested, and reopened when the model changes or an unexpected
/// value is requested. A model that cannot be opened is tried once. Follower's thread.
final class FollowedModel implements AutoCloseable {
    private @Nullable ModelFile file;
    private @Nullable OnnxGraph graph;
    private @Nullable InnerSession model;
    private final Set<String> exposed = new HashSet<>();
    private boolean broken;

    /// @return only names the model has; valid until the next call
    Map<String, Tensor> run(
            ModelFile wantedFile, Set<String> expected, Set<String> names, PipelineResult result)
            throws Problem {
        // Not equals(): a reopened file may hold another network.
        if (wantedFile != file) {
            close();
            file = wantedFile;
            graph = null;
            exposed.clear();
            broken = false;
        }
        if (broken || result.people().isEmpty()) return Map.of();
        try {
            OnnxGraph said = graph == null ? wantedFile.graph() : graph;
            graph = said;
            String input = wantedFile.info().input();
            Set<String> known = said.readable();
            Set<String> wanted = new HashSet<>(names);
            wanted.retainAll(known);
            InnerSession open = open(wantedFile, said, expected, wanted);
            if (names.contains(input)) wanted.add(input);
            open.crop(result.frame(), result.person().orElseThrow().estimate().geometry());
            return result.cores().on(InnerSession.threadsBeside(), () -> open.run(wanted));
        } catch (Throwable thrown) {
            broken = true;
            throw thrown;
        }
    }

    private InnerSession open(
            ModelFile wantedFile, OnnxGraph said, Set<String> expected, Set<String> wanted)
            throws Problem {
        if (model != null && model.gives(wanted)) return model;
        close();
        exposed.addAll(expected);
        exposed.addAll(wanted);
        exposed.retainAll(said.readable());
        InnerSession opened = InnerSession.beside(wantedFile, said, exposed);
        model = opened;
        return opened;
    }

    @Override
    public void close() {
        if (model != null) model.close();
        model = null;
    }
}
