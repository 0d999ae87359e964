package org.hrscope.puppet;

import org.hrscope.puppet.PuppetPose.Limb;
import org.jspecify.annotations.Nullable;

/// One arm or leg of a puppet. Arms point where the person's point; legs reach for the person's feet, so that squats
/// and steps keep them on the ground. What is not sure hangs at rest after a while. One thread.
final class LimbFollower {
    private static final double LAG = 0.012;
    private static final double BEND_LAG = 0.08;

    /// Of a bone: as short as this it points at the viewer, and its direction says nothing.
    private static final double BLUNT = 0.1;

    private static final double POINTED = 0.4;

    /// Of a leg's length: from here on it is straight. Rigid bones a little too long would always look bent.
    private static final double BENT = 0.88;

    private static final double STRAIGHT = 0.97;

    /// Radians by which a knee is beside the leg's line before it says to which side it bends.
    private static final double BESIDE = 0.07;

    /// The same, seen from the front.
    private static final double FAR_BESIDE = 0.65;

    private final double restUpper;
    private final double restBend;
    private final Follow upper;
    private final Follow lower;
    private final Follow bend;
    private boolean begun;

    /// The sure joints of a limb.
    ///
    /// @param start shoulder or hip
    record Seen(@Nullable Spot start, @Nullable Spot middle, @Nullable Spot end, double score) {}

    /// @param upper  length of upper arm or thigh
    /// @param root   where the puppet's limb begins
    /// @param front  whether the trunk is seen from the front or from behind
    /// @param usual  the side away from the body, to which it bends where that is not seen: 1 right, -1 left
    record Frame(
            Spot root, double upper, double lower, double usual, boolean front, double seconds) {}

    /// @param restUpper angle away from the body at rest, in radians
    /// @param restBend  how much further the lower half
    LimbFollower(double restUpper, double restBend) {
        this.restUpper = restUpper;
        this.restBend = restBend;
        upper = new Follow(0, LAG);
        lower = new Follow(0, LAG);
        bend = new Follow(0, BEND_LAG);
    }

    Limb arm(Seen seen, Frame now) {
        Spot from = seen.start == null ? now.root : seen.start;
        Spot elbow = seen.middle;
        Spot wrist = seen.end;
        if (elbow == null) {
            rest(now);
        } else {
            turn(upper, from, elbow, now.upper, now.seconds);
            if (wrist != null) turn(lower, elbow, wrist, now.lower, now.seconds);
            else lower.relaxTo(upper.value() + now.usual * restBend, now.seconds);
        }
        return limb(elbow == null ? 0 : wrist == null ? 0.5 * seen.score : seen.score);
    }

    private void turn(Follow angle, Spot from, Spot to, double length, double seconds) {
        double shown = from.distance(to) / length;
        double weight = Math.clamp((shown - BLUNT) / (POINTED - BLUNT), 0, 1);
        angle.turnTo(from.angle(to), seconds, weight);
    }

    Limb leg(Seen seen, Frame now) {
        Spot knee = seen.middle;
        Spot foot = seen.end;
        if (foot == null) {
            if (knee == null) {
                rest(now);
            } else {
                turn(
                        upper,
                        seen.start == null ? now.root : seen.start,
                        knee,
                        now.upper,
                        now.seconds);
                lower.relaxTo(now.usual * restUpper, now.seconds);
            }
            return limb(knee == null ? 0 : 0.5 * seen.score);
        }
        double line = now.root.angle(foot);
        double length = now.upper + now.lower;
        double reach = reach(now.root.distance(foot) / length) * length;
        // A straight leg may change its mind unseen.
        boolean straight = reach > STRAIGHT * length;
        bendTo(side(seen, line, now, straight), straight ? 0 : now.seconds);
        double hip = angle(now.upper, reach, now.lower);
        double ankle = angle(now.lower, reach, now.upper);
        upper.turnTo(line + bend.value() * hip, now.seconds, 1);
        lower.turnTo(line - bend.value() * ankle, now.seconds, 1);
        return limb(seen.score);
    }

    /// To which side the knee bends. From the front, knees point at the viewer and tremble from side to side: paper
    /// knees go outward then. A bent leg straightens while it changes sides, so that takes more than a doubt.
    private double side(Seen seen, double line, Frame now, boolean straight) {
        double held = straight || bend.value() == 0 ? now.usual : Math.signum(bend.value());
        if (now.front && !straight) held = now.usual;
        if (seen.middle == null || seen.start == null) return held;
        double off = Follow.wrapped(seen.start.angle(seen.middle) - line);
        double least = now.front ? FAR_BESIDE : BESIDE;
        boolean clear = Math.abs(off) > least && Math.abs(off) < Math.PI / 2;
        return clear ? Math.signum(off) : held;
    }

    private void bendTo(double side, double seconds) {
        if (begun && seconds > 0) bend.towards(side, seconds, 1);
        else bend.set(side);
        begun = true;
    }

    private static double reach(double seen) {
        double share = Math.clamp((seen - BENT) / (STRAIGHT - BENT), 0, 1);
        double eased = share * share * (3 - 2 * share);
        return Math.clamp(seen + (1 - seen) * eased, 0.25, 1);
    }

    /// Of a triangle, between the sides `beside` and `reach`.
    private static double angle(double beside, double reach, double opposite) {
        double cos = (beside * beside + reach * reach - opposite * opposite) / (2 * beside * reach);
        return Math.acos(Math.clamp(cos, -1, 1));
    }

    private void rest(Frame now) {
        upper.relaxTo(now.usual * restUpper, now.seconds);
        lower.relaxTo(now.usual * (restUpper + restBend), now.seconds);
    }

    private Limb limb(double sure) {
        return new Limb(upper.value(), lower.value(), sure);
    }
}
