package org.hrscope.ui.lab;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.ablation.Occlusion;
import org.hrscope.ablation.OcclusionPatch;
import org.hrscope.ablation.OcclusionSweep;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.ReceptiveWindow;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.jspecify.annotations.Nullable;

/// Where each joint looks: a patch swept over the selected person's crop, on the frame on stage. FX thread.
public final class Sight {

    /// What one sweep has found, for all joints.
    ///
    /// @param net null for a network that is no HRNet
    public record Swept(
            ModelFile file,
            Frame.Origin frame,
            CropGeometry geometry,
            Occlusion occlusion,
            @Nullable HrNet net) {

        /// The crop's pixels that the joint's peak is computed from; null if that is not known.
        @Nullable ReceptiveWindow window(int joint) {
            if (net == null) return null;
            int cell = occlusion.cells()[joint];
            int width = net.heatmaps().width();
            String maps = net.parts().getLast().name();
            return ReceptiveWindow.of(net, maps, cell % width, cell / width).get("image");
        }

        /// Whether that is all of it.
        boolean isWhole(ReceptiveWindow window) {
            return window.width() == file.info().inputWidth()
                    && window.height() == file.info().inputHeight();
        }
    }

    /// The sides of patches that can be chosen, in crop pixels.
    static final List<Integer> PATCHES = List.of(16, 24, 32, 48, 64);

    private final ObjectProperty<Integer> patch = new SimpleObjectProperty<>(32);
    private final BooleanProperty shown = new SimpleBooleanProperty(true);
    private final FrameJob<Swept> job;

    Sight(Jobs jobs, Consumer<Problem> trouble) {
        job = new FrameJob<>("job.sight", jobs, trouble);
    }

    public FrameJob<Swept> job() {
        return job;
    }

    /// The patch's side, in crop pixels.
    ObjectProperty<Integer> patchProperty() {
        return patch;
    }

    /// Whether it lies over the image.
    BooleanProperty shownProperty() {
        return shown;
    }

    /// @param net    null for a network that is no HRNet
    /// @param result remains owned by the caller
    public void start(ModelFile file, @Nullable HrNet net, PipelineResult result) {
        OcclusionPatch swept = OcclusionPatch.of(patch.get());
        shown.set(true);
        job.start(
                file,
                result,
                (held, person, progress) -> sweep(file, net, held, person, swept, progress));
    }

    private static Swept sweep(
            ModelFile file,
            @Nullable HrNet net,
            PipelineResult held,
            Person person,
            OcclusionPatch patch,
            Job.Progress progress)
            throws Problem, InterruptedException {
        String output = file.info().output();
        String input = file.info().input();
        CropGeometry geometry = person.estimate().geometry();
        try (InnerSession session = InnerSession.beside(file, file.graph(), List.of(output))) {
            session.crop(held.frame(), geometry);
            Tensor crop = session.run(List.of(input)).get(input);
            if (crop == null) throw new Problem("model.no-joints", file);
            Tensor bare = Tensor.of(crop.shape(), crop.toArray());
            Occlusion found = new OcclusionSweep(session, output).run(bare, patch, progress);
            return new Swept(file, held.frame().origin(), geometry, found, net);
        }
    }
}
