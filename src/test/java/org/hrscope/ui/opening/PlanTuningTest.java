package org.hrscope.ui.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ExecutionPlan;
import org.hrscope.inference.ExecutionProvider;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.inference.PoseModel;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.threads.Jobs;
import org.hrscope.tuning.NetworkTuning;
import org.hrscope.tuning.PlanStore;
import org.hrscope.tuning.ThisMachine;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.player.PlanInUse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bundled network with plans that were measured earlier.
class PlanTuningTest {
    @TempDir Path folder;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<String> troubles = new ArrayList<>();
    private NetworkTuning tuning;
    private LiveViewModel live;
    private Opener opener;
    private String bundled;

    @BeforeEach
    void start() throws Problem {
        tuning = new NetworkTuning(new PlanStore(folder, ThisMachine::now), List.of());
        ModelOpener models = new ModelOpener(ModelProfile.EMPTY, tuning.plans());
        try (PoseModel model = models.bundled()) {
            bundled = model.file().sha256();
        }
        live =
                new LiveViewModel(
                        EngineSettings.standard(),
                        Runnable::run,
                        new Silent(),
                        listener ->
                                new PoseEngine(
                                        spec -> new DemoSource(),
                                        EngineSettings.standard(),
                                        listener));
        opener =
                new Opener(
                        new Jobs(waiting::add, Runnable::run),
                        live,
                        new Networks(models, new CheckpointImport(), folder, tuning),
                        new Told(),
                        new CameraModes(null),
                        List.of());
    }

    private final class Told implements Opener.Told {
        @Override
        public void problem(Problem problem) {
            troubles.add(problem.message(Locale.ENGLISH));
        }

        @Override
        public void importing(Path checkpoint) {}

        @Override
        public void proven(ImportProof proof) {}
    }

    @AfterEach
    void end() {
        live.close();
    }

    private void runAll() {
        while (!waiting.isEmpty()) waiting.poll().run();
    }

    @Test
    void aRememberedPlanIsUsedAndSaid() throws Problem {
        ExecutionPlan plan = new ExecutionPlan(1, 1);
        tuning.plans().keep(bundled, plan);
        opener.useModel(null);
        runAll();
        assertThat(live.planProperty().getValue()).isEqualTo(new PlanInUse(plan, true));
        Texts texts = new Texts();
        texts.languageProperty().set(Locale.ENGLISH);
        assertThat(live.planProperty().getValue().text(texts))
                .isEqualTo("1 lane × 1 thread, measured");
        assertThat(troubles).isEmpty();
    }

    /// A card was taken out: a sentence, the CPU goes on, and the next start measures again.
    @Test
    void aProviderThatIsGoneIsToldAndTheCpuGoesOn() throws Problem {
        if (ExecutionProvider.offered().contains(ExecutionProvider.CUDA)) return;
        tuning.plans().keep(bundled, new ExecutionPlan(1, 1).on(ExecutionProvider.CUDA));
        opener.useModel(null);
        runAll();
        PlanInUse now = live.planProperty().getValue();
        assertThat(now).isEqualTo(new PlanInUse(ExecutionPlan.standard(), false));
        assertThat(troubles).singleElement().asString().contains("CUDA").contains("CPU is used");
        assertThat(tuning.plans().known(bundled)).isEmpty();
    }

    /// What was opened for a network that is no longer in use is closed, and changes nothing.
    @Test
    void anotherNetworkIsNotRunByItsPredecessorsPlan() throws Problem {
        tuning.plans().keep(bundled, new ExecutionPlan(1, 1));
        opener.useModel(null);
        runAll();
        ModelFile before = live.modelFileProperty().getValue();
        opener.useModel(null);
        runAll();
        PlanInUse now = live.planProperty().getValue();
        PoseEstimator late = new PoseEstimator(before.open(new ExecutionPlan(2, 1)));
        live.rerun(before, new PlanInUse(late.plan(), true), late);
        assertThat(live.planProperty().getValue()).isEqualTo(now);
    }
}
