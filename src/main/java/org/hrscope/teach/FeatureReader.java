package org.hrscope.teach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hrscope.convert.UntrainedTwin;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.inference.HeatmapDecoder;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxHead;
import org.hrscope.pixels.CropGeometry;

/// Reads what a network's last convolution is given, in a session of its own. One thread at a time, which also closes it.
public final class FeatureReader implements AutoCloseable {
    private final ModelFile file;
    private final OnnxHead head;
    private final InnerSession session;

    /// @throws Problem `teach.no-head` if the heatmaps come from no convolution, `model.*`
    public static FeatureReader of(ModelFile file) throws Problem {
        OnnxGraph graph = file.graph();
        OnnxHead head = OnnxHead.of(graph).orElseThrow(() -> new Problem("teach.no-head", file));
        return new FeatureReader(
                file, head, InnerSession.beside(file, graph, List.of(head.features())));
    }

    /// Of the same network with random weights; empty if it is no HRNet.
    ///
    /// @throws Problem `teach.no-room` if no temporary file can be written, `model.*`
    public static Optional<FeatureReader> untrained(ModelFile file) throws Problem {
        Optional<HrNet> net = HrNetReader.read(file.graph());
        if (net.isEmpty()) return Optional.empty();
        Path twin = null;
        try {
            twin = UntrainedTwin.temporary(net.get());
            return Optional.of(of(new ModelFile(twin, file.info())));
        } catch (IOException e) {
            throw new Problem(e, "teach.no-room", String.valueOf(e.getMessage()));
        } finally {
            // The session has read it.
            if (twin != null) remove(twin);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException heldOpen) {
            file.toFile().deleteOnExit();
        }
    }

    private FeatureReader(ModelFile file, OnnxHead head, InnerSession session) {
        this.file = file;
        this.head = head;
        this.session = session;
    }

    public ModelFile file() {
        return file;
    }

    public OnnxHead head() {
        return head;
    }

    /// @param box    the person's, in pixels of the frame
    /// @param clicks by joint, in pixels of the frame
    /// @throws Problem `teach.outside` if a click lies outside the crop, `model.*`
    public LabelledPerson read(Frame frame, BoundingBox box, Map<String, List<Click>> clicks)
            throws Problem {
        ModelInfo info = file.info();
        CropGeometry geometry = CropGeometry.of(box, info, info.decoder());
        Map<String, List<Click>> cells = new HashMap<>();
        for (var joint : clicks.entrySet()) {
            List<Click> moved = new ArrayList<>();
            for (Click click : joint.getValue()) {
                Click cell = click.moved(geometry.toHeatmap());
                if (!cell.inside(info.heatmapWidth(), info.heatmapHeight())) {
                    throw new Problem(
                            "teach.outside",
                            frame.origin().name(),
                            joint.getKey(),
                            Math.round(click.x()),
                            Math.round(click.y()));
                }
                moved.add(cell);
            }
            cells.put(joint.getKey(), moved);
        }
        session.crop(frame, geometry);
        Map<String, Tensor> values = session.run(List.of(head.features(), head.output()));
        Tensor maps = Objects.requireNonNull(values.get(head.output()));
        Tensor features = Objects.requireNonNull(values.get(head.features()));
        double size = Math.max(box.width(), box.height()) * geometry.toHeatmap().a();
        return new LabelledPerson(Features.of(features), size, own(maps), cells);
    }

    private List<Keypoint> own(Tensor maps) {
        ModelInfo info = file.info();
        Heatmaps heatmaps =
                new Heatmaps(
                        info.joints(), info.heatmapHeight(), info.heatmapWidth(), maps.toArray());
        HeatmapDecoder decoder = HeatmapDecoder.of(info.decoder());
        List<Keypoint> own = new ArrayList<>();
        for (int joint = 0; joint < info.joints(); joint++)
            own.add(decoder.decode(heatmaps, joint));
        return own;
    }

    @Override
    public void close() {
        session.close();
    }
}
