package org.hrscope.capture.figure;

import org.hrscope.capture.figure.Body.Arm;
import org.hrscope.capture.figure.Body.Head;
import org.hrscope.capture.figure.Body.Leg;
import org.hrscope.capture.figure.Footsteps.Foot;
import org.hrscope.capture.figure.Posture.Part;

/// Body dimensions in metres, and forward kinematics: from a posture and two planted feet to every point of the
/// body. The upper body hangs off the pelvis; the legs reach for the feet by inverse kinematics.
final class Anatomy {
    static final double TOE_RADIUS = 0.036;
    static final double HEEL_RADIUS = 0.04;

    private static final double TORSO = 0.5;
    private static final double SHOULDER = 0.185;
    private static final double HIP = 0.105;
    private static final double UPPER_ARM = 0.285;
    private static final double FOREARM = 0.255;
    private static final double HAND = 0.1;
    private static final double THIGH = 0.43;
    private static final double SHIN = 0.42;
    private static final double ANKLE = 0.085;
    private static final double FOOT = 0.17;

    /// Fraction of the leg's length: a knee is never fully straight.
    private static final double REACH = 0.997;

    Body body(Posture posture, Placement root, Foot left, Foot right) {
        Leg leftFoot = foot(left, posture.get(Part.HOP));
        Leg rightFoot = foot(right, posture.get(Part.HOP));
        Rotation facing = Rotation.aboutY(root.yaw());
        Vec3 sideways = facing.of(posture.get(Part.PELVIS_LEFT), 0, -posture.get(Part.PELVIS_BACK));
        Vec3 pelvis = new Vec3(root.x(), 0, root.z()).plus(sideways);
        Vec3 leftHip = facing.of(HIP, 0, 0);
        Vec3 rightHip = facing.of(-HIP, 0, 0);
        double standing = ANKLE + (THIGH + SHIN) * REACH + posture.get(Part.HOP);
        double height =
                Ease.softMin(
                        standing - posture.get(Part.PELVIS_DOWN),
                        Ease.softMin(
                                reach(pelvis.plus(leftHip), leftFoot.ankle()),
                                reach(pelvis.plus(rightHip), rightFoot.ankle()),
                                0.01),
                        0.01);
        pelvis = new Vec3(pelvis.x(), height, pelvis.z());

        Rotation torso =
                facing.after(Rotation.aboutY(posture.get(Part.TORSO_TURN)))
                        .after(Rotation.aboutX(posture.get(Part.TORSO_LEAN)))
                        .after(Rotation.aboutZ(posture.get(Part.TORSO_BEND)));
        Vec3 neck = pelvis.plus(torso.of(0, TORSO, 0));
        Rotation turn =
                torso.after(Rotation.aboutY(posture.get(Part.HEAD_TURN)))
                        .after(Rotation.aboutX(posture.get(Part.HEAD_NOD)))
                        .after(Rotation.aboutZ(posture.get(Part.HEAD_TILT)));
        Vec3 head = neck.plus(torso.of(0, 0.07, 0)).plus(turn.of(0, 0.13, 0.02));
        return new Body(
                pelvis,
                neck,
                torso,
                new Head(head, turn),
                arm(posture, Posture.Arm.LEFT, neck, torso),
                arm(posture, Posture.Arm.RIGHT, neck, torso),
                leg(pelvis.plus(leftHip), leftFoot, facing),
                leg(pelvis.plus(rightHip), rightFoot, facing));
    }

    /// Ankle, heel and toe of a foot; knee and hip are solved later.
    private static Leg foot(Foot foot, double hop) {
        Rotation flat = Rotation.aboutY(foot.place().yaw());
        Rotation turn = flat.after(Rotation.aboutX(foot.pitch()));
        Vec3 sole = new Vec3(foot.place().x(), foot.lift() + hop, foot.place().z());
        // The foot pitches about the toe with the heel up and about the heel with the toes up, so
        // that the pivot stays on the floor.
        double pivot = foot.pitch() > 0 ? FOOT - 0.03 : -0.03;
        double radius = foot.pitch() > 0 ? TOE_RADIUS : HEEL_RADIUS;
        Vec3 about = sole.plus(flat.of(0, radius, pivot));
        return new Leg(
                sole,
                sole,
                about.plus(turn.of(0, ANKLE - radius, -pivot)),
                about.plus(turn.of(0, HEEL_RADIUS - radius, -0.03 - pivot)),
                about.plus(turn.of(0, TOE_RADIUS - radius, FOOT - 0.03 - pivot)));
    }

    /// The greatest hip height a leg allows.
    private static double reach(Vec3 hip, Vec3 ankle) {
        double across = Math.hypot(hip.x() - ankle.x(), hip.z() - ankle.z());
        double leg = (THIGH + SHIN) * REACH;
        return ankle.y() + Math.sqrt(Math.max(0, leg * leg - across * across));
    }

    private static Leg leg(Vec3 hip, Leg foot, Rotation facing) {
        Vec3 down = foot.ankle().minus(hip);
        double length = Math.min(down.length(), (THIGH + SHIN) * 0.9999);
        Vec3 along = down.unit();
        Vec3 toes = foot.toe().minus(foot.heel());
        Vec3 knees = new Vec3(toes.x(), 0, toes.z()).unit().plus(facing.of(Vec3.FRONT));
        Vec3 front = knees.minus(along.times(knees.dot(along))).unit();
        double part = (THIGH * THIGH - SHIN * SHIN + length * length) / (2 * length);
        double out = Math.sqrt(Math.max(0, THIGH * THIGH - part * part));
        Vec3 knee = hip.plus(along.times(part)).plus(front.times(out));
        return new Leg(hip, knee, foot.ankle(), foot.heel(), foot.toe());
    }

    private static Arm arm(Posture posture, Posture.Arm arm, Vec3 neck, Rotation torso) {
        int side = arm.side();
        double out = posture.get(arm.out());
        // Raising the arm beyond horizontal lifts the shoulder and moves it inward.
        double raised = Ease.ramp(60, 170, out);
        Vec3 shoulder =
                neck.plus(torso.of(side * (SHOULDER - 0.02 * raised), -0.03 + 0.03 * raised, 0));
        Rotation upper =
                torso.after(Rotation.aboutX(-posture.get(arm.forward())))
                        .after(Rotation.aboutZ(side * out))
                        .after(Rotation.aboutY(side * posture.get(arm.twist())));
        Vec3 elbow = shoulder.plus(upper.of(0, -UPPER_ARM, 0));
        Rotation lower = upper.after(Rotation.aboutX(-posture.get(arm.elbow())));
        Vec3 wrist = elbow.plus(lower.of(0, -FOREARM, 0));
        return new Arm(
                shoulder,
                elbow,
                wrist,
                wrist.plus(lower.of(0, -HAND, 0)),
                wrist.plus(lower.of(-side * 0.008, -0.06, 0.042)));
    }
}
