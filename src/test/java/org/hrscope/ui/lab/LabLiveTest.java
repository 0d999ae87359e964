package org.hrscope.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.ablation.Cut;
import org.hrscope.ablation.CutFollower;
import org.hrscope.ablation.Gains;
import org.hrscope.ablation.NoiseFrames;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.hrnet.HrNet;
import org.hrscope.inference.ModelFile;
import org.hrscope.pipeline.ActivationFollower;
import org.hrscope.pipeline.Activations;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.lab.SweepResult.Measure;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.PairView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Cuts and sweeps of the bundled network, without a window. What is lent is given back.
@Timeout(120)
class LabLiveTest {
    private final List<Problem> troubles = new CopyOnWriteArrayList<>();
    private final ObjectProperty<@Nullable ModelFile> file = new SimpleObjectProperty<>();
    private NoiseFrames stage;

    @BeforeEach
    void open() throws Problem {
        stage = new NoiseFrames();
    }

    @AfterEach
    void close() {
        stage.close();
        assertThat(stage.framesOut()).as("frames not given back").isZero();
        assertThat(troubles).isEmpty();
    }

    private Lab lab(Jobs jobs) {
        Lab lab = new Lab(jobs, troubles::add);
        lab.use(stage.file());
        return lab;
    }

    private EffectsViewModel effects(Lab lab, CutFollower follower) {
        file.set(stage.file());
        return new EffectsViewModel(
                lab.cuts(),
                lab.covers(),
                follower,
                file,
                new SimpleObjectProperty<>(Decoder.QUARTER));
    }

    /// Several pulses, as the follower takes its time.
    private static void untilCompared(EffectsViewModel effects) throws InterruptedException {
        while (effects.pairProperty().get() == null) {
            effects.pulse();
            Thread.sleep(5);
        }
    }

    @Test
    void effectsFollowTheGainsAndEndWithThem() throws Exception {
        Lab lab = lab(new Jobs(Runnable::run, Runnable::run));
        try (CutFollower follower = new CutFollower(troubles::add);
                PipelineResult result = stage.result(11)) {
            EffectsViewModel effects = effects(lab, follower);
            follower.offer(result);
            lab.cuts().toggle("stage3.0.branches.1");
            untilCompared(effects);
            assertThat(effects.effectsProperty().get()).hasSize(17);
            assertThat(effects.pairProperty().get().frame()).isEqualTo(result.frame().origin());
            assertThat(effects.pairProperty().get().b().maps())
                    .isNotEqualTo(effects.pairProperty().get().a().maps());
            lab.cuts().undo();
            assertThat(effects.pairProperty().get()).isNull();
            assertThat(effects.effectsProperty().get()).isEmpty();
        }
    }

    /// The follower may be done with a frame just when the network is replaced.
    @Test
    void whatTheNetworkBeforeDidIsNotShownOnTheNextOne() throws Exception {
        Lab lab = lab(new Jobs(Runnable::run, Runnable::run));
        try (CutFollower follower = new CutFollower(troubles::add);
                PipelineResult result = stage.result(15)) {
            EffectsViewModel effects = effects(lab, follower);
            follower.offer(result);
            lab.cuts().toggle("stage3.0.branches.1");
            Cut late = follower.results().take();
            file.set(null);
            follower.results().offer(late);
            effects.pulse();
            assertThat(effects.pairProperty().get()).isNull();
            assertThat(effects.effectsProperty().get()).isEmpty();
        }
    }

    /// Without anything cut or covered there is nothing to compare, and what was covered is seen again.
    @Test
    void aCoverHidesPixelsUntilItIsTakenOff() throws Exception {
        Lab lab = lab(new Jobs(Runnable::run, Runnable::run));
        try (CutFollower follower = new CutFollower(troubles::add);
                PipelineResult result = stage.result(16)) {
            EffectsViewModel effects = effects(lab, follower);
            follower.offer(result);
            lab.covers().begin(130, 110, 20);
            untilCompared(effects);
            assertThat(effects.hiddenProperty().get()).isNotNull();
            lab.covers().clear();
            assertThat(effects.hiddenProperty().get()).isNull();
            assertThat(effects.pairProperty().get()).isNull();
        }
    }

    /// Map and inspector show the network that the stage shows, with what it sees.
    @Test
    void innerValuesAreThoseOfThePoseOnStage() throws Exception {
        Lab lab = lab(new Jobs(Runnable::run, Runnable::run));
        ObjectProperty<PairView> view = new SimpleObjectProperty<>(PairView.B);
        try (CutFollower follower = new CutFollower(troubles::add);
                ActivationFollower inside = new ActivationFollower(troubles::add);
                PipelineResult result = stage.result(17)) {
            EffectsViewModel effects = effects(lab, follower);
            InnerCuts inner = new InnerCuts(lab, view, file, inside::alter);
            inside.model(stage.file(), Set.of());
            inside.request(this, Set.of("heatmaps", "stage3.0.fused.1"));
            follower.offer(result);
            inside.offer(result);
            float[] whole = Objects.requireNonNull(read(inside).get("heatmaps"));
            lab.cuts().toggle("stage3.0.fused.1");
            untilCompared(effects);
            Map<String, float[]> cut = read(inside);
            assertThat(effects.pairProperty().get().a().maps().values()).isEqualTo(whole);
            assertThat(cut.get("heatmaps"))
                    .isEqualTo(effects.pairProperty().get().b().maps().values())
                    .isNotEqualTo(whole);
            assertThat(cut.get("stage3.0.fused.1")).containsOnly(0);
            assertThat(inner.gainsProperty().get()).isEqualTo(lab.cuts().gainsProperty().get());
            view.set(PairView.A);
            assertThat(read(inside).get("heatmaps")).as("the whole one on stage").isEqualTo(whole);
            assertThat(inner.gainsProperty().get()).isEqualTo(Gains.NONE);
            lab.cuts().undo();
            view.set(PairView.B);
            lab.covers().begin(130, 110, 20);
            untilCompared(effects);
            assertThat(read(inside).get("heatmaps"))
                    .isEqualTo(effects.pairProperty().get().b().maps().values())
                    .isNotEqualTo(whole);
            lab.covers().clear();
            assertThat(read(inside).get("heatmaps")).isEqualTo(whole);
        }
    }

    private static Map<String, float[]> read(ActivationFollower inside)
            throws InterruptedException {
        Map<String, float[]> read = new HashMap<>();
        try (Activations found = Objects.requireNonNull(inside.results().take())) {
            found.values().forEach((name, value) -> read.put(name, value.toArray()));
        }
        return read;
    }

    @Test
    void aSweepCutsEveryPathOnce(@TempDir Path folder) throws Exception {
        Lab lab = lab(new Jobs(Runnable::run, Runnable::run));
        try (PipelineResult result = stage.result(12)) {
            lab.sweep().start(stage.file(), Decoder.QUARTER, result);
        }
        SweepResult swept = lab.sweep().job().resultProperty().get();
        assertThat(swept.rows(Selection.NONE, Measure.PEAK))
                .hasSameSizeAs(lab.networkProperty().get().gates().paths())
                .first()
                .satisfies(row -> assertThat(row.effect(Measure.PEAK)).isPositive());
        List<Path> kept = new ArrayList<>();
        lab.sweep().save(folder.resolve("paths.csv"), kept::add);
        assertThat(Files.readAllLines(kept.getFirst()))
                .hasSize(1 + 17 * swept.effects().size())
                .element(1)
                .asString()
                .startsWith("stage");
        lab.use(null);
        assertThat(lab.sweep().job().resultProperty().get()).isNull();
    }

    @Test
    void aSweepStoppedBeforeItBeganGivesTheFrameBack() throws Exception {
        Deque<Runnable> waiting = new ArrayDeque<>();
        Lab lab = lab(new Jobs(waiting::add, Runnable::run));
        try (PipelineResult result = stage.result(13)) {
            lab.sweep().start(stage.file(), Decoder.QUARTER, result);
        }
        assertThat(lab.sweep().job().runningProperty().get()).isTrue();
        lab.sweep().job().stop();
        waiting.forEach(Runnable::run);
        assertThat(lab.sweep().job().runningProperty().get()).isFalse();
        assertThat(lab.sweep().job().resultProperty().get()).isNull();
    }

    @Test
    void whereJointsLookIsMeasuredForAllOfThem() throws Exception {
        Lab lab = lab(new Jobs(Runnable::run, Runnable::run));
        lab.sight().patchProperty().set(64);
        HrNet net = lab.networkProperty().get().net().orElseThrow();
        try (PipelineResult result = stage.result(14)) {
            lab.sight().start(stage.file(), net, result);
            Sight.Swept swept = lab.sight().job().resultProperty().get();
            assertThat(swept.frame()).isEqualTo(result.frame().origin());
            assertThat(swept.occlusion().falls().channels()).isEqualTo(17);
            assertThat(swept.occlusion().falls().width()).isEqualTo(6);
            // What the patch covers is at most the whole crop.
            assertThat(swept.window(9).width()).isBetween(64, 192);
            assertThat(swept.isWhole(swept.window(9)))
                    .isEqualTo(swept.window(9).width() * swept.window(9).height() == 192 * 256);
        }
        lab.use(null);
        assertThat(lab.sight().job().resultProperty().get()).isNull();
    }
}
