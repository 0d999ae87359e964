package org.hrscope.capture.figure;

import static org.hrscope.capture.figure.Ease.ramp;

import org.hrscope.capture.figure.Body.Head;
import org.hrscope.capture.figure.Brush.Ball;
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

        Ball neck = Ball.of(camera.see(body.neck()), 0.05);
        brush.lit(skin.shade(0.92), neck, Ball.of(middle, 0.045));
        ear(head, 1, facing, false);
        ear(head, -1, facing, false);
        Colour back = person.hair().towards(skin.shade(0.8), ramp(0.05, 0.35, facing));
        brush.ellipse(back.shade(0.9), middle.x(), middle.y(), r * 0.88, r * 1.15, tilt);
        double face = ramp(-0.4, 0.1, facing);
        if (face > 0.02) {
            Spot at = camera.see(head.at(0, -0.02, 0.028));
            double half = 0.74 * Math.sqrt(Math.max(0.35, Math.abs(facing))) * face;
            brush.ellipse(skin.shade(0.93), at.x(), at.y(), r * half, r * 0.95, tilt);
            brush.ellipse(
                    skin, at.x() - r * 0.05, at.y() - r * 0.07, r * half * 0.86, r * 0.84, tilt);
        }
        Spot crown = camera.see(head.at(0, 0.075, -0.01));
        brush.ellipse(person.hair(), crown.x(), crown.y(), r * 0.86, r * 0.62, tilt);
        brush.ellipse(
                person.hair().shade(1.25),
                crown.x() - r * 0.2,
                crown.y() - r * 0.2,
                r * 0.42,
                r * 0.24,
                tilt - 0.4);
        ear(head, 1, facing, true);
        ear(head, -1, facing, true);
        eye(head, 1, tilt, openEyes);
        eye(head, -1, tilt, openEyes);
        noseAndMouth(head, tilt, facing);
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
        Spot brow = camera.see(head.at(side * 0.038, 0.056, 0.09));
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
        brush.ellipse(
                person.skin().shade(0.74), nose.x(), nose.y(), 0.013 * k * seen, 0.014 * k, tilt);
        double smiling = ramp(0.1, 0.35, facing);
        if (smiling < 0.05) return;
        Spot mouth = camera.see(head.at(0, -0.055, 0.1));
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
