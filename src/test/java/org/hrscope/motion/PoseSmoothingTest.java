package org.hrscope.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoseSmoothingTest {
    private static final BoundingBox BOX = new BoundingBox(100, 100, 150, 400);
    private static final double NOISE = 2;

    private final PoseSmoothing smoothing = new PoseSmoothing();

    private static Pose pose(double x, double y, double score) {
        return new Pose(List.of(new Keypoint(x, y, score)), BOX);
    }

    private Keypoint next(double x, double y, double score, long nanos) {
        return smoothing.next(pose(x, y, score), nanos, OneEuro.STANDARD).keypoints().getFirst();
    }

    private static long at(int frame, int perSecond) {
        return (long) (1e9 * (frame + 1) / perSecond);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 25, 30, 60})
    void aStillFigureTremblesHalfAsMuch(int perSecond) {
        Random random = new Random(5);
        double raw = 0;
        double smooth = 0;
        int frames = 3_000;
        for (int n = 0; n < frames; n++) {
            double x = 300 + NOISE * random.nextGaussian();
            double found = next(x, 200, 0.9, at(n, perSecond)).x();
            if (n < 100) continue;
            raw += (x - 300) * (x - 300);
            smooth += (found - 300) * (found - 300);
        }
        System.out.printf(
                "jitter at %d frames a second: %.2f of the raw one%n",
                perSecond, Math.sqrt(smooth / raw));
        assertThat(Math.sqrt(smooth / raw)).isLessThan(0.5);
    }

    /// The lag in frames at which the output best matches the true motion.
    private double lag(int perSecond, DoubleUnaryOperator motion) {
        Random random = new Random(9);
        int frames = 20 * perSecond;
        double[] found = new double[frames];
        for (int n = 0; n < frames; n++) {
            double x = motion.applyAsDouble(n / (double) perSecond);
            found[n] = next(x + NOISE * random.nextGaussian(), 0, 0.9, at(n, perSecond)).x();
        }
        double best = 0;
        double least = Double.MAX_VALUE;
        for (double delay = 0; delay < 6; delay += 0.02) {
            double error = 0;
            for (int n = perSecond; n < frames; n++) {
                double off = found[n] - motion.applyAsDouble((n - delay) / perSecond);
                error += off * off;
            }
            if (error < least) {
                least = error;
                best = delay;
            }
        }
        return best;
    }

    /// Walking through the image at 0.8 body heights per second.
    @ParameterizedTest
    @ValueSource(ints = {15, 25, 30, 60})
    void aWalkingFigureLagsByLessThanAFrame(int perSecond) {
        double lag = lag(perSecond, seconds -> 320 * seconds);
        System.out.printf("lag of a walk at %d frames a second: %.2f frames%n", perSecond, lag);
        assertThat(lag).isLessThan(1);
    }

    /// Waving: half a body height, back and forth once a second.
    @ParameterizedTest
    @ValueSource(ints = {15, 25, 30, 60})
    void aWavingHandLagsByLessThanAFrame(int perSecond) {
        double lag = lag(perSecond, seconds -> 300 + 100 * Math.sin(2 * Math.PI * seconds));
        System.out.printf("lag of a wave at %d frames a second: %.2f frames%n", perSecond, lag);
        assertThat(lag).isLessThan(1);
    }

    @Test
    void theFirstPoseIsItself() {
        assertThat(next(10, 20, 0.5, 1)).isEqualTo(new Keypoint(10, 20, 0.5));
    }

    @Test
    void scoresStayAsTheyAre() {
        next(10, 20, 0.5, at(0, 30));
        assertThat(next(30, 20, 0.7, at(1, 30)).score()).isEqualTo(0.7);
    }

    @Test
    void aJointThatWasNotSeenBeginsAnew() {
        next(10, 20, 0.9, at(0, 30));
        assertThat(next(500, 500, 0.1, at(1, 30)).x()).isEqualTo(500);
        assertThat(next(40, 20, 0.9, at(2, 30)).x()).isEqualTo(40);
    }

    @Test
    void aJumpInTimeBeginsAnew() {
        next(10, 20, 0.9, at(10, 30));
        assertThat(next(400, 20, 0.9, at(5, 30)).x()).isEqualTo(400);
        assertThat(next(10, 20, 0.9, at(5, 30)).x()).isEqualTo(10);
        assertThat(next(400, 20, 0.9, at(100, 30)).x()).isEqualTo(400);
    }

    @Test
    void whatIsNoNumberSpoilsNothing() {
        next(10, 20, 0.9, at(0, 30));
        assertThat(next(Double.NaN, 20, 0.9, at(1, 30)).x()).isEqualTo(10);
        assertThat(next(10, 20, Double.NaN, at(2, 30)).x()).isEqualTo(10);
        assertThat(next(10, 20, 0.9, at(3, 30)).x()).isCloseTo(10, within(1e-9));
    }

    @Test
    void anotherNumberOfJointsIsTaken() {
        next(10, 20, 0.9, at(0, 30));
        Pose more = new Pose(Collections.nCopies(17, new Keypoint(5, 5, 0.9)), BOX);
        assertThat(smoothing.next(more, at(1, 30), OneEuro.STANDARD).keypoints()).hasSize(17);
    }
}
