package org.hrscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrscope.convert.InputSize;
import org.hrscope.domain.Problem;
import org.hrscope.hrnet.HrNet;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.Plans;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.onnx.WeightFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options for the network of a command, and its input format if the file does not declare it.
final class ModelOptions {
    @Option(names = "--model", paramLabel = "ONNX")
    private @Nullable Path model;

    @Option(names = "--profile", paramLabel = "NAME|FILE")
    private @Nullable String profile;

    /// The user's files that are read; external weights are in [#data()].
    List<Path> files() {
        return files(model, profile);
    }

    /// @param model,profile values of the options
    static List<Path> files(@Nullable Path model, @Nullable String profile) {
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

    @Option(names = "--size", paramLabel = "HEIGHTxWIDTH")
    private @Nullable String size;

    PoseEstimator open() throws Problem {
        return open(Plans.STANDARD);
    }

    PoseEstimator open(Plans plans) throws Problem {
        ModelOpener opener = opener(profile, size, plans);
        return new PoseEstimator(model == null ? opener.bundled() : opener.open(model));
    }

    /// @param profile,size values of the options
    static ModelOpener opener(@Nullable String profile, @Nullable String size) throws Problem {
        return opener(profile, size, Plans.STANDARD);
    }

    private static ModelOpener opener(@Nullable String profile, @Nullable String size, Plans plans)
            throws Problem {
        ModelProfile said = profile == null ? ModelProfile.EMPTY : ModelProfile.named(profile);
        if (size == null) return new ModelOpener(said, plans);
        InputSize asked =
                InputSize.in(size)
                        .orElseThrow(() -> new Problem("import.size", size, HrNet.SIZE_STEP));
        Map<String, String> sides =
                Map.of("height", "" + asked.height(), "width", "" + asked.width());
        return new ModelOpener(new ModelProfile(sides).orElse(said), plans);
    }
}
