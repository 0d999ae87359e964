package org.hrscope.cli;

import java.nio.file.Path;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.model.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which network a command runs, and how its pictures are to be normalised where its file does not say.
final class ModelOptions {
    @Option(
            names = "--model",
            paramLabel = "ONNX",
            description = "The network; the bundled one by default.")
    private @Nullable Path model;

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            description =
                    "What the network expects where its file does not say: imagenet, unit, or a properties file"
                            + " with mean, std, channel_order, joints, decoder.")
    private @Nullable String profile;

    PoseEstimator open() throws Problem {
        ModelOpener opener =
                new ModelOpener(profile == null ? ModelProfile.EMPTY : ModelProfile.named(profile));
        return new PoseEstimator(model == null ? opener.bundled() : opener.open(model));
    }
}
