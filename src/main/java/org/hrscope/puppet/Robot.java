package org.hrscope.puppet;

import org.hrscope.puppet.Paper.Card;

/// A robot folded from card, with a screen for a face. Without state.
final class Robot extends Costume {
    private static final int CARD = 0xFFF6EBDD;
    private static final int SHADE = 0xFFE3D2BC;
    private static final int TEAL = 0xFF3AA6A0;
    private static final int INK = 0xFF23405A;
    private static final int CORAL = 0xFFF07F65;
    private static final int YELLOW = 0xFFF6C453;
    private static final int GLOW = 0xFF9BF0E1;

    @Override
    void back(PuppetPose pose, Paper paper) {
        if (pose.turn() > 0) return;
        Pin pin = trunkPin(pose);
        paper.card(pin, new Card(0, -1, wide(pose, 6.5), 7, 2.4), CORAL);
        paper.line(pin, 0.9, CARD, -wide(pose, 3), -3, wide(pose, 3), -3);
        paper.line(pin, 0.9, CARD, -wide(pose, 3), 0, wide(pose, 3), 0);
    }

    @Override
    void leg(PuppetPose pose, int side, Paper paper) {
        double unit = unit(pose);
        Spot[] leg = pose.leg(side);
        paper.limb(leg[0], 3.2 * unit, leg[1], 2.8 * unit, SHADE);
        Pin foot = footPin(pose, side);
        double toes = toes(pose, side);
        paper.blob(
                foot,
                CORAL,
                -3.6 + toes,
                4.6,
                -3.4 + 1.2 * toes,
                0.6,
                2.2 * toes,
                -1.2,
                3.4 + 1.2 * toes,
                0.6,
                3.6 + 3.4 * Math.max(0, toes),
                4.6);
        paper.limb(leg[1], 2.8 * unit, leg[2].towards(leg[1], 0.12), 3.3 * unit, CARD);
        paper.disc(leg[1], 2.5 * unit, TEAL);
        paper.disc(leg[1], 1 * unit, CARD);
    }

    @Override
    void trunk(PuppetPose pose, Paper paper) {
        Pin pin = trunkPin(pose);
        double half = wide(pose, 11.5);
        paper.card(pin, new Card(0, 13, half * 0.72, 5.2, 4), TEAL);
        Spot neck = pose.neck();
        paper.limb(neck, 2 * pin.unit(), pose.headCentre(), 2 * pin.unit(), INK);
        paper.card(pin, new Card(0, -2.4, half, 14, 6.5), CARD);
        if (pose.turn() <= 0) return;
        Pin screen = pin.moved(5 * pose.head().facing() * (1 - pose.turn()), 0);
        paper.card(screen, new Card(0, -4, half * 0.66, 6.4, 3), INK);
        paper.lift(0);
        paper.blob(
                screen, CORAL, 0, -1, -3.1, -4.2, -2.5, -6.8, -1, -7.1, 0, -6, 1, -7.1, 2.5, -6.8,
                3.1, -4.2);
        for (int i = -1; i <= 1; i++) {
            paper.oval(screen, 0.36 * half * i, 6.6, 1.15, 1.15, i == 0 ? YELLOW : TEAL);
        }
        paper.lift(0.9 * pin.unit());
    }

    @Override
    void head(PuppetPose pose, Paper paper) {
        Pin pin = headPin(pose);
        PuppetPose.Head head = pose.head();
        double look = 2.6 * head.facing();
        double nod = 1.2 * head.nod();
        paper.limb(
                pin.spot(0, -9),
                0.6 * pin.unit(),
                pin.spot(look * 0.5, -13.2),
                0.6 * pin.unit(),
                INK);
        paper.oval(pin, look * 0.5, -13.8, 1.9, 1.9, YELLOW);
        paper.card(pin, new Card(-9.6 + 0.35 * look, 0.4, 1.9, 3.4, 1.8), TEAL);
        paper.card(pin, new Card(9.6 + 0.35 * look, 0.4, 1.9, 3.4, 1.8), TEAL);
        paper.card(pin, new Card(0, -0.4, 9.8, 8.8, 5), CARD);
        if (head.away() > 0.5) {
            paper.line(pin, 0.8, SHADE, -5, -2, 5, -2);
            paper.line(pin, 0.8, SHADE, -5, 1, 5, 1);
            return;
        }
        paper.lift(0);
        paper.card(pin, new Card(look * 0.75, 0.2 + 0.5 * nod, 7.2, 5.8, 3.6), INK);
        Pin face = pin.moved(look * 1.5, nod);
        paper.oval(face, -2.9, -0.9, 1.35, 1.85, GLOW);
        paper.oval(face, 2.9, -0.9, 1.35, 1.85, GLOW);
        paper.line(face, 0.75, GLOW, -1.9, 2.5, 0, 3.5, 1.9, 2.5);
        paper.lift(0.9 * pin.unit());
    }

    @Override
    void arm(PuppetPose pose, int side, Paper paper) {
        double unit = unit(pose);
        Spot[] arm = pose.arm(side);
        PuppetPose.Limb limb = side > 0 ? pose.leftArm() : pose.rightArm();
        paper.limb(arm[0], 2.9 * unit, arm[1], 2.5 * unit, SHADE);
        Spot hand = arm[2].on(limb.lower(), 1.8 * unit);
        paper.limb(arm[2], 2.2 * unit, hand.on(limb.lower(), 1.6 * unit), 2.9 * unit, CORAL);
        paper.disc(hand.on(limb.lower() + side * Math.PI / 2, 2.5 * unit), 1.2 * unit, CORAL);
        paper.limb(arm[1], 2.5 * unit, arm[2].towards(arm[1], 0.08), 3 * unit, CARD);
        paper.disc(arm[1], 2.2 * unit, TEAL);
        paper.disc(arm[1], 0.9 * unit, CARD);
        paper.disc(arm[0], 3.6 * unit, TEAL);
        paper.disc(arm[0], 1.3 * unit, CARD);
    }
}
