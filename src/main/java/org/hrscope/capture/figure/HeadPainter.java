package org.hrscope.capture.figure;

import static org.hrscope.capture.figure.Ease.ramp;

import org.hrscope.capture.figure.Body.Head;
import org.hrscope.capture.figure.Brush.Ball;
import org.hrscope.capture.figure.Brush.Limb;
import org.hrscope.capture.figure.Camera.Spot;

/// Draws neck, hair and face. Features turning out of view shrink away instead of vanishing.
record HeadPainter(Camera camera, Brush brush, Complexion person) {
    /// From the centre of the head to its top, metres.
    static final double TOP = 0.121;

    private static final Colour SHINE = Colour.of(0xE8D8C8);
    private static final Colour WHITE = Colour.of(0xF4F2EE);
    private static final Colour PUPIL = Colour.of(0x1C1A1E);
    private static final Colour LIPS = Colour.of(0x9C3F3C);

    static Vec3 neckBase(Body body) {
        return body.neck().plus(body.torso().of(0, 0.022, 0.01));
    }

    void paint(Body body, double openEyes) {
        Head head = body.head();
        Colour skin = person.skin();
        Spot middle = camera.see(head.centre());
        Spot up = camera.see(head.at(0, 0.1, 0));
        double tilt = Math.atan2(up.x() - middle.x(), middle.y() - up.y());
        double facing = camera.turn().of(head.turn().of(Vec3.FRONT)).z();
        double k = middle.scale();
        double side = 1 - Math.abs(facing);

        Spot neck = camera.see(neckBase(body));
        brush.lit(
                new Limb(
                        skin.shade(0.9),
                        new Ball(neck.x(), neck.y(), 0.049 * neck.scale()),
                        new Ball(middle.x(), middle.y(), 0.046 * k)));
        ear(head, 1, false);
        ear(head, -1, false);
        brush.ellipse(skin.shade(0.76), middle.x(), middle.y(), 0.085 * k, TOP * k, tilt);
        Spot skull = camera.see(head.at(0, 0.026, -0.016));
        Colour hair = person.hair();
        brush.ellipse(hair, skull.x(), skull.y(), (0.094 + 0.008 * side) * k, 0.101 * k, tilt);
        double face = ramp(-0.4, 0.15, facing);
        if (face > 0.02) face(head, tilt, side, face);
        Spot shine = camera.see(head.at(-0.025, 0.098, 0.03));
        brush.ellipse(
                hair.towards(SHINE, 0.13), shine.x(), shine.y(), 0.044 * k, 0.015 * k, tilt - 0.3);
        ear(head, 1, true);
        ear(head, -1, true);
        eye(head, 1, tilt, facing, openEyes);
        eye(head, -1, tilt, facing, openEyes);
        noseAndMouth(head, tilt, facing);
    }

    /// From the chin up to the hairline, with a lock swept across the brow.
    ///
    /// @param side  1 in profile, 0 from the front or back
    /// @param shown visible fraction of its width
    private void face(Head head, double tilt, double side, double shown) {
        Colour skin = person.skin();
        // On a head turned away, the remaining sliver lies at the edge.
        double edge = 0.05 * (1 - shown);
        Spot at = camera.see(head.at(0, -0.029, 0.036 + edge));
        double k = at.scale();
        double half = (0.08 - 0.016 * side) * shown * k;
        double high = Math.sqrt(shown) * k;
        brush.ellipse(skin.shade(0.84), at.x(), at.y(), half, 0.094 * high, tilt);
        brush.ellipse(
                skin.shade(0.97),
                at.x() - 0.003 * k,
                at.y() - 0.005 * k,
                half * 0.93,
                0.086 * high,
                tilt);
        Spot lock = camera.see(head.at(0.022 * shown, 0.089, 0.048 + 0.5 * edge));
        brush.ellipse(person.hair(), lock.x(), lock.y(), 0.062 * shown * k, 0.026 * k, tilt + 0.22);
    }

    /// The far ear is drawn before the head.
    private void ear(Head head, int side, boolean inFront) {
        Spot ear = camera.see(head.ear(side));
        double depth = ear.depth() - camera.see(head.centre()).depth();
        if (inFront != depth > -0.03) return;
        double k = ear.scale();
        brush.ellipse(person.skin().shade(0.8), ear.x(), ear.y(), 0.018 * k, 0.026 * k, 0);
        brush.ellipse(person.skin().shade(0.95), ear.x(), ear.y(), 0.013 * k, 0.02 * k, 0);
    }

    private void eye(Head head, int side, double tilt, double facing, double open) {
        Spot eye = camera.see(head.eye(side));
        double depth = eye.depth() - camera.see(head.centre()).depth();
        double seen = ramp(0.01, 0.05, depth) * ramp(-0.1, 0.1, facing);
        if (seen < 0.05) return;
        double k = eye.scale();
        double lids = Math.max(0.15, open);
        brush.ellipse(WHITE, eye.x(), eye.y(), 0.0165 * k * seen, 0.0125 * k * lids, tilt);
        brush.ellipse(
                PUPIL, eye.x(), eye.y(), 0.0088 * k * seen, 0.0098 * k * Math.max(0.3, open), tilt);
        Spot brow = camera.see(head.at(side * 0.038, 0.055, 0.092));
        brush.ellipse(
                person.hair(),
                brow.x(),
                brow.y(),
                0.019 * k * seen,
                0.0048 * k,
                tilt + side * 0.12);
    }

    private void noseAndMouth(Head head, double tilt, double facing) {
        double seen = ramp(-0.4, -0.1, facing);
        if (seen < 0.05) return;
        Spot nose = camera.see(head.nose());
        double k = nose.scale();
        Spot bridge = camera.see(head.at(0, 0.02, 0.085));
        Spot tip = camera.see(head.at(0, -0.012, 0.108));
        brush.hull(
                person.skin().shade(0.8),
                new Ball(bridge.x(), bridge.y(), 0.006 * k * seen),
                new Ball(tip.x(), tip.y(), 0.0145 * k * seen));
        double smiling = ramp(0.1, 0.35, facing);
        if (smiling < 0.05) return;
        Spot mouth = camera.see(head.at(0, -0.058, 0.082));
        double wide = 0.027 * k * smiling;
        brush.ellipse(LIPS, mouth.x(), mouth.y(), wide, 0.012 * k, tilt);
        brush.ellipse(
                person.skin(),
                mouth.x() + Math.sin(tilt) * 0.008 * k,
                mouth.y() - Math.cos(tilt) * 0.008 * k,
                wide,
                0.010 * k,
                tilt);
    }
}
