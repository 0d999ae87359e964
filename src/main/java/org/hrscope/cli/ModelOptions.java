package org.hrscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.model.Problem;
import org.hrscope.onnx.WeightFiles;
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

    /// What is read of a person's files; the weights beside the network are [#data()].
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        if (model != null) {
            String name = String.valueOf(model.getFileName()).replaceFirst("\\.onnx$", "");
            files.add(model);
            files.add(model.resolveSibling(name + ".properties"));
        }
        if (profile != null) files.add(Path.of(profile));
        return files;
    }

    List<Path> data() {
        return model == null ? List.of() : WeightFiles.of(model);
    }

    PoseEstimator open() throws Problem {
        ModelOpener opener =
                new ModelOpener(profile == null ? ModelProfile.EMPTY : ModelProfile.named(profile));
        return new PoseEstimator(model == null ? opener.bundled() : opener.open(model));
    }
}
