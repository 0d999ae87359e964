package org.hrscope.ui.opening;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.Problem;
import org.hrscope.file.WholeFile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.FinderOpener;
import org.hrscope.quantise.QuantiseWish;
import org.hrscope.quantise.Quantised;
import org.hrscope.quantise.Quantiser;
import org.hrscope.quantise.Sample;
import org.hrscope.quantise.Samples;
import org.hrscope.threads.Job;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// A network quantised to int8 and kept beside imported ones. Immutable.
///
/// @param opening opens the float network once more
/// @param samples what it was measured on
/// @param wish    the mean loss that is acceptable, in pixels of the source
/// @param file    where it lies; not written if it is not worth it
/// @param made    what it costs
/// @param existed whether a file lay there before this one
public record FasterNetwork(
        Callable<PoseEstimator> opening,
        List<Sample> samples,
        double wish,
        Path file,
        Quantised made,
        boolean existed) {
    private static final int CROPS = Quantiser.used(64);

    /// Takes some hundred runs of the network; never on the FX thread. Interruptible.
    ///
    /// @param opening opens the network once more
    /// @param source  what is on stage; a camera, which can be opened only once, and a stream give way to the demo
    ///     figure
    /// @param folder  where imported networks are kept
    /// @throws Problem `quantise.*`, `file.unwritable`, from the source and the network
    static FasterNetwork of(
            Callable<PoseEstimator> opening,
            @Nullable SourceSpec source,
            Path folder,
            Job.Progress progress)
            throws Exception {
        boolean again =
                source != null
                        && !(source instanceof SourceSpec.Camera)
                        && !(source instanceof SourceSpec.Stream);
        SourceSpec measured = again ? source : new SourceSpec.Demo();
        SourceOpener opener = new SourceOpener(new Cameras(), pool -> new DemoSource());
        Runnable step = progress.counting(CROPS + Quantiser.steps(CROPS));
        try (PoseEstimator estimator = opening.call()) {
            QuantiseWish wish = QuantiseWish.standard();
            Quantiser quantiser = new Quantiser(estimator.model(), wish, step);
            List<Sample> samples =
                    new Samples(
                                    spec -> opener.open(spec, new FramePool()),
                                    estimator,
                                    new FinderOpener()::bundled,
                                    CROPS)
                            .of(List.of(measured), count -> step.run());
            Quantised made = quantiser.run(samples);
            Path file = folder.resolve(estimator.info().name() + "-int8.onnx");
            return new FasterNetwork(opening, samples, wish.pixels(), file, made, false).written();
        }
    }

    /// Quantises again on the same samples with these layers in float, whatever the loss.
    ///
    /// @param kept these nodes and no others
    /// @throws Problem as above
    FasterNetwork again(Set<String> kept, Job.Progress progress) throws Exception {
        Runnable step = progress.counting(Quantiser.steps(samples.size()));
        QuantiseWish only = QuantiseWish.standard().only(kept);
        try (PoseEstimator estimator = opening.call()) {
            Quantised other = new Quantiser(estimator.model(), only, step).run(samples);
            // Not over the one before, which may be in use.
            String name =
                    Texts.format("%s-int8-%08x.onnx", estimator.info().name(), kept.hashCode());
            Path beside = file.resolveSibling(name);
            return new FasterNetwork(opening, samples, only.pixels(), beside, other, false)
                    .written();
        }
    }

    private FasterNetwork written() throws Problem {
        if (!worthwhile()) return this;
        boolean before = Files.exists(file);
        WholeFile.write(file, made.bytes());
        return new FasterNetwork(opening, samples, wish, file, made, before);
    }

    boolean worthwhile() {
        return made.worthwhile(wish);
    }
}
