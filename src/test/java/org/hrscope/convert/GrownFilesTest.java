package org.hrscope.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.hrscope.domain.Problem;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseModel;
import org.hrscope.onnx.ApartNetwork;
import org.hrscope.onnx.HalfNetwork;
import org.hrscope.onnx.OnnxReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Grown networks are made once, and kept only if they compute the same.
class GrownFilesTest {
    private static final List<Stage> STAGES =
            List.of(new Stage(1, 2), new Stage(2, 2), new Stage(3, 2));
    private static final HrNetSpec SIZES = new HrNetSpec(Version.V1, 18, 0, 1, 0, STAGES);

    @TempDir Path folder;

    private static ModelFile bundled() throws Problem {
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).bundled()) {
            return model.file();
        }
    }

    @Test
    void theSecondTimeItIsThere() throws Exception {
        GrownFiles files = new GrownFiles(folder.resolve("new"));
        AtomicLong parameters = new AtomicLong();
        Path one = files.at(bundled(), SIZES, (done, total) -> parameters.set(done));
        assertThat(parameters.get()).isPositive();
        assertThat(one.getFileName().toString()).matches(".*-[0-9a-f]{8}-grown-w18\\.onnx");
        var time = Files.getLastModifiedTime(one);
        parameters.set(0);
        Path other = files.at(bundled(), SIZES, (done, total) -> parameters.set(done));
        assertThat(other).isEqualTo(one);
        assertThat(parameters.get()).isZero();
        assertThat(Files.getLastModifiedTime(one)).isEqualTo(time);
        try (var left = Files.list(one.getParent())) {
            assertThat(left).containsExactly(one);
        }
    }

    @Test
    void whatWasGrownBeforeStaysUntrained() throws Exception {
        GrownFiles files = new GrownFiles(folder);
        Path first = files.at(bundled(), SIZES, (done, total) -> {});
        Path second = folder.resolve("again.onnx");
        GrownNetwork.plan(first, 20, STAGES).write(second);
        assertThat(OnnxReader.read(second).metadata())
                .containsEntry("grown_from", "HRNet-W16, width 16, modules 1,2,2, blocks 2,2,2");
    }

    @Test
    void aFolderThatIsNoneIsASentence() throws Exception {
        Path file = Files.writeString(folder.resolve("models"), "no folder");
        ModelFile bundled = bundled();
        assertThatThrownBy(() -> new GrownFiles(file).at(bundled, SIZES, (done, total) -> {}))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("models");
        assertThat(file).hasContent("no folder");
    }

    @Test
    void stoppedWorkLeavesNothing() throws Exception {
        GrownFiles files = new GrownFiles(folder);
        ModelFile file = bundled();
        assertThatThrownBy(() ->
                        files.at(file, SIZES, (done, total) -> Thread.currentThread().interrupt()))
                .isInstanceOf(Problem.class);
        Thread.interrupted();
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void anotherNetworkIsNoProof() throws Exception {
        Path large = folder.resolve("large.onnx");
        GrownNetwork grown = GrownNetwork.plan(bundled(), SIZES);
        grown.write(large);
        HrNetSpec other = grown.old().spec();
        Path stranger = RandomNetwork.write(other, 256, 192, folder.resolve("stranger.onnx"));
        List<String> maps = List.of("heatmaps");
        try (InnerSession session = InnerSession.of(stranger, OnnxReader.read(stranger), maps)) {
            assertThatThrownBy(() -> new GrownProof("small.onnx", grown).of(session, large))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("small.onnx");
        }
    }

    @Test
    void weightsInAnotherFileAreTold() throws Exception {
        Path bundled = Path.of("models/hrnet_w16_coco17_256x192.onnx");
        Path apart = ApartNetwork.of(bundled, folder.resolve("apart.onnx"));
        assertThatThrownBy(() -> GrownNetwork.plan(apart, 18, STAGES))
                .hasMessageContaining(apart + " keeps its weights in another file");
    }

    /// In float32 it does not compute quite the same, and nobody knows the scratch file.
    @Test
    void aNetworkInFloat16IsToldByItsName() throws Exception {
        Path bundled = Path.of("models/hrnet_w16_coco17_256x192.onnx");
        Path half = HalfNetwork.of(bundled, folder.resolve("half.onnx"));
        GrownNetwork grown = GrownNetwork.plan(half, 18, STAGES);
        Path large = folder.resolve("large.onnx");
        grown.write(large);
        List<String> maps = List.of("heatmaps");
        try (InnerSession session = InnerSession.of(half, OnnxReader.read(half), maps)) {
            assertThatThrownBy(() -> new GrownProof(half, grown).of(session, large))
                    .isInstanceOf(Problem.class)
                    .returns("grow.half", problem -> ((Problem) problem).key())
                    .hasMessageContaining("half.onnx");
        }
    }
}
