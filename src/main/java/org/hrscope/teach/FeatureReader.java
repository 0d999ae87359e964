package org.hrscope.teach;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hrscope.convert.UntrainedTwin;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.file.ScratchFile;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.inference.HeatmapDecoder;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxHead;
import org.hrscope.pixels.CropGeometry;

/// Reads what joints can be told by: what a network's last convolution is given and, of an HRNet, the coarser branches
/// of its last exchange, in a session of its own. One thread at a time, which also closes it.
public final class FeatureReader implements AutoCloseable {
    private final ModelFile file;
    private final OnnxHead head;
    private final List<OnnxHead.Source> sources;
    private final InnerSession session;

    /// @throws Problem `teach.no-head` if the heatmaps come from no convolution of their size, `teach.features` if
    ///     what that is given is float16 or of any size, `onnx.weights-apart`, `model.*`
    public static FeatureReader of(ModelFile file) throws Problem {
        OnnxGraph graph = file.graph();
        OnnxHead head = OnnxHead.of(graph).orElseThrow(() -> new Problem("teach.no-head", file));
        file.refuseWeightsApart();
        List<String> values = new ArrayList<>(List.of(head.features()));
        HrNetReader.read(graph, file.info().inputShape())
                .ifPresent(net -> values.addAll(coarse(net)));
        values.retainAll(graph.values());
        InnerSession session = InnerSession.beside(file, graph, values);
        try {
            return new FeatureReader(file, head, sources(file, values, session.shapes()), session);
        } catch (Problem | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /// The branches that the last exchange is given, without the finest.
    private static List<String> coarse(HrNet net) {
        String last = "stage4." + (net.spec().stage(4).modules() - 1) + ".branches.";
        return List.of(last + 1, last + 2, last + 3);
    }

    private static List<OnnxHead.Source> sources(
            ModelFile file, List<String> values, Map<String, Shape> shapes) throws Problem {
        List<OnnxHead.Source> sources = new ArrayList<>();
        for (String value : values) {
            Shape shape = shapes.get(value);
            if (shape == null && sources.isEmpty()) throw new Problem("teach.features", file);
            int factor = shape == null ? 0 : factor(shape, file.info());
            if (sources.isEmpty() && factor != 1) throw new Problem("teach.no-head", file);
            if (shape != null && factor > 0) {
                sources.add(new OnnxHead.Source(value, shape.size(1), factor));
            }
        }
        return sources;
    }

    /// How often cells must be repeated to reach the size of the heatmaps; 0 if they cannot.
    private static int factor(Shape shape, ModelInfo info) {
        if (shape.rank() != 4 || shape.size(2) < 1) return 0;
        int factor = info.heatmapHeight() / shape.size(2);
        boolean fits =
                shape.size(2) * factor == info.heatmapHeight()
                        && shape.size(3) * factor == info.heatmapWidth();
        return fits ? factor : 0;
    }

    /// Of the same network with random weights; empty if it is no HRNet.
    ///
    /// @throws Problem `teach.no-room` if no temporary file can be written, `model.*`
    public static Optional<FeatureReader> untrained(ModelFile file) throws Problem {
        Optional<HrNet> net = HrNetReader.read(file.graph(), file.info().inputShape());
        if (net.isEmpty()) return Optional.empty();
        // The session has read it once it is open.
        try (ScratchFile twin = UntrainedTwin.temporary(net.get())) {
            return Optional.of(of(new ModelFile(twin.path(), file.info())));
        } catch (IOException e) {
            throw new Problem(e, "teach.no-room", String.valueOf(e.getMessage()));
        }
    }

    private FeatureReader(
            ModelFile file, OnnxHead head, List<OnnxHead.Source> sources, InnerSession session) {
        this.file = file;
        this.head = head;
        this.sources = List.copyOf(sources);
        this.session = session;
    }

    public ModelFile file() {
        return file;
    }

    public OnnxHead head() {
        return head;
    }

    /// Where the features come from.
    ///
    /// @throws Problem `teach.no-branches` if all are wanted of a network whose branches are not known
    public List<OnnxHead.Source> sources(FeatureSet set) throws Problem {
        if (set == FeatureSet.LAST) return sources.subList(0, 1);
        if (sources.size() == 1) throw new Problem("teach.no-branches", file);
        return sources;
    }

    /// Whether the features of so many people can be held at once.
    ///
    /// @param memory that the program may use, in bytes; a quarter of it stays for the fit
    /// @throws Problem `teach.memory`
    public void check(long people, long memory) throws Problem {
        ModelInfo info = file.info();
        long cells = (long) info.heatmapWidth() * info.heatmapHeight();
        long need = 0;
        for (OnnxHead.Source source : sources) {
            long level = cells / source.factor() / source.factor() * source.channels();
            need += people * level * Float.BYTES;
        }
        if (need <= memory / 4 * 3) return;
        throw new Problem("teach.memory", file, people, gigabytes(need), gigabytes(memory));
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e9);
    }

    /// @param box    the person's, in pixels of the frame
    /// @param clicks by joint, in pixels of the frame
    /// @throws Problem `teach.outside` if a click lies outside the crop, `teach.box` if the box lies outside the frame,
    ///                 `model.*`
    public LabelledPerson read(Frame frame, BoundingBox box, Map<String, List<Click>> clicks)
            throws Problem {
        ModelInfo info = file.info();
        if (box.overlap(BoundingBox.wholePicture(frame.width(), frame.height())) <= 0) {
            throw new Problem(
                    "teach.box", frame.origin().name(), Math.round(box.x()), Math.round(box.y()));
        }
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
        List<String> wanted =
                new ArrayList<>(sources.stream().map(OnnxHead.Source::value).toList());
        wanted.add(head.output());
        Map<String, Tensor> values = session.run(wanted);
        List<FeatureMaps> levels = new ArrayList<>();
        for (OnnxHead.Source source : sources) {
            levels.add(FeatureMaps.of(Objects.requireNonNull(values.get(source.value()))));
        }
        Features features = new Features(levels);
        Map<String, Example> examples = new HashMap<>();
        cells.forEach((joint, moved) -> examples.put(joint, new Example(features, moved)));
        double size = Math.max(box.width(), box.height()) * geometry.toHeatmap().a();
        Tensor maps = Objects.requireNonNull(values.get(head.output()));
        return new LabelledPerson(features, size, own(maps), examples);
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
