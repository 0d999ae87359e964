package org.hrscope.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.file.Sha256;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.EstimationOptions;
import org.hrscope.inference.ExecutionPlan;
import org.hrscope.inference.ExecutionProvider;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.quantise.Quantised;
import org.hrscope.threads.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// With the bundled network in ONNX Runtime; how fast it is here is not asked.
@Timeout(400)
class NetworkTuningTest {
    private static final ModelOpener MODELS = new ModelOpener(ModelProfile.EMPTY);
    private static final EstimationOptions PLAIN = new EstimationOptions(Decoder.QUARTER, false);
    private static final BoundingBox BOX = new BoundingBox(10, 10, 60, 80);

    @TempDir private Path data;

    private final Frame frame =
            new Frame(
                    97,
                    103,
                    ByteBuffer.allocateDirect(97 * 103 * 4),
                    new Frame.Origin("black", 0, 0),
                    () -> {});

    private NetworkTuning tuning() {
        return new NetworkTuning(new PlanStore(data, ThisMachine::now), List.of(data));
    }

    /// The live run goes on meanwhile, and its estimates are those of before.
    @Test
    void aLiveRunIsMeasuredInItsGaps() throws Exception {
        try (PoseEstimator estimator = new PoseEstimator(MODELS.bundled());
                Workers live = new Workers("live", 1)) {
            Estimate before = estimator.estimate(frame, BOX, PLAIN);
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Integer> run =
                    live.submit(() -> {
                        int same = 0;
                        while (!over.get()) {
                            Estimate now = estimator.estimate(frame, BOX, PLAIN);
                            if (!now.pose().equals(before.pose())) return -1;
                            same++;
                        }
                        return same;
                    });
            Tuning found;
            try {
                found = tuning().tune(estimator, 1, (done, total) -> {});
            } finally {
                over.set(true);
            }
            assertThat(run.join()).isPositive();
            assertThat(found.of(estimator.plan()).orElseThrow().ratio()).isEqualTo(1);
            assertThat(found.all()).allMatch(each -> each.failed() == null);
            int cores = Runtime.getRuntime().availableProcessors();
            assertThat(found.all()).allMatch(each -> each.plan().cores() <= cores);
            assertThat(tuning().known(estimator).isPresent()).isEqualTo(found.certain());
        }
    }

    /// Another network was opened, or the window closed.
    @Test
    void closingTheEstimatorEndsItAndNothingIsRemembered() throws Problem {
        PoseEstimator estimator = new PoseEstimator(MODELS.bundled());
        assertThatThrownBy(() ->
                        tuning().tune(
                                        estimator,
                                        LiveBench.AT_ONCE,
                                        (done, total) -> estimator.close()))
                .isInstanceOf(InterruptedException.class);
        assertThat(data.resolve("plans.json")).doesNotExist();
    }

    /// Every plan gives the same joints: lanes and threads change the order of work, not the work.
    @Test
    void everyPlanGivesTheSamePose() throws Problem {
        try (PoseEstimator estimator = new PoseEstimator(MODELS.bundled())) {
            Estimate before = estimator.estimate(frame, BOX, PLAIN);
            for (ExecutionPlan plan :
                    List.of(
                            new ExecutionPlan(1, 1),
                            new ExecutionPlan(1, 3),
                            new ExecutionPlan(3, 2),
                            new ExecutionPlan(2, 2).spinning(true))) {
                try (PoseEstimator other = tuning().reopened(estimator, plan)) {
                    assertThat(other.atOnce()).isEqualTo(plan.lanes());
                    assertThat(other.estimate(frame, BOX, PLAIN).pose()).isEqualTo(before.pose());
                }
            }
        }
    }

    /// A large network is not read once more to look up what it was just opened by.
    @Test
    void theNetworkIsIdentifiedOnce() throws Exception {
        ExecutionPlan plan = new ExecutionPlan(1, 1);
        Path copy = data.resolve("copy.onnx");
        Files.copy(Path.of("models/hrnet_w16_coco17_256x192.onnx"), copy);
        tuning().plans().keep(Sha256.of(copy), plan);
        ModelOpener models = new ModelOpener(ModelProfile.EMPTY, tuning().plans());
        try (PoseEstimator estimator = new PoseEstimator(models.open(copy))) {
            assertThat(estimator.plan()).isEqualTo(plan);
            Files.delete(copy);
            assertThat(tuning().known(estimator)).contains(plan);
        }
    }

    /// A remembered plan that cannot be run any more is told, and measured anew next time.
    @Test
    void aPlanThatCannotBeRunIsForgotten() throws Exception {
        try (PoseEstimator estimator = new PoseEstimator(MODELS.bundled())) {
            Path int8 = data.resolve("x.int8.onnx");
            Files.writeString(int8, "no network");
            ExecutionPlan plan = new ExecutionPlan(1, 1, false, ExecutionProvider.CPU, int8);
            String sha256 = estimator.model().file().sha256();
            tuning().plans().keep(sha256, plan);
            assertThat(tuning().known(estimator)).contains(plan);
            assertThatThrownBy(() -> tuning().reopened(estimator, plan))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining(int8.toString());
            assertThat(tuning().known(estimator)).isEmpty();
        }
    }

    /// Whoever opens a network by such a plan gets it by the standard one first.
    @Test
    void aRememberedPlanIsUsedWhenTheNetworkIsOpened() throws Problem, IOException {
        try (PoseEstimator estimator = new PoseEstimator(MODELS.bundled())) {
            String sha256 = estimator.model().file().sha256();
            PlanStore plans = tuning().plans();
            ModelOpener opener = new ModelOpener(ModelProfile.EMPTY, plans);
            plans.keep(sha256, new ExecutionPlan(1, 1));
            try (PoseEstimator again = new PoseEstimator(opener.bundled())) {
                assertThat(again.plan()).isEqualTo(new ExecutionPlan(1, 1));
            }
            plans.keep(sha256, new ExecutionPlan(1, 1).on(ExecutionProvider.CUDA));
            try (PoseEstimator again = new PoseEstimator(opener.bundled())) {
                assertThat(again.plan()).isEqualTo(ExecutionPlan.standard());
            }
        }
    }

    /// An int8 file is that of a network if it says so, by the network's bytes.
    @Test
    void anInt8FileIsKnownByWhatItWasMadeFrom() throws Problem, IOException {
        try (PoseEstimator estimator = new PoseEstimator(MODELS.bundled())) {
            var file = estimator.model().file();
            String sha256 = file.sha256();
            Files.writeString(data.resolve("a.int8.onnx"), "broken");
            write(file, "b-INT8.onnx", "0".repeat(64));
            assertThat(QuantisedFile.of(file, sha256, List.of(data, data.resolve("none"))))
                    .isEmpty();
            Path right = write(file, "c_int8.onnx", sha256);
            assertThat(QuantisedFile.of(file, sha256, List.of(data))).contains(right);
            ExecutionPlan plan = ExecutionPlan.standard().quantised(right);
            try (PoseEstimator other = tuning().reopened(estimator, plan)) {
                // It counts as the network it stands for.
                assertThat(other.info()).isEqualTo(estimator.info());
                assertThat(other.estimate(frame, BOX, PLAIN).pose())
                        .isEqualTo(estimator.estimate(frame, BOX, PLAIN).pose());
            }
        }
    }

    /// The bundled network's bytes with that metadata: a field put behind the last is one more of its kind.
    private Path write(org.hrscope.inference.ModelFile file, String name, String madeFrom)
            throws Problem, IOException {
        byte[] bytes =
                file.read(model -> {
                    byte[] all = new byte[model.remaining()];
                    model.get(all);
                    return all;
                });
        byte[] key = Quantised.MADE_FROM.getBytes();
        byte[] value = madeFrom.getBytes();
        ByteBuffer entry = ByteBuffer.allocate(200);
        entry.put((byte) 0x0a).put((byte) key.length).put(key);
        entry.put((byte) 0x12).put((byte) value.length).put(value);
        // ModelProto.metadata_props is field 14, of type StringStringEntryProto.
        ByteBuffer all = ByteBuffer.allocate(bytes.length + 2 + entry.position());
        all.put(bytes).put((byte) (14 << 3 | 2)).put((byte) entry.position()).put(entry.flip());
        return Files.write(data.resolve(name), all.array());
    }
}
