package org.hrscope.quantise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What quantising costs where nobody gives anything but the network: its ranges come from the demo figure.
class QuantisedAccuracyTest {
    private static final double MOST_LOST = 0.01;
    private static final int SAMPLES = 64;
    private static final int FRAMES = 300;
    private static final double NEAR = 0.1;

    @TempDir static Path folder;
    private static Path bundledWhole = Path.of("");

    @BeforeAll
    static void quantiseTheBundledNetwork() throws Exception {
        try (PoseEstimator estimator = bundled()) {
            bundledWhole = quantised(estimator, "bundled.onnx");
        }
    }

    private static List<Sample> samples(PoseEstimator estimator, int most) throws Exception {
        SourceOpener opener = new SourceOpener(new Cameras(), pool -> new DemoSource());
        return new Samples(
                        spec -> opener.open(spec, new FramePool()),
                        estimator,
                        new FinderOpener()::bundled,
                        most)
                .of(List.of(new SourceSpec.Demo()), count -> {});
    }

    private static Path quantised(PoseEstimator estimator, String name) throws Exception {
        List<Sample> samples = samples(estimator, SAMPLES);
        Quantised made =
                new Quantiser(estimator.model(), QuantiseWish.standard(), () -> {}).run(samples);
        System.out.printf(
                "%s: %d nodes float, %.2f of the time, %.2f px%n",
                name, made.kept().size(), made.speed().ratio(), made.loss().pixels());
        assertThat(made.loss().pixels()).isLessThanOrEqualTo(QuantiseWish.PIXELS);
        return Files.write(folder.resolve(name), made.bytes());
    }

    private static PoseEstimator opened(Path file) throws Exception {
        return new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).open(file));
    }

    private static PoseEstimator bundled() throws Problem {
        return new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
    }

    private static double lostOnPhotographs(PoseEstimator exact, Path file) throws Exception {
        try (PoseEstimator whole = opened(file)) {
            double was = MeanOks.of(exact);
            double is = MeanOks.of(whole);
            System.out.printf("mean OKS of %s: %.4f, %.4f%n", file.getFileName(), was, is);
            return was - is;
        }
    }

    @Test
    void bundledNetworkOnPhotographs() throws Exception {
        Shared.file("images/coco_keypoints.json");
        try (PoseEstimator estimator = bundled()) {
            assertThat(lostOnPhotographs(estimator, bundledWhole)).isLessThanOrEqualTo(MOST_LOST);
        }
    }

    /// As another machine may have made it. Without VNNI, the sums of 16 bits overflow unless that is forbidden.
    @Test
    void weightsOfEightBitsAreAddedUpRightlyOnAnyMachine() throws Exception {
        QuantiseWish eight = new QuantiseWish(1e9, Set.of(), false, RangeChoice.AUTO, 8);
        try (PoseEstimator estimator = bundled()) {
            Quantised made =
                    new Quantiser(estimator.model(), eight, () -> {}).run(samples(estimator, 8));
            assertThat(made.loss().pixels()).isLessThanOrEqualTo(QuantiseWish.PIXELS);
        }
    }

    /// The float network is taken to find every joint.
    @Test
    void bundledNetworkOnTheDemoFigure() throws Exception {
        try (PoseEstimator whole = opened(bundledWhole)) {
            assertThat(near(whole)).isGreaterThanOrEqualTo(1 - MOST_LOST);
        }
    }

    /// Whether it is worth having or not. Its depthwise convolutions lose much by whole numbers and gain little.
    @Test
    void aNetworkOfDepthwiseConvolutionsOnPhotographs() throws Exception {
        Path file = Shared.file("models/tinypose_256x192.onnx");
        ModelOpener opener = new ModelOpener(ModelProfile.named("imagenet"));
        try (PoseEstimator estimator = new PoseEstimator(opener.open(file))) {
            Path whole = quantised(estimator, "tinypose.onnx");
            assertThat(lostOnPhotographs(estimator, whole)).isLessThanOrEqualTo(MOST_LOST);
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
