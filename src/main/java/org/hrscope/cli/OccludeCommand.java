package org.hrscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hrscope.ablation.Occlusion;
import org.hrscope.ablation.OcclusionCsv;
import org.hrscope.ablation.OcclusionPatch;
import org.hrscope.ablation.OcclusionSweep;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.file.NamedInputs;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.onnx.OnnxReader;
import org.hrscope.onnx.WeightFiles;
import org.hrscope.pipeline.PoseEngine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `occlude`: slides a patch over a crop and prints how far each joint's peak falls.
@Command(name = "occlude", mixinStandardHelpOptions = true)
public final class OccludeCommand extends Printing implements Callable<Integer> {
    private final PoseEngine.SourceOpening opening;

    @Parameters(index = "0", paramLabel = "MODEL")
    private Path model = Path.of("");

    @Parameters(index = "1", paramLabel = "IMAGE")
    private Path image = Path.of("");

    @Option(names = "--box", split = ",", paramLabel = "x,y,w,h", hideParamSyntax = true)
    private double @Nullable [] box;

    @Option(names = "--joint", paramLabel = "NAME")
    private @Nullable String joint;

    @Option(names = "--patch", paramLabel = "N", defaultValue = "32")
    private int patch;

    @Option(names = "--csv", required = true, paramLabel = "FILE")
    private Path csv = Path.of("");

    /// @param opening opens the image
    public OccludeCommand(PoseEngine.SourceOpening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() throws Problem, InterruptedException {
        if (patch < 1) throw misuse("misuse.least", "--patch");
        if (box != null && box.length != 4) throw misuse("misuse.box");
        networkFirst(model, image.toString());
        result("--csv", csv, "");
        List<Path> files = ModelOptions.files(model, null);
        files.add(image);
        new NamedInputs(files, () -> WeightFiles.of(model)).refuse(csv);
        try (PoseEstimator estimator =
                new PoseEstimator(ModelOptions.opener(null, null).open(model))) {
            ModelInfo info = estimator.info();
            Optional<Integer> only = JointName.index(model, info, joint);
            OcclusionPatch swept = OcclusionPatch.of(patch);
            swept.check(info.inputWidth(), info.inputHeight());
            Crop crop = Crop.of(opening, estimator, image, box);
            Occlusion seen = sweep(crop, info, swept);
            List<Integer> which =
                    only.map(List::of)
                            .orElseGet(() -> IntStream.range(0, info.joints()).boxed().toList());
            new OcclusionCsv(info.skeleton().joints(), crop.geometry().fromInput())
                    .write(csv, seen, which);
            PrintWriter out = out();
            out.printf("%-16s %9s %9s%n", "joint", "peak", "falls by");
            for (int each : which) {
                out.printf(
                        "%-16s %9.3f %9.3f%n",
                        crop.joint(each), seen.peaks()[each], seen.largest(each));
            }
            written(seen.falls().cells() + " places, ", csv);
        }
        return 0;
    }

    private Occlusion sweep(Crop crop, ModelInfo info, OcclusionPatch swept)
            throws Problem, InterruptedException {
        try (InnerSession session =
                        InnerSession.of(model, OnnxReader.read(model), List.of(info.output()));
                ProgressLine progress = new ProgressLine(err())) {
            return new OcclusionSweep(session, info.output())
                    .run(
                            crop.input(),
                            swept,
                            (done, total) -> progress.at(done, total, "places covered"));
        }
    }
}
