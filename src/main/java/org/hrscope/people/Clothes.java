package org.hrscope.people;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;
import org.jspecify.annotations.Nullable;

/// Mean colours of a person's torso and thighs: they tell people apart who cross paths, where joints cannot.
/// Immutable, any thread.
///
/// @param colours blue, green, red of the torso, then of the thighs, 0 to 255
record Clothes(List<Double> colours) {
    /// Standard deviation per channel for the same person: folds and shade stay below it.
    private static final double SPREAD = 36;

    /// Samples across and down the torso, and along each thigh.
    private static final int SAMPLES = 5;

    /// Joints below this score may be anywhere.
    private static final double SURE = 0.35;

    private static final List<String> CORNERS =
            List.of("left_shoulder", "right_shoulder", "left_hip", "right_hip");

    private static final List<String> KNEES = List.of("left_knee", "right_knee");

    /// Empty if the skeleton lacks a corner of the torso, or one is unsure, or the torso is outside the image.
    static Optional<Clothes> of(Frame frame, Pose pose, Skeleton skeleton) {
        Keypoint[] torso = new Keypoint[CORNERS.size()];
        for (int i = 0; i < torso.length; i++) {
            Keypoint corner = joint(pose, skeleton, CORNERS.get(i));
            if (corner == null) return Optional.empty();
            torso[i] = corner;
        }
        Sum upper = new Sum(frame);
        Sum lower = new Sum(frame);
        for (int i = 0; i < SAMPLES; i++) {
            double down = 0.15 + 0.7 * i / (SAMPLES - 1);
            for (int j = 0; j < SAMPLES; j++) {
                double across = 0.25 + 0.5 * j / (SAMPLES - 1);
                upper.add(
                        mix(
                                mix(torso[0].x(), torso[2].x(), down),
                                mix(torso[1].x(), torso[3].x(), down),
                                across),
                        mix(
                                mix(torso[0].y(), torso[2].y(), down),
                                mix(torso[1].y(), torso[3].y(), down),
                                across));
            }
        }
        for (int side = 0; side < 2; side++) {
            Keypoint hip = torso[2 + side];
            Keypoint knee = joint(pose, skeleton, KNEES.get(side));
            if (knee == null) continue;
            for (int i = 0; i < SAMPLES; i++) {
                double down = 0.3 + 0.5 * i / (SAMPLES - 1);
                lower.add(mix(hip.x(), knee.x(), down), mix(hip.y(), knee.y(), down));
            }
        }
        if (upper.count == 0) return Optional.empty();
        return Optional.of(new Clothes(lower.count == 0 ? upper.mean() : upper.and(lower)));
    }

    /// Similarity from 0 to 1; of the torso alone if either's thighs are unknown.
    double like(Clothes other) {
        int channels = Math.min(colours.size(), other.colours.size());
        double squares = 0;
        for (int i = 0; i < channels; i++) {
            double off = colours.get(i) - other.colours.get(i);
            squares += off * off;
        }
        return Math.exp(-squares / channels / (2 * SPREAD * SPREAD));
    }

    /// A step towards the colours seen now: light and orientation change slowly.
    Clothes towards(Clothes now, double share) {
        if (colours.size() != now.colours.size()) {
            return colours.size() > now.colours.size() ? this : now;
        }
        Double[] mixed = new Double[colours.size()];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = mix(colours.get(i), now.colours.get(i), share);
        }
        return new Clothes(List.of(mixed));
    }

    private static @Nullable Keypoint joint(Pose pose, Skeleton skeleton, String name) {
        int at = skeleton.joints().indexOf(name);
        if (at < 0 || at >= pose.keypoints().size()) return null;
        Keypoint joint = pose.keypoints().get(at);
        return joint.score() >= SURE ? joint : null;
    }

    private static double mix(double from, double to, double share) {
        return from + share * (to - from);
    }

    /// Sum of sampled pixels.
    private static final class Sum {
        private final Frame frame;
        private final double[] sum = new double[3];
        private int count;

        Sum(Frame frame) {
            this.frame = frame;
        }

        void add(double x, double y) {
            if (!(x >= 0 && y >= 0 && x < frame.width() && y < frame.height())) return;
            ByteBuffer pixels = frame.pixels();
            int at = ((int) y * frame.width() + (int) x) * 4;
            for (int i = 0; i < 3; i++) sum[i] += pixels.get(at + i) & 255;
            count++;
        }

        List<Double> mean() {
            return List.of(sum[0] / count, sum[1] / count, sum[2] / count);
        }

        List<Double> and(Sum other) {
            List<Double> mean = other.mean();
            return List.of(
                    sum[0] / count,
                    sum[1] / count,
                    sum[2] / count,
                    mean.get(0),
                    mean.get(1),
                    mean.get(2));
        }
    }
}
