package org.hrscope.ui.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.ablation.CutSession;
import org.hrscope.ablation.Sweep;
import org.hrscope.ablation.SweepCsv;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.lab.SweepResult.Measure;

/// Which path matters for which joint: a job that cuts every path in turn, on the frame on stage. FX thread.
public final class PathSweep {
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.MOVEMENT);
    private final BooleanProperty onMap = new SimpleBooleanProperty(true);
    private final Jobs jobs;
    private final Consumer<Problem> trouble;
    private final FrameJob<SweepResult> job;

    PathSweep(Jobs jobs, Consumer<Problem> trouble) {
        this.jobs = jobs;
        this.trouble = trouble;
        job = new FrameJob<>("job.sweep", jobs, trouble);
    }

    public FrameJob<SweepResult> job() {
        return job;
    }

    public ObjectProperty<Measure> measureProperty() {
        return measure;
    }

    /// Whether the map's lines show it.
    public BooleanProperty onMapProperty() {
        return onMap;
    }

    /// @param shown remains owned by the caller
    public void start(ModelFile file, Decoder decoder, PipelineResult shown) {
        job.start(
                file,
                shown,
                (held, person, progress) ->
                        sweep(file, decoder, held, person.estimate().geometry(), progress));
    }

    private static SweepResult sweep(
            ModelFile file,
            Decoder decoder,
            PipelineResult shown,
            CropGeometry geometry,
            Job.Progress progress)
            throws Problem, InterruptedException {
        try (CutSession session = CutSession.beside(file, List.of())) {
            if (session.gates().paths().isEmpty()) throw new Problem("ablate.no-paths", file);
            session.crop(shown.frame(), geometry);
            return new SweepResult(
                    shown.frame().origin().index(),
                    shown.model().skeleton().joints(),
                    new Sweep(session, session.gates().paths()).run(geometry, decoder, progress));
        }
    }

    /// Writes all paths and joints.
    void save(Path file, Consumer<Path> done) {
        SweepResult swept = job.resultProperty().get();
        if (swept == null) return;
        jobs.run(
                () -> {
                    new SweepCsv(swept.joints(), 1).write(file, swept.table().rows());
                    return file;
                },
                done,
                trouble);
    }
}
