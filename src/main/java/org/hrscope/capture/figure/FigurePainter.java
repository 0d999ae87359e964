package org.hrscope.capture.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hrscope.capture.figure.Body.Arm;
import org.hrscope.capture.figure.Body.Leg;
import org.hrscope.capture.figure.Brush.Ball;
import org.hrscope.capture.figure.Brush.Limb;
import org.hrscope.capture.figure.Camera.Spot;

/// Draws a body part by part, from back to front.
final class FigurePainter {
    /// Trousers are sorted this much further back: the shirt hangs over them, even mid-stride.
    private static final double UNDER_SHIRT = -0.14;

    private final Camera camera;
    private final Brush brush;
    private final Complexion person;
    private final Outfit outfit;
    private final List<Part> parts = new ArrayList<>();

    private record Part(double depth, Runnable paint) {}

    FigurePainter(Camera camera, Brush brush, Complexion person, Outfit outfit) {
        this.camera = camera;
        this.brush = brush;
        this.person = person;
        this.outfit = outfit;
    }

    /// @param openEyes 0 when shut
    void paint(Body body, double openEyes) {
        parts.clear();
        arm(body.leftArm());
        arm(body.rightArm());
        leg(body.leftLeg());
        leg(body.rightLeg());
        add(body.neck(), body.pelvis(), 0.02, () -> torso(body));
        add(body.pelvis(), body.pelvis(), 2 * UNDER_SHIRT, () -> seat(body));
        HeadPainter head = new HeadPainter(camera, brush, person);
        Spot middle = camera.see(body.head().centre());
        parts.add(new Part(middle.depth() + 0.02, () -> head.paint(body, openEyes)));
        parts.sort(Comparator.comparingDouble(Part::depth));
        for (Part part : parts) part.paint.run();
    }

    private void arm(Arm arm) {
        Ball elbow = ball(arm.elbow(), 0.044);
        Ball wrist = ball(arm.wrist(), 0.03);
        add(
                arm.shoulder(),
                arm.wrist(),
                0.005,
                () ->
                        dressed(
                                outfit.shirt(),
                                outfit.sleeve(),
                                ball(arm.shoulder(), 0.06),
                                elbow,
                                elbow.towards(wrist, 0.25).times(1.12),
                                wrist));
        add(arm.wrist(), arm.hand(), 0.02, () -> hand(arm));
    }

    private void hand(Arm arm) {
        Ball wrist = ball(arm.wrist(), 0.026);
        Ball fingers = ball(arm.hand(), 0.028);
        Ball palm = wrist.towards(fingers, 0.45).times(1.35);
        Ball thumb = ball(arm.thumb(), 0.013);
        brush.lit(
                new Limb(person.skin(), wrist.towards(palm, 0.4).times(0.6), thumb),
                new Limb(person.skin(), wrist, palm, wrist.towards(fingers, 0.85)));
    }

    private void leg(Leg leg) {
        Ball knee = ball(leg.knee(), 0.06);
        Ball ankle = ball(leg.ankle(), 0.041);
        add(
                leg.hip(),
                leg.ankle(),
                UNDER_SHIRT,
                () ->
                        dressed(
                                outfit.trousers(),
                                outfit.leg(),
                                ball(leg.hip(), 0.09),
                                knee,
                                knee.towards(ankle, 0.28).times(1.06),
                                ankle));
        add(leg.ankle(), leg.toe(), 0.02, () -> shoe(leg));
    }

    private void shoe(Leg leg) {
        Vec3 down = new Vec3(0, -0.012, 0);
        brush.hull(
                outfit.shoe().shade(0.5),
                ball(leg.heel().plus(down), 0.036),
                ball(leg.toe().plus(down), 0.034));
        brush.lit(
                new Limb(outfit.shoe(), ball(leg.ankle(), 0.04), ball(leg.heel(), 0.038)),
                new Limb(
                        outfit.shoe(),
                        ball(leg.ankle().towards(leg.toe(), 0.1), 0.038),
                        ball(leg.toe(), Anatomy.TOE_RADIUS)));
    }

    private void add(Vec3 from, Vec3 to, double nearer, Runnable paint) {
        double depth = (camera.see(from).depth() + camera.see(to).depth()) / 2;
        parts.add(new Part(depth + nearer, paint));
    }

    private Ball ball(Vec3 middle, double metres) {
        Spot spot = camera.see(middle);
        return new Ball(spot.x(), spot.y(), spot.scale() * metres);
    }

    /// A two-part limb, clothed down to `length` (1: the joint `b`; 2: the end `c`) and bare below.
    private void dressed(Colour cloth, double length, Ball a, Ball b, Ball muscle, Ball c) {
        Limb bare = new Limb(person.skin(), b, muscle, c);
        if (length <= 1) {
            brush.lit(new Limb(person.skin(), a, b), bare);
            brush.lit(new Limb(cloth, a, a.towards(b, length).times(1.1)));
        } else {
            boolean full = length > 1.95;
            if (!full) brush.lit(bare);
            Ball end = b.towards(c, Math.min(1, length - 1)).times(1.1);
            brush.lit(
                    new Limb(cloth, a, b),
                    length > 1.28 ? new Limb(cloth, b, muscle, end) : new Limb(cloth, b, end));
        }
    }

    private void torso(Body body) {
        Ball left = ball(body.leftArm().shoulder(), 0.068);
        Ball right = ball(body.rightArm().shoulder(), 0.068);
        Ball nape = ball(body.neck(), 0.075);
        Ball chest = trunk(body, 0, 0.34, 0.122);
        Ball belly = trunk(body, 0, 0.1, 0.118);
        Ball leftWaist = trunk(body, 0.062, 0.16, 0.09);
        Ball rightWaist = trunk(body, -0.062, 0.16, 0.09);
        Ball leftHem = hip(body.leftLeg(), 0.01, 0.082);
        Ball rightHem = hip(body.rightLeg(), 0.01, 0.082);
        brush.lit(
                new Limb(outfit.shirt(), leftWaist, rightWaist, belly, leftHem, rightHem),
                new Limb(outfit.shirt(), left, right, nape, chest, leftWaist, rightWaist));
        Spot collar = camera.see(HeadPainter.neckBase(body));
        double k = collar.scale();
        brush.ellipse(outfit.shirt().shade(0.78), collar.x(), collar.y(), 0.06 * k, 0.052 * k, 0);
    }

    private void seat(Body body) {
        Ball middle = trunk(body, 0, -0.03, 0.09);
        Limb seat =
                new Limb(
                        outfit.trousers(),
                        hip(body.leftLeg(), 0, 0.088),
                        hip(body.rightLeg(), 0, 0.088),
                        middle);
        brush.lit(seat);
    }

    private Ball hip(Leg leg, double up, double metres) {
        return ball(leg.hip().plus(new Vec3(0, up, 0)), metres);
    }

    /// A ball in the torso, offset left of the spine and above the pelvis.
    private Ball trunk(Body body, double left, double up, double metres) {
        return ball(body.pelvis().plus(body.torso().of(left, up, 0)), metres);
    }
}
