package org.hrscope.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseModel;
import org.hrscope.onnx.OnnxReader;
import org.hrscope.pixels.CropGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All paths cut one after another say what each cut alone says.
class SweepTest {
    private static final Path BUNDLED = Path.of("models/hrnet_w16_coco17_256x192.onnx");

    private static ModelFile bundled() throws Problem {
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).open(BUNDLED)) {
            return model.file();
        }
    }

    @Test
    void everyPathOnceWithProgress() throws Problem, InterruptedException {
        ModelInfo info = bundled().info();
        BoundingBox box = new BoundingBox(31.4, 27.2, 111.5, 222.3);
        CropGeometry geometry = CropGeometry.of(box, info, Decoder.QUARTER);
        List<String> told = new ArrayList<>();
        try (CutSession session =
                CutSession.of(
                        BUNDLED, OnnxReader.read(BUNDLED), Shape.of(1, 3, 256, 192), List.of())) {
            session.feed(Inputs.noise(256, 192));
            List<Gate> paths = session.gates().paths();
            Map<Gate, List<JointEffect>> effects =
                    new Sweep(session, paths)
                            .run(
                                    geometry,
                                    Decoder.QUARTER,
                                    (done, total) -> told.add(done + "/" + total));
            assertThat(effects.keySet()).containsExactlyElementsOf(paths);
            int all = paths.size();
            assertThat(told)
                    .hasSize(all + 1)
                    .startsWith("0/" + all, "1/" + all)
                    .endsWith(all + "/" + all);
            Gate one = paths.get(4);
            Readout whole = Readout.of(session.heatmaps(Gains.NONE), geometry, Decoder.QUARTER);
            Readout cut =
                    Readout.of(
                            session.heatmaps(Gains.NONE.with(one.name(), 0)),
                            geometry,
                            Decoder.QUARTER);
            assertThat(effects.get(one)).isEqualTo(JointEffect.between(whole, cut, geometry));
            Sweep stopped = new Sweep(session, paths);
            assertThatThrownBy(() ->
                            stopped.run(
                                    geometry,
                                    Decoder.QUARTER,
                                    (done, _) -> {
                                        assertThat(done).isLessThanOrEqualTo(3);
                                        if (done == 3) Thread.currentThread().interrupt();
                                    }))
                    .isInstanceOf(InterruptedException.class);
        }
    }

    /// Maps of 5 x 4 cells, one joint at (x, y).
    private static Readout at(int x, int y, float peak, CropGeometry geometry) {
        float[] values = new float[20];
        values[y * 5 + x] = peak;
        if (peak <= 0) java.util.Arrays.fill(values, peak);
        return Readout.of(new Heatmaps(1, 4, 5, values), geometry, Decoder.ARGMAX);
    }

    @Test
    void movedInPixelsAndInCells() {
        AffineTransform2D toHeatmap = AffineTransform2D.scaleThenShift(0.25, 0.25, -3, 1);
        CropGeometry geometry = new CropGeometry(AffineTransform2D.IDENTITY, toHeatmap);
        Readout whole = at(0, 0, 0.75f, geometry);
        JointEffect moved =
                JointEffect.between(whole, at(4, 3, 0.5f, geometry), geometry).getFirst();
        assertThat(moved.cells()).isCloseTo(5, within(1e-9));
        assertThat(moved.pixels()).isCloseTo(20, within(1e-9));
        assertThat(moved.before()).isEqualTo(0.75);
        assertThat(moved.after()).isEqualTo(0.5);
        JointEffect gone = JointEffect.between(whole, at(4, 3, -1, geometry), geometry).getFirst();
        assertThat(gone.lost()).isTrue();
        assertThat(gone.pixels()).isNaN();
        JointEffect still = new JointEffect(3, 0, 0, 0.5, 0.5);
        JointEffect fell = new JointEffect(2, 0, 0, 0.5, 0.1);
        assertThat(List.of(still, moved, fell, gone).stream().sorted(JointEffect.LARGEST_FIRST))
                .containsExactly(gone, moved, fell, still);
    }

    @Test
    void aTableHoldsTheMeansOverFrames() throws Problem {
        List<Gate> gates;
        try (CutSession session =
                CutSession.of(
                        BUNDLED, OnnxReader.read(BUNDLED), Shape.of(1, 3, 256, 192), List.of())) {
            gates = session.gates().paths().subList(0, 2);
        }
        SweepTable table = new SweepTable();
        table.add(
                Map.of(
                        gates.get(0), List.of(new JointEffect(0, 4, 1, 0.5, 0.25)),
                        gates.get(1), List.of(new JointEffect(0, 2, 0.5, 0.5, 0.5))));
        table.add(
                Map.of(
                        gates.get(0), List.of(new JointEffect(0, 8, 2, 0.75, 0.25)),
                        gates.get(1),
                                List.of(new JointEffect(0, Double.NaN, Double.NaN, 0.75, -1))));
        assertThat(table.frames()).isEqualTo(2);
        assertThat(table.rows())
                .containsExactly(
                        new SweepTable.Row(gates.get(1).name(), 0, 2, 0.5, 0.625, -0.25, 1),
                        new SweepTable.Row(gates.get(0).name(), 0, 6, 1.5, 0.625, 0.25, 0));
    }

    /// Joints and values have the names that the model file gives them.
    @Test
    void awkwardNamesAreQuoted(@TempDir Path folder) throws Exception {
        Path csv = folder.resolve("a.csv");
        SweepTable.Row row = new SweepTable.Row("a,b", 0, 1.25, Double.NaN, 0.5, 0.25, 3);
        new SweepCsv(List.of("left \"hand\""), 7).write(csv, List.of(row));
        assertThat(Files.readAllLines(csv).getLast())
                .isEqualTo("\"a,b\",\"left \"\"hand\"\"\",1.250,,0.50000,0.25000,3,7");
    }
}
