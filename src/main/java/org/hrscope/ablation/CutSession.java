package org.hrscope.ablation;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxOutputs;
import org.hrscope.pixels.CropGeometry;

/// A session of its own in which every gate has a gain. The graph is edited once, on opening, so changing gains between
/// runs costs nothing. One thread at a time.
public final class CutSession implements AutoCloseable {
    private final InnerSession session;
    private final Gates gates;
    private final String output;

    private interface Opening {
        InnerSession open(OnnxOutputs wanted) throws Problem;
    }

    /// A pose network beside its live session, fed with crops.
    ///
    /// @param inner values that can be requested besides the outputs; may be names of gates
    public static CutSession beside(ModelFile file, Collection<String> inner) throws Problem {
        OnnxGraph graph = file.graph();
        var net = HrNetReader.read(graph, file.info().inputShape());
        return new CutSession(file, net, graph, inner, wanted -> InnerSession.beside(file, wanted));
    }

    /// Any network with one input, fed with tensors; on all cores.
    ///
    /// @param input the shape of what it is fed with
    public static CutSession of(Path file, OnnxGraph graph, Shape input, Collection<String> inner)
            throws Problem {
        var net = HrNetReader.read(graph, input);
        return new CutSession(file, net, graph, inner, wanted -> InnerSession.of(file, wanted));
    }

    private CutSession(
            Object name,
            Optional<HrNet> net,
            OnnxGraph graph,
            Collection<String> inner,
            Opening opening)
            throws Problem {
        gates =
                net.isPresent()
                        ? Gates.of(name, net.get(), graph)
                        : Gates.of(name, graph, shapes(graph, opening));
        output = graph.outputs().getFirst().name();
        session =
                opening.open(
                        new OnnxOutputs(graph, inner, gates.all().stream().map(Gate::at).toList()));
    }

    /// A foreign file need not declare them; ONNX Runtime infers them.
    private static Map<String, Shape> shapes(OnnxGraph graph, Opening opening) throws Problem {
        try (InnerSession plain = opening.open(new OnnxOutputs(graph, graph.values()))) {
            return plain.shapes();
        }
    }

    /// Where gains can be set.
    public Gates gates() {
        return gates;
    }

    /// Input of the next runs: this frame's crop, exactly as the live network gets it.
    public void crop(Frame frame, CropGeometry geometry) throws Problem {
        session.crop(frame, geometry);
    }

    /// Input of the next runs, copied: [1, 3, H, W], normalised.
    public void feed(Tensor input) throws Problem {
        session.feed(input);
    }

    /// One run.
    ///
    /// @param names of inner values or outputs
    /// @return by name, gains applied; valid until the next run, for this thread only
    /// @throws Problem `gain.*` if the network has no such gate, `model.*`
    public Map<String, Tensor> run(Gains gains, Collection<String> names) throws Problem {
        session.gains().put(0, gates.laidOut(gains));
        return session.run(names);
    }

    /// Runs a pose network once; a copy of its heatmaps.
    public Heatmaps heatmaps(Gains gains) throws Problem {
        return heatmaps(run(gains, List.of(output)));
    }

    /// Copies the heatmaps out of a run's values.
    Heatmaps heatmaps(Map<String, Tensor> values) throws Problem {
        Tensor maps = values.get(output);
        if (maps == null || maps.shape().rank() != 4) {
            throw new Problem("model.no-joints", output);
        }
        Shape shape = maps.shape();
        return new Heatmaps(shape.size(1), shape.size(2), shape.size(3), maps.toArray());
    }

    @Override
    public void close() {
        session.close();
    }
}
