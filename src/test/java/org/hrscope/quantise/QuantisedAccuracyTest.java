package org.hrscope.quantise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.MeanOks;
import org.hrscope.Shared;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoFigure;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.FinderOpener;
import org.hrscope.people.PersonFinder;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What quantising costs where nobody gives anything but the network: its ranges come from the demo figure.
class QuantisedAccuracyTest {
    private static final double MOST_LOST = 0.01;
    private static final int SAMPLES = 64;
    private static final int FRAMES = 300;
    private static final double NEAR = 0.1;

    @TempDir Path folder;

    private static Quantised quantised(PoseEstimator estimator) throws Exception {
        SourceOpener opener = new SourceOpener(new Cameras(), pool -> new DemoSource());
        List<Sample> samples;
        try (PersonFinder finder = new FinderOpener().bundled()) {
            samples =
                    new Samples(
                                    spec -> opener.open(spec, new FramePool()),
                                    estimator,
                                    finder,
                                    SAMPLES)
                            .of(List.of(new SourceSpec.Demo()), count -> {});
        }
        return new Quantiser(estimator.model(), QuantiseWish.standard(), () -> {}).run(samples);
    }

    private PoseEstimator opened(Quantised made) throws Exception {
        Path file = Files.write(folder.resolve("whole.onnx"), made.bytes());
        return new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).open(file));
    }

    private static PoseEstimator bundled() throws Problem {
        return new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
    }

    private static double told(String what, PoseEstimator of, Quantised made, double... oks) {
        System.out.printf(
                "%s of %s: %.4f, quantised %.4f (%s, %d float), time %.2f, %.2f px%n",
                what,
                of.info().name(),
                oks[0],
                oks[1],
                made.range(),
                made.kept().size(),
                made.speed().ratio(),
                made.loss().pixels());
        return oks[0] - oks[1];
    }

    @Test
    void bundledNetworkOnPhotographs() throws Exception {
        Shared.file("images/coco_keypoints.json");
        try (PoseEstimator estimator = bundled()) {
            Quantised made = quantised(estimator);
            try (PoseEstimator whole = opened(made)) {
                double lost =
                        told("mean OKS", estimator, made, MeanOks.of(estimator), MeanOks.of(whole));
                assertThat(lost).isLessThanOrEqualTo(MOST_LOST);
            }
        }
    }

    @Test
    void bundledNetworkOnTheDemoFigure() throws Exception {
        try (PoseEstimator estimator = bundled()) {
            Quantised made = quantised(estimator);
            try (PoseEstimator whole = opened(made)) {
                double lost = told("PCK", estimator, made, near(estimator), near(whole));
                assertThat(lost).isLessThanOrEqualTo(MOST_LOST);
            }
        }
    }

    /// Its depthwise convolutions lose much by whole numbers and gain little: nobody is offered them.
    @Test
    void aNetworkThatLosesMoreIsNotOffered() throws Exception {
        Path file = Shared.file("models/tinypose_256x192.onnx");
        ModelOpener opener = new ModelOpener(ModelProfile.named("imagenet"));
        try (PoseEstimator estimator = new PoseEstimator(opener.open(file))) {
            Quantised made = quantised(estimator);
            try (PoseEstimator whole = opened(made)) {
                double lost =
                        told("mean OKS", estimator, made, MeanOks.of(estimator), MeanOks.of(whole));
                if (made.worthwhile(QuantiseWish.PIXELS))
                    assertThat(lost).isLessThanOrEqualTo(MOST_LOST);
            }
        }
    }

    /// The share of joints that lie within a tenth of the figure's height from where they are.
    private static double near(PoseEstimator estimator) throws Problem, InterruptedException {
        DemoSource source = new DemoSource();
        DemoFigure truth = source.figure();
        List<Boolean> near = new ArrayList<>();
        int[] finished = {0};
        FrameAnalysis.run(
                () -> source,
                estimator,
                EngineSettings.standard(),
                result -> {
                    try (result) {
                        long index = result.frame().origin().index();
                        double reach = NEAR * truth.figureHeight(index);
                        List<Keypoint> found =
                                result.person().orElseThrow().estimate().pose().keypoints();
                        List<Keypoint> real = truth.truth(index);
                        for (int joint = 0; joint < real.size(); joint++) {
                            Keypoint at = real.get(joint);
                            Keypoint is = found.get(joint);
                            double off = Math.hypot(at.x() - is.x(), at.y() - is.y());
                            if (at.score() > 0) near.add(off < reach);
                        }
                    }
                    return ++finished[0] < FRAMES;
                });
        return near.stream().filter(is -> is).count() / (double) near.size();
    }
}
