package org.hrscope.puppet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.puppet.PuppetPose.Head;
import org.hrscope.puppet.PuppetPose.Limb;

/// A motion to be written: at a constant rate, with bones of constant length. Positions are in centimetres of a figure
/// that stands 170 cm tall, x to the right of the image from where the hips begin, y up from the lowest sole.
/// Immutable.
///
/// @param first  source time of the first frame, in seconds
/// @param frames at least two
public record MotionClip(double first, int framesASecond, List<PuppetPose> frames) {
    static final double HEIGHT = 170;

    private static final int FASTEST = 120;

    public MotionClip {
        frames = List.copyOf(frames);
    }

    /// Interpolates between what was seen: cameras are never on time.
    ///
    /// @throws Problem `motion.short` for fewer than two moments
    public static MotionClip of(List<MotionTake.Moment> seen) throws Problem {
        if (seen.size() < 2) throw new Problem("motion.short");
        long begin = seen.getFirst().nanos();
        double length = (seen.getLast().nanos() - begin) / 1e9;
        int rate = rate(seen);
        Bones bones = bones(seen);
        List<PuppetPose> frames = new ArrayList<>();
        int next = 1;
        for (int i = 0; i <= length * rate + 0.01; i++) {
            double at = begin + i * 1e9 / rate;
            while (next < seen.size() - 1 && seen.get(next).nanos() < at) next++;
            MotionTake.Moment a = seen.get(next - 1);
            MotionTake.Moment b = seen.get(next);
            double share = Math.clamp((at - a.nanos()) / (b.nanos() - a.nanos()), 0, 1);
            frames.add(between(a.pose(), b.pose(), share).with(bones));
        }
        if (frames.size() < 2) throw new Problem("motion.short");
        return new MotionClip(begin / 1e9, rate, frames);
    }

    private static int rate(List<MotionTake.Moment> seen) {
        long[] steps = new long[seen.size() - 1];
        for (int i = 0; i < steps.length; i++)
            steps[i] = seen.get(i + 1).nanos() - seen.get(i).nanos();
        Arrays.sort(steps);
        long median = steps[steps.length / 2];
        // Of the steps between neighbours: frames may be lost, and all of them come too early or
        // too late.
        double step =
                Arrays.stream(steps)
                        .filter(each -> 2 * each > median && 2 * each < 3 * median)
                        .average()
                        .orElse(median);
        return (int) Math.clamp(Math.round(1e9 / step), 1, FASTEST);
    }

    /// The median of each.
    private static Bones bones(List<MotionTake.Moment> seen) {
        double[] lengths = new double[Bones.COUNT];
        for (int bone = 0; bone < lengths.length; bone++) {
            int of = bone;
            double[] all =
                    seen.stream().mapToDouble(each -> each.pose().bones().lengths()[of]).toArray();
            Arrays.sort(all);
            lengths[bone] = all[all.length / 2];
        }
        return Bones.of(lengths);
    }

    private static PuppetPose between(PuppetPose a, PuppetPose b, double share) {
        return new PuppetPose(
                a.bones(),
                a.hips().towards(b.hips(), share),
                mix(a.turn(), b.turn(), share),
                turn(a.spine(), b.spine(), share),
                new Head(
                        turn(a.head().tilt(), b.head().tilt(), share),
                        mix(a.head().facing(), b.head().facing(), share),
                        mix(a.head().nod(), b.head().nod(), share),
                        mix(a.head().away(), b.head().away(), share),
                        mix(a.head().sure(), b.head().sure(), share)),
                between(a.leftArm(), b.leftArm(), share),
                between(a.rightArm(), b.rightArm(), share),
                between(a.leftLeg(), b.leftLeg(), share),
                between(a.rightLeg(), b.rightLeg(), share),
                share < 0.5 ? a.near() : b.near(),
                mix(a.sure(), b.sure(), share));
    }

    private static Limb between(Limb a, Limb b, double share) {
        return new Limb(
                turn(a.upper(), b.upper(), share),
                turn(a.lower(), b.lower(), share),
                mix(a.sure(), b.sure(), share));
    }

    private static double mix(double a, double b, double share) {
        return a + share * (b - a);
    }

    private static double turn(double a, double b, double share) {
        return a + share * Follow.wrapped(b - a);
    }

    /// Centimetres of the figure for a pixel of the image.
    double unit() {
        return HEIGHT / frames.getFirst().height();
    }

    /// Of the image's y, in pixels, at the lowest sole.
    double floor() {
        double lowest = frames.stream().mapToDouble(PuppetPose::floor).max().orElseThrow();
        return lowest + Bones.FOOT * frames.getFirst().height();
    }

    double left() {
        return frames.getFirst().hips().x();
    }

    double time(int frame) {
        return first + (double) frame / framesASecond;
    }
}
