package org.hrscope.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.Notices;
import org.hrscope.ui.common.PulseGuard;
import org.hrscope.ui.meter.StepTimes;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.StageView;

/// Pulls the newest result once per pulse and passes it to every part; passes it on again when another person is
/// selected. FX thread.
final class Pulse extends AnimationTimer {
    private static final long METER_PAUSE = 250_000_000;

    private final ViewModels models;
    private final List<Part> parts;
    private final StageView stage;
    private final StepTimes times;
    private final PulseGuard guard;
    private long metered;
    private boolean posed;

    /// @param parts in the order in which they receive results
    /// @param times learns how long drawing takes
    Pulse(ViewModels models, List<Part> parts, StageView stage, StepTimes times, Notices notices) {
        this.models = models;
        this.parts = parts;
        this.stage = stage;
        this.times = times;
        guard = new PulseGuard(notices::problem);
        models.selection().personProperty().subscribe((_, now) -> select(now.intValue()));
    }

    /// Whether the stage has received a pose.
    boolean posed() {
        return posed;
    }

    @Override
    public void handle(long pulse) {
        guard.run("stage", () -> models.live().pulse(this::show));
        guard.run("absence", models.selection().absence()::pulse);
        guard.run("glance", () -> models.live().glance(this::glance));
        each("pulse", Part::pulse);
        long now = System.nanoTime();
        if (now - metered < METER_PAUSE) return;
        metered = now;
        each("update", part -> part.update(now));
    }

    /// The stage must not freeze because another part fails.
    private void each(String moment, Consumer<Part> work) {
        for (Part part : parts) {
            guard.run(part.getClass().getSimpleName() + " " + moment, () -> work.accept(part));
        }
    }

    private void show(PipelineResult result) {
        long start = System.nanoTime();
        Selection selection = models.selection();
        selection.show(result.people());
        selection.absence().frame(!result.people().isEmpty(), result.frame().origin().name());
        spread(result.choosing(selection.personProperty().get()));
        posed = true;
        long end = System.nanoTime();
        times.shown(result, end - start, end);
    }

    private void glance(PipelineResult result) {
        try (PipelineResult seen = result.choosing(models.selection().personProperty().get())) {
            each("glance", part -> part.glance(seen));
        }
    }

    /// Takes ownership of the result.
    private void spread(PipelineResult result) {
        each("result", part -> part.show(result));
    }

    private void select(int identity) {
        PipelineResult shown = stage.shown();
        if (shown == null || shown.chosen() == identity) return;
        if (shown.people().of(identity).isEmpty()) return;
        spread(shown.retained().choosing(identity));
    }
}
