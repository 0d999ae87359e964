package org.hrscope.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.bundle.SharedNetwork;
import org.hrscope.bundle.SharedTaught;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseModel;
import org.hrscope.onnx.OnnxHead;
import org.hrscope.teach.FeatureReader;
import org.hrscope.teach.FeatureSet;
import org.hrscope.teach.Taught;
import org.hrscope.teach.TaughtJoint;
import org.hrscope.teach.TaughtNetwork;
import org.jspecify.annotations.Nullable;

/// Taught joints in a shared view: their weights, from which the network is made again. Any thread.
final class TaughtOnFile {
    private TaughtOnFile() {}

    static SharedTaught of(Taught taught) {
        List<SharedTaught.Joint> joints = new ArrayList<>();
        for (TaughtJoint joint : taught.added()) {
            List<Double> weights = new ArrayList<>();
            for (float weight : joint.channel().weights()) weights.add((double) weight);
            joints.add(
                    new SharedTaught.Joint(
                            joint.name(), joint.tied(), joint.channel().bias(), weights));
        }
        return new SharedTaught(taught.set() == FeatureSet.ALL, joints);
    }

    /// Writes the network with its taught joints, under its own name. Takes a second.
    ///
    /// @param own    the network's file; null for the bundled one
    /// @param folder for all such networks
    /// @throws Problem `bundle.taught` if the joints do not fit the network, `teach.*`, `model.*`, `file.unwritable`
    static Path write(SharedTaught taught, SharedNetwork network, @Nullable Path own, Path folder)
            throws Problem {
        ModelOpener opener = new ModelOpener(ModelProfile.EMPTY);
        try (PoseModel model = own == null ? opener.bundled() : opener.open(own);
                FeatureReader reader = FeatureReader.of(model.file())) {
            List<OnnxHead.Source> from =
                    reader.sources(taught.all() ? FeatureSet.ALL : FeatureSet.LAST);
            int channels = from.stream().mapToInt(OnnxHead.Source::channels).sum();
            List<TaughtJoint> joints = new ArrayList<>();
            for (SharedTaught.Joint joint : taught.joints()) {
                if (joint.weights().size() != channels)
                    throw new Problem("bundle.taught", joint.name(), network.name());
                float[] weights = new float[channels];
                for (int c = 0; c < channels; c++) weights[c] = joint.weights().get(c).floatValue();
                OnnxHead.Channel channel = new OnnxHead.Channel(weights, (float) joint.bias());
                joints.add(new TaughtJoint(joint.name(), channel, joint.tied()));
            }
            ModelFile file = model.file();
            Path to =
                    folder.resolve("taught-" + Integer.toHexString(taught.hashCode()))
                            .resolve(file.info().name() + ".onnx");
            new TaughtNetwork(file, reader.head(), from, joints).write(to);
            return to;
        }
    }
}
