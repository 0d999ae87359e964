package org.hrscope.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.hrscope.convert.RandomNetwork;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.hrnet.ReceptiveWindow;
import org.hrscope.inference.InnerSession;
import org.hrscope.onnx.OnnxReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a covering patch does to a peak, on a crop far wider than the receptive field.
class OcclusionSweepTest {
    private static final int HEIGHT = 32;
    private static final int WIDTH = 1024;
    private static final HrNetSpec SPEC =
            new HrNetSpec(
                    Version.V1,
                    2,
                    3,
                    1,
                    1,
                    List.of(new Stage(1, 1), new Stage(1, 1), new Stage(1, 1)));

    @TempDir Path folder;

    private InnerSession open() throws Problem {
        Path file = RandomNetwork.write(SPEC, HEIGHT, WIDTH, folder.resolve("wide.onnx"));
        return InnerSession.of(file, OnnxReader.read(file), List.of("heatmaps"));
    }

    @Test
    void nothingOutsideTheReceptiveFieldMatters() throws Problem, InterruptedException {
        HrNet net = HrNet.of(SPEC, HEIGHT, WIDTH);
        Tensor crop = Inputs.noise(HEIGHT, WIDTH);
        OcclusionPatch patch = new OcclusionPatch(24, 16);
        try (InnerSession session = open()) {
            Occlusion seen =
                    new OcclusionSweep(session, "heatmaps").run(crop, patch, (done, total) -> {});
            assertThat(seen.falls().width()).isEqualTo(64);
            assertThat(seen.falls().height()).isEqualTo(2);
            int width = net.heatmaps().width();
            int outside = 0;
            for (int joint = 0; joint < 3; joint++) {
                int cell = seen.cells()[joint];
                ReceptiveWindow field =
                        ReceptiveWindow.of(net, "heatmaps", cell % width, cell / width)
                                .get("image");
                boolean inside = false;
                for (int column = 0; column < 64; column++) {
                    int left = patch.from(column);
                    boolean meets = left <= field.right() && left + 24 > field.left();
                    for (int row = 0; row < 2; row++) {
                        float fall = seen.falls().at(joint, row, column);
                        if (!meets) assertThat(fall).isZero();
                        if (meets && fall != 0) inside = true;
                    }
                    if (!meets) outside++;
                }
                assertThat(inside).isTrue();
            }
            assertThat(outside).isPositive();
        }
    }

    @Test
    void aPlaceLiesAroundItsCell() throws Problem, InterruptedException {
        OcclusionPatch patch = new OcclusionPatch(24, 16);
        assertThat(patch.from(0)).isEqualTo(-4);
        try (InnerSession session = open()) {
            Occlusion seen =
                    new OcclusionSweep(session, "heatmaps")
                            .run(
                                    Inputs.noise(HEIGHT, WIDTH),
                                    new OcclusionPatch(32, 32),
                                    (done, total) -> {});
            // Pixels 96..127 have their centre at 111.5.
            assertThat(seen.cellToCrop().x(3, 0)).isCloseTo(111.5, within(1e-9));
            assertThat(seen.patch().from(3)).isEqualTo(96);
        }
    }

    /// A patch cannot be centred on half a pixel: its cell lies where it really is.
    @ParameterizedTest
    @CsvSource({"32, 32", "24, 16", "5, 2", "6, 3", "2, 5", "1, 4"})
    void aCellLiesInTheMiddleOfItsPatch(int size, int stride) {
        OcclusionPatch patch = new OcclusionPatch(size, stride);
        FeatureMaps falls = new FeatureMaps(1, 1, 4, new float[4]);
        Occlusion seen = new Occlusion(patch, new int[1], new float[1], falls);
        double middle = (patch.from(3) + patch.from(3) + size - 1) / 2.0;
        assertThat(seen.cellToCrop().x(3, 0)).isCloseTo(middle, within(1e-9));
        assertThat(seen.cellToCrop().y(0, 3)).isCloseTo(middle, within(1e-9));
    }

    @Test
    void itCanBeStopped() throws Problem {
        try (InnerSession session = open()) {
            OcclusionSweep stopped = new OcclusionSweep(session, "heatmaps");
            assertThatThrownBy(() ->
                            stopped.run(
                                    Inputs.noise(HEIGHT, WIDTH),
                                    OcclusionPatch.of(32),
                                    (done, total) -> {
                                        assertThat(done).isLessThanOrEqualTo(3);
                                        if (done == 3) Thread.currentThread().interrupt();
                                    }))
                    .isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void thePatchesArePossible() {
        assertThatThrownBy(() -> OcclusionPatch.of(4).check(192, 256))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("4 pixels")
                .hasMessageContaining("12 pixels or more");
        assertThatThrownBy(() -> OcclusionPatch.of(257).check(192, 256))
                .isInstanceOf(Problem.class);
        assertThat(OcclusionPatch.of(12).places(192, 256)).isLessThanOrEqualTo(1600);
    }
}
