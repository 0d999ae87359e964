package org.hrscope.ui.shell;

import java.util.List;
import javafx.animation.AnimationTimer;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Keypoint;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.Notices;
import org.hrscope.ui.common.PulseGuard;
import org.jspecify.annotations.Nullable;

/// Pulls the newest result once per pulse and passes it to every panel; passes it on again when another person is
/// selected. FX thread.
final class Pulse extends AnimationTimer {
    private static final long METER_PAUSE = 250_000_000;

    private final ViewModels models;
    private final Panels panels;
    private final PulseGuard guard;
    private long metered;
    private boolean posed;

    Pulse(ViewModels models, Panels panels, Notices notices) {
        this.models = models;
        this.panels = panels;
        guard = new PulseGuard(notices::problem);
        models.selection()
                .personProperty()
                .addListener((property, before, now) -> select(now.intValue()));
        models.network().networkProperty().addListener(changed -> offer());
    }

    /// Whether the stage has received a pose.
    boolean posed() {
        return posed;
    }

    @Override
    public void handle(long pulse) {
        guard.run("stage", () -> models.live().pulse(this::show));
        guard.run("inspector", panels.inspector()::pulse);
        guard.run("network map", () -> panels.dock().pulse(seen()));
        guard.run("smoothing", panels.smoothing()::pulse);
        guard.run("cuts", panels.lab()::pulse);
        guard.run("lessons", () -> panels.lessons().pulse(panels.stage().shown()));
        long now = System.nanoTime();
        if (now - metered < METER_PAUSE) return;
        metered = now;
        guard.run("recording", panels.recording()::update);
        guard.run("jobs", panels.running()::update);
        guard.run("meter", () -> panels.meter().update(now));
        guard.run(
                "offer",
                () -> models.offer().pulse(models.selection().peopleProperty().get(), fair(), now));
    }

    /// Whether the bundled network runs by default, not by choice, and on real images.
    private boolean fair() {
        SourceSpec source = models.live().sourceProperty().get();
        boolean real = source != null && !(source instanceof SourceSpec.Demo);
        return real && models.opener().remembered() == null;
    }

    private void show(PipelineResult result) {
        long start = System.nanoTime();
        models.selection().show(result.people());
        spread(result.choosing(models.selection().personProperty().get()));
        guard.run("record", () -> panels.recording().offer(result));
        posed = true;
        long end = System.nanoTime();
        panels.times().shown(result, end - start, end);
    }

    /// Takes ownership of the result.
    private void spread(PipelineResult result) {
        List<Keypoint> found =
                result.person().map(person -> person.pose().keypoints()).orElse(List.of());
        // The stage must not freeze because another panel fails.
        guard.run("joints", () -> models.joints().show(result.model().skeleton(), found));
        guard.run("inspected", () -> panels.inspector().show(result));
        panels.stage().show(result);
        guard.run("followed", () -> panels.follower().offer(models.network().seen(result)));
        guard.run("cut", () -> panels.lab().offer(result));
    }

    private @Nullable PipelineResult seen() {
        PipelineResult shown = panels.stage().shown();
        return shown == null ? null : models.network().seen(shown);
    }

    /// A paused frame must reach a network newly put on the map.
    private void offer() {
        PipelineResult seen = seen();
        if (seen != null) panels.follower().offer(seen);
    }

    private void select(int identity) {
        PipelineResult shown = panels.stage().shown();
        if (shown == null || shown.chosen() == identity) return;
        if (shown.people().of(identity).isEmpty()) return;
        spread(shown.retained().choosing(identity));
    }
}
