package org.hrscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hrscope.capture.SourceSpec;
import org.hrscope.detect.PersonMode;
import org.hrscope.export.CocoAnnotations;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.model.Decoder;
import org.hrscope.model.Problem;
import org.hrscope.model.Skeleton;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PoseEngine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `estimate`: pictures, folders, videos or the demo figure through the network, without a window.
@Command(
        name = "estimate",
        description = "Find the poses in pictures, folders and videos.",
        mixinStandardHelpOptions = true)
public final class EstimateCommand implements Callable<Integer> {
    private final PoseEngine.SourceOpening opening;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            description = "A picture, folder, video, http address, or demo.")
    private List<String> sources = List.of();

    @Mixin private final ModelOptions model = new ModelOptions();

    @Mixin private final EstimationOutput output = new EstimationOutput();

    @Option(
            names = "--boxes",
            paramLabel = "COCO.json",
            description = "People's boxes from a COCO annotation file, by the pictures' names.")
    private @Nullable Path boxes;

    @Option(names = "--flip", description = "Average with the mirrored crop.")
    private boolean flip;

    @Option(
            names = "--decoder",
            paramLabel = "NAME",
            description = "quarter, argmax, dark or udp; what the model says by default.")
    private @Nullable Decoder decoder;

    @Option(
            names = "--frames",
            paramLabel = "N",
            defaultValue = "0",
            description = "Stop each source after so many frames; for those without end.")
    private long frames;

    public EstimateCommand(PoseEngine.SourceOpening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() throws Problem, InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        CocoAnnotations people = boxes == null ? null : CocoAnnotations.read(boxes);
        long pictures = 0;
        try (PoseEstimator estimator = model.open();
                ProgressLine progress = new ProgressLine(command.commandLine().getErr())) {
            for (String source : sources) {
                pictures += estimate(SourceSpec.parse(source), estimator, people, progress);
            }
        }
        output.finish();
        command.commandLine()
                .getOut()
                .printf("%d pictures, %d people%n", pictures, output.people());
        return 0;
    }

    private long estimate(
            SourceSpec source,
            PoseEstimator estimator,
            @Nullable CocoAnnotations people,
            ProgressLine progress)
            throws Problem, InterruptedException {
        Decoder reading = decoder == null ? estimator.info().decoder() : decoder;
        EngineSettings settings =
                new EngineSettings(reading, flip, PersonMode.TRACKED, null, 1, false);
        boolean still = source instanceof SourceSpec.Picture || source instanceof SourceSpec.Folder;
        Skeleton skeleton = estimator.info().skeleton();
        PeopleFinder finder =
                people == null
                        ? PeopleFinder.tracked(estimator, settings)
                        : PeopleFinder.boxed(estimator, settings, people);
        return new EstimationRun(
                        finder,
                        (frame, found) -> output.keep(frame, still, found, skeleton, people),
                        progress,
                        frames)
                .run(() -> opening.open(source), this::tell);
    }

    private void tell(Problem skipped) {
        Objects.requireNonNull(spec).commandLine().getErr().println(skipped.getMessage());
    }
}
