package org.hrscope.ui.lab;

import java.util.Optional;
import org.hrscope.ablation.Gates;
import org.hrscope.ablation.Shares;
import org.hrscope.domain.Problem;
import org.hrscope.hrnet.Grown;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.OnnxGraph;

/// A pose network, taken apart.
///
/// @param net    empty for a foreign network
/// @param grown  what is untrained in it, if it was grown
/// @param shares empty if peaks cannot be split by resolution, because the network is no HRNet
public record Dissected(
        ModelFile file,
        Optional<HrNet> net,
        Optional<Grown> grown,
        Gates gates,
        Optional<Shares> shares) {

    /// Off the FX thread: a foreign network is opened once to learn its shapes.
    static Dissected of(ModelFile file) throws Problem {
        OnnxGraph graph = file.graph();
        Optional<HrNet> net = HrNetReader.read(graph, file.info().inputShape());
        if (net.isPresent()) {
            Gates gates = Gates.of(file, net.get(), graph);
            return new Dissected(
                    file,
                    net,
                    Grown.of(net.get(), graph.metadata()),
                    gates,
                    Shares.of(net.get(), file.weights(Shares::isNeeded)));
        }
        try (InnerSession plain = InnerSession.beside(file, graph, graph.values())) {
            return new Dissected(
                    file,
                    Optional.empty(),
                    Optional.empty(),
                    Gates.of(file, graph, plain.shapes()),
                    Optional.empty());
        }
    }
}
