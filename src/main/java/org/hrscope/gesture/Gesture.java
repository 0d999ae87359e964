package org.hrscope.gesture;

import java.util.List;
import org.hrscope.domain.Keypoint;
import org.hrscope.motion.BodyJoint;

/// A pose with a meaning. Left and right are the person's own, also where a camera is shown as a mirror. A joint that
/// is not sure makes no gesture. Any thread.
public enum Gesture {
    RIGHT_HAND_UP,
    LEFT_HAND_UP,
    ARMS_CROSSED;

    /// Joints below this score may be anywhere.
    private static final double LEAST = 0.3;

    /// Of the shoulders' distance, by which a raised wrist is above the nose.
    private static final double ABOVE = 0.1;

    /// Of the way from the right shoulder to the left, by which crossed wrists pass each other.
    private static final double PAST = 0.25;

    /// Shoulders nearer to each other than this part of the trunk's length are seen from the side.
    private static final double BROAD = 0.35;

    /// Whether a person makes it.
    ///
    /// @param body see [BodyJoint#of]
    public boolean in(List<Keypoint> body) {
        return switch (this) {
            case RIGHT_HAND_UP -> raised(body, -1) && !lifted(body, 1);
            case LEFT_HAND_UP -> raised(body, 1) && !lifted(body, -1);
            case ARMS_CROSSED -> crossed(body);
        };
    }

    /// The joint at which the person's intent is seen best.
    public Keypoint place(List<Keypoint> body) {
        return switch (this) {
            case RIGHT_HAND_UP -> BodyJoint.RIGHT_WRIST.in(body);
            case LEFT_HAND_UP -> BodyJoint.LEFT_WRIST.in(body);
            case ARMS_CROSSED ->
                    BodyJoint.LEFT_WRIST.in(body).halfway(BodyJoint.RIGHT_WRIST.in(body));
        };
    }

    private static boolean sure(List<Keypoint> body, BodyJoint... joints) {
        for (BodyJoint joint : joints) if (!(joint.in(body).score() >= LEAST)) return false;
        return true;
    }

    /// Wrist above the nose, elbow below the wrist.
    ///
    /// @param side 1 left, -1 right
    private static boolean raised(List<Keypoint> body, int side) {
        BodyJoint wrist = BodyJoint.LEFT_WRIST.on(side);
        BodyJoint elbow = BodyJoint.LEFT_ELBOW.on(side);
        BodyJoint shoulder = BodyJoint.LEFT_SHOULDER.on(side);
        if (!sure(body, wrist, elbow, shoulder, BodyJoint.NOSE)) return false;
        double size =
                shoulder.in(body).distance(elbow.in(body))
                        + elbow.in(body).distance(wrist.in(body));
        double hand = wrist.in(body).y();
        return hand < BodyJoint.NOSE.in(body).y() - ABOVE * size
                && hand < elbow.in(body).y()
                && hand < shoulder.in(body).y();
    }

    /// Whether the other hand is up too, or on its way: both mean joy, not a command.
    private static boolean lifted(List<Keypoint> body, int side) {
        BodyJoint wrist = BodyJoint.LEFT_WRIST.on(side);
        BodyJoint shoulder = BodyJoint.LEFT_SHOULDER.on(side);
        return sure(body, wrist) && wrist.in(body).y() < shoulder.in(body).y();
    }

    /// Each wrist on the other side of the chest, elbows below the shoulders.
    private static boolean crossed(List<Keypoint> body) {
        if (!sure(
                body,
                BodyJoint.LEFT_WRIST,
                BodyJoint.RIGHT_WRIST,
                BodyJoint.LEFT_ELBOW,
                BodyJoint.RIGHT_ELBOW,
                BodyJoint.LEFT_SHOULDER,
                BodyJoint.RIGHT_SHOULDER,
                BodyJoint.NOSE)) {
            return false;
        }
        Keypoint left = BodyJoint.LEFT_SHOULDER.in(body);
        Keypoint right = BodyJoint.RIGHT_SHOULDER.in(body);
        double broad = left.distance(right);
        double arms = left.distance(BodyJoint.LEFT_ELBOW.in(body));
        // Seen from the side, wrists pass each other at every step.
        if (!(broad > BROAD * arms) || left.x() <= right.x()) return false;
        double leftHand = across(BodyJoint.LEFT_WRIST.in(body), left, right);
        double rightHand = across(BodyJoint.RIGHT_WRIST.in(body), left, right);
        boolean past = leftHand < 0.5 - PAST / 2 && rightHand > 0.5 + PAST / 2;
        return past
                && chest(BodyJoint.LEFT_WRIST, body, broad)
                && chest(BodyJoint.RIGHT_WRIST, body, broad)
                && BodyJoint.LEFT_ELBOW.in(body).y() > left.y()
                && BodyJoint.RIGHT_ELBOW.in(body).y() > right.y();
    }

    /// Between the shoulders' line and a trunk's length below.
    private static boolean chest(BodyJoint wrist, List<Keypoint> body, double broad) {
        double shoulders =
                (BodyJoint.LEFT_SHOULDER.in(body).y() + BodyJoint.RIGHT_SHOULDER.in(body).y()) / 2;
        double below = wrist.in(body).y() - shoulders;
        return below > -0.35 * broad && below < 1.2 * broad;
    }

    /// 0 at the right shoulder, 1 at the left one.
    private static double across(Keypoint at, Keypoint left, Keypoint right) {
        double dx = left.x() - right.x();
        double dy = left.y() - right.y();
        return ((at.x() - right.x()) * dx + (at.y() - right.y()) * dy) / (dx * dx + dy * dy);
    }
}
