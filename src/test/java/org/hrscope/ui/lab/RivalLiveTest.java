package org.hrscope.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.ablation.NoiseFrames;
import org.hrscope.ablation.Versus;
import org.hrscope.ablation.VersusFollower;
import org.hrscope.convert.GrownNetwork;
import org.hrscope.convert.RandomNetwork;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseModel;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two networks on one frame, without a window. What is lent is given back.
@Timeout(120)
class RivalLiveTest {
    private static final List<Stage> STAGES =
            List.of(new Stage(1, 2), new Stage(2, 2), new Stage(2, 2));

    @TempDir Path folder;

    private final List<Problem> troubles = new CopyOnWriteArrayList<>();
    private final Rival rival = new Rival();
    private final ObjectProperty<@Nullable String> node = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable ModelFile> files = new SimpleObjectProperty<>();
    private NoiseFrames stage;
    private VersusFollower follower;
    private RivalViewModel rivals;

    @BeforeEach
    void open() throws Problem {
        stage = new NoiseFrames();
        files.set(stage.file());
        follower = new VersusFollower(troubles::add);
        rivals =
                new RivalViewModel(
                        rival,
                        follower,
                        new RivalViewModel.Live(
                                files,
                                new SimpleObjectProperty<>(Decoder.QUARTER),
                                node),
                        troubles::add);
    }

    @AfterEach
    void close() {
        follower.close();
        stage.close();
        assertThat(stage.framesOut()).as("frames not given back").isZero();
    }

    private static ModelFile file(Path onnx) throws Problem {
        try (PoseModel model = new ModelOpener(ModelProfile.named("imagenet")).open(onnx)) {
            return model.file();
        }
    }

    private void follow(PipelineResult result) throws InterruptedException {
        follower.offer(result);
        while (rivals.pairProperty().get() == null) {
            rivals.pulse();
            Thread.sleep(5);
        }
    }

    @Test
    void aGrownNetworkIsNowhereElse() throws Exception {
        Path large = folder.resolve("grown.onnx");
        HrNetSpec sizes = new HrNetSpec(Version.V1, 20, 0, 1, 0, STAGES);
        GrownNetwork.plan(stage.file(), sizes).write(large);
        node.set("stage3.0.fused.1");
        rival.use(new Rival.Network(file(large), "rival.grown", "W20"));
        try (PipelineResult result = stage.result(21)) {
            follow(result);
            assertThat(rivals.effectsProperty().get())
                    .hasSize(17)
                    .allSatisfy(effect ->
                            assertThat(effect.after()).isCloseTo(effect.before(), within(1e-4)));
            assertThat(rivals.pairProperty().get().frame()).isEqualTo(result.frame().origin());
            RivalViewModel.Inner inner = Objects.requireNonNull(rivals.innerProperty().get());
            assertThat(inner.node()).isEqualTo("stage3.0.fused.1");
            assertThat(inner.values().shape().size(1)).isEqualTo(40);
            assertThat(inner.network().name(new Texts())).contains("W20");
        }
        node.set(null);
        assertThat(rivals.innerProperty().get()).isNull();
        rival.end();
        assertThat(rivals.pairProperty().get()).isNull();
        assertThat(rivals.effectsProperty().get()).isEmpty();
        assertThat(troubles).isEmpty();
    }

    @Test
    void aStrangerIsFarAway() throws Exception {
        HrNetSpec spec = new HrNetSpec(Version.V1, 4, 17, 1, 1, STAGES);
        Path stranger = RandomNetwork.write(spec, 256, 192, folder.resolve("stranger.onnx"));
        rival.use(new Rival.Network(file(stranger), "rival.file", "stranger.onnx"));
        try (PipelineResult result = stage.result(22)) {
            follow(result);
            assertThat(rivals.pairProperty().get().b().maps().values())
                    .isNotEqualTo(rivals.pairProperty().get().a().maps().values());
        }
        HrNetSpec few = new HrNetSpec(Version.V1, 4, 6, 1, 1, STAGES);
        Path other = RandomNetwork.write(few, 256, 192, folder.resolve("few.onnx"));
        rival.use(new Rival.Network(file(other), "rival.file", "few.onnx"));
        assertThat(troubles).extracting(Problem::key).containsExactly("versus.joints");
        assertThat(rival.networkProperty().get()).isNull();
    }

    /// The follower may be done with a frame just when one of the two networks is replaced.
    @Test
    void whatIsDoneTooLateIsNotShown() throws Exception {
        HrNetSpec spec = new HrNetSpec(Version.V1, 4, 17, 1, 1, STAGES);
        Path stranger = RandomNetwork.write(spec, 256, 192, folder.resolve("stranger.onnx"));
        Rival.Network other = new Rival.Network(file(stranger), "rival.file", "stranger.onnx");
        rival.use(other);
        try (PipelineResult result = stage.result(23)) {
            follower.offer(result);
            Versus late = Objects.requireNonNull(follower.results().take());
            files.set(null);
            follower.results().offer(late);
            rivals.pulse();
            assertThat(rivals.pairProperty().get()).as("the first is another").isNull();
            files.set(stage.file());
            late = Objects.requireNonNull(follower.results().take());
            rival.use(new Rival.Network(file(stranger), "rival.file", "once more"));
            follower.results().offer(late);
            rivals.pulse();
            assertThat(rivals.pairProperty().get()).as("the second is another").isNull();
            follow(result);
        }
        assertThat(troubles).isEmpty();
    }

    @Test
    void anotherInputSizeIsTold() throws Exception {
        Path grown = folder.resolve("sized.onnx");
        HrNetSpec sizes = new HrNetSpec(Version.V1, 16, 0, 1, 0, STAGES);
        GrownNetwork.plan(stage.file(), sizes).write(grown);
        ModelFile same = file(grown);
        var info = same.info();
        ModelFile larger =
                new ModelFile(
                        grown,
                        new org.hrscope.domain.ModelInfo(
                                info.name(),
                                info.input(),
                                info.output(),
                                288,
                                384,
                                72,
                                96,
                                info.mean(),
                                info.std(),
                                info.rgb(),
                                info.skeleton(),
                                info.decoder(),
                                info.task()));
        rival.use(new Rival.Network(larger, "rival.file", "larger.onnx"));
        assertThat(troubles).singleElement().extracting(Problem::key).isEqualTo("versus.size");
        assertThat(troubles.getFirst().getMessage()).contains("288 × 384", "192 × 256");
        assertThat(rival.networkProperty().get()).isNull();
    }

    @Test
    void aTwinEndsWithTheNetworkItWasMadeFrom() throws Exception {
        Path other = folder.resolve("other.onnx");
        HrNetSpec spec = new HrNetSpec(Version.V1, 4, 17, 1, 1, STAGES);
        ModelFile another = file(RandomNetwork.write(spec, 256, 192, other));
        Rival.Network twin = new Rival.Network(another, "rival.untrained", "", stage.file());
        rival.inUse(stage.file());
        rival.use(twin);
        assertThat(rival.networkProperty().get()).isEqualTo(twin);
        rival.inUse(another);
        assertThat(rival.networkProperty().get()).isNull();
        // It may be ready only after the network has changed.
        rival.use(twin);
        assertThat(rival.networkProperty().get()).isNull();
        // A file goes by its own name, whatever it is compared with.
        Rival.Network stranger = new Rival.Network(another, "rival.file", "other.onnx");
        rival.use(stranger);
        rival.inUse(stage.file());
        assertThat(rival.networkProperty().get()).isEqualTo(stranger);
    }
}
