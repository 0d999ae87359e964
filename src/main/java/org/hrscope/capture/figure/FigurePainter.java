package org.hrscope.capture.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hrscope.capture.figure.Body.Arm;
import org.hrscope.capture.figure.Body.Leg;
import org.hrscope.capture.figure.Brush.Ball;
import org.hrscope.capture.figure.Camera.Spot;

/// Draws a body part by part, the furthest first.
final class FigurePainter {
    private static final double HAND_RADIUS = 0.024;

    private final Camera camera;
    private final Brush brush;
    private final Person person;
    private final Outfit outfit;
    private final List<Part> parts = new ArrayList<>();

    private record Part(double depth, Runnable paint) {}

    FigurePainter(Camera camera, Brush brush, Person person, Outfit outfit) {
        this.camera = camera;
        this.brush = brush;
        this.person = person;
        this.outfit = outfit;
    }

    /// @param openEyes 0 when they are shut
    void paint(Body body, double openEyes) {
        parts.clear();
        arm(body.leftArm());
        arm(body.rightArm());
        leg(body.leftLeg());
        leg(body.rightLeg());
        Spot neck = camera.see(body.neck());
        Spot pelvis = camera.see(body.pelvis());
        parts.add(new Part((neck.depth() + pelvis.depth()) / 2, () -> torso(body)));
        HeadPainter head = new HeadPainter(camera, brush, person);
        Spot middle = camera.see(body.head().centre());
        parts.add(new Part(middle.depth() + 0.02, () -> head.paint(body, openEyes)));
        parts.sort(Comparator.comparingDouble(Part::depth));
        for (Part part : parts) part.paint.run();
    }

    private void arm(Arm arm) {
        Spot shoulder = camera.see(arm.shoulder());
        Spot elbow = camera.see(arm.elbow());
        Spot wrist = camera.see(arm.wrist());
        Spot hand = camera.see(arm.hand());
        add(
                shoulder,
                elbow,
                0,
                () ->
                        sleeve(
                                person.skin(),
                                outfit.shirt(),
                                outfit.sleeve(),
                                Ball.of(shoulder, 0.058),
                                Ball.of(elbow, 0.045)));
        add(
                elbow,
                wrist,
                0.01,
                () ->
                        sleeve(
                                person.skin(),
                                outfit.shirt(),
                                outfit.sleeve() - 1,
                                Ball.of(elbow, 0.044),
                                Ball.of(wrist, 0.031)));
        add(
                wrist,
                hand,
                0.02,
                () ->
                        brush.lit(
                                person.skin(),
                                Ball.of(wrist, 0.03),
                                Ball.of(wrist, 0.036).towards(Ball.of(hand, 0.036), 0.5),
                                Ball.of(hand, HAND_RADIUS)));
    }

    private void leg(Leg leg) {
        Spot hip = camera.see(leg.hip());
        Spot knee = camera.see(leg.knee());
        Spot ankle = camera.see(leg.ankle());
        Spot heel = camera.see(leg.heel());
        Spot toe = camera.see(leg.toe());
        add(
                hip,
                knee,
                0,
                () ->
                        sleeve(
                                person.skin(),
                                outfit.trousers(),
                                outfit.leg(),
                                Ball.of(hip, 0.087),
                                Ball.of(knee, 0.06)));
        add(
                knee,
                ankle,
                0.01,
                () ->
                        sleeve(
                                person.skin(),
                                outfit.trousers(),
                                outfit.leg() - 1,
                                Ball.of(knee, 0.058),
                                Ball.of(ankle, 0.04)));
        add(
                ankle,
                toe,
                0.02,
                () ->
                        brush.lit(
                                outfit.shoe(),
                                Ball.of(ankle, 0.043),
                                Ball.of(heel, Anatomy.HEEL_RADIUS),
                                Ball.of(toe, Anatomy.TOE_RADIUS)));
    }

    private void add(Spot from, Spot to, double nearer, Runnable paint) {
        parts.add(new Part((from.depth() + to.depth()) / 2 + nearer, paint));
    }

    /// A limb in cloth down to `length` (1: all of it), bare below.
    private void sleeve(Colour skin, Colour cloth, double length, Ball from, Ball to) {
        if (length < 1) brush.lit(skin, from, to);
        if (length <= 0) return;
        Ball end = length < 1 ? from.towards(to, length) : to;
        if (length < 1) end = new Ball(end.x(), end.y(), end.radius() * 1.12);
        brush.lit(cloth, from, end);
    }

    private void torso(Body body) {
        Ball left = Ball.of(camera.see(body.leftArm().shoulder()), 0.07);
        Ball right = Ball.of(camera.see(body.rightArm().shoulder()), 0.07);
        Ball leftHip = Ball.of(camera.see(body.leftLeg().hip()), 0.075);
        Ball rightHip = Ball.of(camera.see(body.rightLeg().hip()), 0.075);
        Ball chest = Ball.of(camera.see(body.pelvis().plus(body.torso().of(0, 0.33, 0.01))), 0.122);
        Ball waist = Ball.of(camera.see(body.pelvis().plus(body.torso().of(0, 0.13, 0))), 0.106);
        Ball base = Ball.of(camera.see(body.pelvis()), 0.1);
        brush.lit(
                outfit.shirt(),
                left.towards(right, 0.03),
                right.towards(left, 0.03),
                chest,
                waist,
                leftHip,
                rightHip);
        brush.lit(outfit.trousers(), leftHip, rightHip, base);
    }
}
