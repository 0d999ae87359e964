package org.hrscope.capture.figure;

import static org.hrscope.capture.figure.Ease.ramp;

import org.hrscope.capture.figure.Body.Head;
import org.hrscope.capture.figure.Brush.Ball;
import org.hrscope.capture.figure.Brush.Limb;
import org.hrscope.capture.figure.Camera.Spot;

/// Draws neck, hair and face. What turns out of view shrinks to nothing rather than vanishing.
final class HeadPainter {
    private static final double RADIUS = 0.105;
    private static final Colour WHITE = Colour.of(0xF4F2EE);
    private static final Colour PUPIL = Colour.of(0x1C1A1E);
    private static final Colour LIPS = Colour.of(0x9C3F3C);

    private final Camera camera;
    private final Brush brush;
    private final Person person;

    HeadPainter(Camera camera, Brush brush, Person person) {
        this.camera = camera;
        this.brush = brush;
        this.person = person;
    }

    /// The height of the hair above the head's middle, metres.
    static double top() {
        return RADIUS * 1.15;
    }

    void paint(Body body, double openEyes) {
        Head head = body.head();
        Colour skin = person.skin();
        Spot middle = camera.see(head.centre());
        Spot up = camera.see(head.at(0, 0.1, 0));
        double tilt = Math.atan2(up.x() - middle.x(), middle.y() - up.y());
        double facing = camera.turn().of(head.turn().of(Vec3.FRONT)).z();
        double r = RADIUS * middle.scale();

        Spot neck = camera.see(body.neck().plus(body.torso().of(0, 0.012, 0.012)));
        brush.lit(
                new Limb(
                        skin.shade(0.92),
                        new Ball(neck.x(), neck.y(), 0.049 * neck.scale()),
                        new Ball(middle.x(), middle.y(), 0.046 * middle.scale())));
        ear(head, 1, facing, false);
        ear(head, -1, facing, false);
        Colour back = person.hair().towards(skin.shade(0.8), ramp(0.05, 0.35, facing));
        double side = 1 - Math.abs(facing);
        brush.ellipse(
                back.shade(0.9), middle.x(), middle.y(), r * (0.88 + 0.1 * side), r * 1.15, tilt);
        double face = ramp(-0.4, 0.1, facing);
        if (face > 0.02) {
            Spot at = camera.see(head.at(0, -0.02, 0.034));
            double half = (0.74 - 0.16 * side) * face;
            brush.ellipse(skin.shade(0.93), at.x(), at.y(), r * half, r * 0.95, tilt);
            brush.ellipse(
                    skin, at.x() - r * 0.05, at.y() - r * 0.07, r * half * 0.86, r * 0.84, tilt);
        }
        hair(head, tilt, r, side);
        ear(head, 1, facing, true);
        ear(head, -1, facing, true);
        eye(head, 1, tilt, openEyes);
        eye(head, -1, tilt, openEyes);
        noseAndMouth(head, tilt, facing);
    }

    /// The cap of hair on top; the back of the head is hair already.
    private void hair(Head head, double tilt, double r, double side) {
        Spot crown = camera.see(head.at(0, 0.094, -0.014));
        Colour colour = person.hair();
        brush.ellipse(colour, crown.x(), crown.y(), r * (0.86 + 0.08 * side), r * 0.43, tilt);
        Spot tuft = camera.see(head.at(-0.02, 0.108, 0.02));
        brush.ellipse(colour.shade(1.2), tuft.x(), tuft.y(), r * 0.5, r * 0.2, tilt - 0.2);
    }

    /// Those behind the head are drawn before it.
    private void ear(Head head, int side, double facing, boolean before) {
        Spot ear = camera.see(head.ear(side));
        double depth = ear.depth() - camera.see(head.centre()).depth();
        if (before != depth > -0.03) return;
        double r = 0.022 * ear.scale();
        brush.ellipse(person.skin().shade(0.84), ear.x(), ear.y(), r * 0.85, r * 1.15, 0);
        if (facing > 0) {
            brush.ellipse(person.skin().shade(0.72), ear.x(), ear.y(), r * 0.4, r * 0.6, 0);
        }
    }

    private void eye(Head head, int side, double tilt, double open) {
        Spot eye = camera.see(head.eye(side));
        double seen = ramp(0.01, 0.05, eye.depth() - camera.see(head.centre()).depth());
        if (seen < 0.05) return;
        double k = eye.scale();
        double lids = Math.max(0.15, open);
        brush.ellipse(WHITE, eye.x(), eye.y(), 0.016 * k * seen, 0.016 * k * lids, tilt);
        brush.ellipse(
                PUPIL, eye.x(), eye.y(), 0.009 * k * seen, 0.010 * k * Math.max(0.3, open), tilt);
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
        double seen = ramp(-0.15, 0.15, facing);
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
