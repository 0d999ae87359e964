package org.hrscope.ablation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.pipeline.Follower;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.Cover;
import org.hrscope.pixels.CoveredFrame;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.threads.CoreShare;
import org.jspecify.annotations.Nullable;

/// Measures what a cut or a cover does to the pose on stage: runs a [CutSession] on the newest
/// results. On a paused frame, new gains cost a single run.
public final class CutFollower extends Follower<CutFollower.Asked, Cut> {

    /// What to follow.
    ///
    /// @param inner names of the cut network's inner values to copy
    /// @param cover what the cut network does not see
    public record Asked(
            ModelFile file, Gains gains, Decoder decoder, Set<String> inner, Cover cover) {
        public Asked {
            inner = Set.copyOf(inner);
        }

        private boolean changesNothing() {
            return gains.changed().isEmpty() && cover.isEmpty();
        }
    }

    private final Session session = new Session();

    /// @param trouble called on the follower's thread if the network cannot be cut this way
    public CutFollower(Consumer<Problem> trouble) {
        super("cut", trouble);
        start();
    }

    /// What to follow from now on; nothing if null, or if it changes nothing.
    public void follow(@Nullable Asked asked) {
        ask(asked == null || asked.changesNothing() ? null : asked, Again.NOW);
    }

    @Override
    protected boolean at(Asked asked, PipelineResult result) throws Problem {
        return session.at(asked, result);
    }

    @Override
    protected void release() {
        session.close();
    }

    /// Opened on first use; a network that fails to open is tried only once. Follower's thread.
    private final class Session {
        private @Nullable ModelFile file;
        private @Nullable CutSession open;
        private Set<String> exposed = Set.of();
        private @Nullable PipelineResult fed;
        private Cover hidden = Cover.NONE;
        private CoveredFrame.@Nullable Patch patch;
        private @Nullable PipelineResult read;
        private @Nullable Decoder decoder;
        private @Nullable Readout whole;

        private boolean at(Asked wanted, PipelineResult result) throws Problem {
            if (!result.model().equals(wanted.file.info())) return false;
            if (result.person().isEmpty()) return false;
            CutSession cutting = open(wanted);
            if (cutting == null) return false;
            CropGeometry geometry = result.person().get().estimate().geometry();
            Readout before = whole;
            if (before == null || !result.equals(read) || wanted.decoder != decoder) {
                feed(cutting, result, Cover.NONE);
                Heatmaps uncut = beside(result, () -> cutting.heatmaps(Gains.NONE));
                before = Readout.of(uncut, geometry, wanted.decoder);
                read = result;
                decoder = wanted.decoder;
                whole = before;
            }
            feed(cutting, result, wanted.cover);
            List<String> names = new ArrayList<>(wanted.inner);
            names.add(result.model().output());
            Map<String, Tensor> values = new HashMap<>();
            beside(result, () -> cutting.run(wanted.gains, names))
                    .forEach((name, t) -> values.put(name, Tensor.of(t.shape(), t.toArray())));
            Readout after = Readout.of(cutting.heatmaps(values), geometry, wanted.decoder);
            List<JointEffect> effects = JointEffect.between(before, after, geometry);
            give(new Cut(result.retained(), wanted.gains, patch, before, after, effects, values));
            return true;
        }

        /// Takes the place of a lane of the live session.
        private static <T> T beside(PipelineResult result, CoreShare.Work<T, Problem> run)
                throws Problem {
            return result.cores().on(InnerSession.threadsBeside(), run);
        }

        /// A second cut under the same cover needs no second crop.
        private void feed(CutSession cutting, PipelineResult result, Cover cover) throws Problem {
            if (result.equals(fed) && cover.equals(hidden)) return;
            fed = null;
            CropGeometry geometry = result.person().orElseThrow().estimate().geometry();
            CoveredFrame covered = cover.isEmpty() ? null : CoveredFrame.of(result.frame(), cover);
            cutting.crop(covered == null ? result.frame() : covered.frame(), geometry);
            patch = covered == null ? null : covered.patch();
            hidden = cover;
            fed = result;
        }

        private @Nullable CutSession open(Asked wanted) throws Problem {
            boolean same = wanted.file == file && exposed.containsAll(wanted.inner);
            if (same) return open;
            close();
            file = wanted.file;
            exposed = wanted.inner;
            open = CutSession.beside(wanted.file, wanted.inner);
            return open;
        }

        private void close() {
            if (open != null) open.close();
            open = null;
            whole = null;
            fed = null;
        }
    }
}
