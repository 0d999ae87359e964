package org.hrscope.puppet;

import java.util.ArrayList;
import java.util.List;

/// A fox that stands upright; its brush wags as it moves. Without state.
final class Fox extends Costume {
    private static final int FUR = 0xFFEF8E44;
    private static final int DARK = 0xFFD9742F;
    private static final int CREAM = 0xFFFFF3E2;
    private static final int SOCK = 0xFF4E352F;
    private static final int INK = 0xFF3A2723;
    private static final int SCARF = 0xFF4C9F8A;
    private static final int SCARF_SHADE = 0xFF3C8573;

    @Override
    void back(PuppetPose pose, Paper paper) {
        double unit = unit(pose);
        // Sways once a step or so, and away from where the fox looks.
        double sway = Math.sin(pose.hips().x() / (4 * unit) + 2.5 * pose.leftLeg().upper());
        double side = pose.head().facing() > 0 && Math.abs(pose.turn()) < 0.6 ? -1 : 1;
        double angle = pose.spine() + side * (1.95 + 0.22 * sway + 0.25 * Math.abs(pose.turn()));
        Spot root = pose.hips().on(pose.spine() + Math.PI, 2 * unit);
        Spot middle = root.on(angle, 15 * unit);
        Spot end = middle.on(angle + side * (0.75 + 0.18 * sway), 15 * unit);
        Spot tip = end.on(angle + side * (0.95 + 0.25 * sway), 8 * unit);
        paper.blob(
                FUR, brush(List.of(root, middle, end, tip), new double[] {2, 6, 6.2, 0.4}, unit));
        paper.lift(0);
        Spot from = middle.towards(end, 0.74);
        paper.blob(
                CREAM,
                brush(
                        List.of(from, end.towards(tip, 0.12), tip),
                        new double[] {5.3, 6, 0.4},
                        unit));
        paper.lift(0.9 * unit);
    }

    /// Round a line of spots, with half a width at each.
    private static List<Spot> brush(List<Spot> line, double[] half, double unit) {
        List<Spot> one = new ArrayList<>();
        List<Spot> other = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Spot before = line.get(Math.max(0, i - 1));
            Spot after = line.get(Math.min(line.size() - 1, i + 1));
            double across = before.angle(after) + Math.PI / 2;
            one.add(line.get(i).on(across, half[i] * unit));
            other.addFirst(line.get(i).on(across, -half[i] * unit));
        }
        one.addAll(other);
        return one;
    }

    @Override
    void leg(PuppetPose pose, int side, Paper paper) {
        double unit = unit(pose);
        Spot[] leg = pose.leg(side);
        paper.limb(leg[0], 4.6 * unit, leg[1], 3 * unit, FUR);
        Pin foot = footPin(pose, side);
        double toes = toes(pose, side);
        paper.oval(foot, 2.4 * toes, 2.4, 4.4, 2.5, SOCK);
        paper.lift(0);
        paper.limb(leg[1], 3 * unit, leg[2], 2.3 * unit, FUR);
        paper.limb(leg[1].towards(leg[2], 0.5), 2.7 * unit, leg[2], 2.5 * unit, SOCK);
        paper.lift(0.9 * unit);
    }

    @Override
    void trunk(PuppetPose pose, Paper paper) {
        Pin pin = trunkPin(pose);
        double half = wide(pose, 10.5);
        Pin body = pin.wide(half);
        paper.blob(
                body, FUR, 0, -16, -0.7, -14.5, -0.92, -9, -0.95, 2, -1, 11, -0.6, 18, 0, 19.4, 0.6,
                18, 1, 11, 0.95, 2, 0.92, -9, 0.7, -14.5);
        if (pose.turn() > 0) {
            double shift = 4 * pose.head().facing() * (1 - pose.turn());
            Pin belly = pin.moved(shift, 0).wide(half * (0.36 + 0.24 * pose.turn()));
            paper.lift(0);
            paper.blob(
                    belly, CREAM, 0, -12, -1, -7, -1.02, 5, -0.7, 14, 0, 16.6, 0.7, 14, 1.02, 5, 1,
                    -7);
            paper.lift(0.9 * pin.unit());
        }
        scarf(pose, pin, half, paper);
    }

    private static void scarf(PuppetPose pose, Pin pin, double half, Paper paper) {
        double end = pose.turn() > 0 ? 0.42 : -0.5;
        Pin tail = pin.moved(end * half, 0);
        paper.blob(tail, SCARF_SHADE, -2.2, -13, 2, -13, 3.4, -3, 0.6, -1.6, -2.4, -3);
        Pin neck = pin.wide(half);
        paper.blob(
                neck, SCARF, -0.74, -16.4, 0, -18, 0.74, -16.4, 0.82, -13.2, 0, -10.8, -0.82,
                -13.2);
    }

    @Override
    void head(PuppetPose pose, Paper paper) {
        Pin pin = headPin(pose);
        PuppetPose.Head head = pose.head();
        double look = 3.4 * head.facing();
        double nod = 1.3 * head.nod();
        boolean away = head.away() > 0.5;
        ear(pin, -1, look, away, paper);
        ear(pin, 1, look, away, paper);
        paper.blob(
                pin, FUR, 0, -8.6, -5.6, -7.4, -9, -2.6, -12.2, 3.6, -7.6, 5.9, -4, 8.2, 0, 9, 4,
                8.2, 7.6, 5.9, 12.2, 3.6, 9, -2.6, 5.6, -7.4);
        if (away) return;
        paper.lift(0);
        for (int side = -1; side <= 1; side += 2) {
            double near = 1 - 0.3 * side * -head.facing();
            Pin cheek = pin.wide(side);
            double x = side * look;
            double lid = 0.7 * x + 4.2 * near;
            paper.blob(
                    cheek,
                    CREAM,
                    0.9 * x,
                    2.6 + nod,
                    lid,
                    0.3 + nod,
                    0.4 * x + 8.6,
                    2.7,
                    11,
                    3.7,
                    7.4,
                    5.5,
                    4,
                    7.6,
                    0,
                    8.4);
            Pin eye = pin.moved(1.1 * look + side * 4.4 * near, nod);
            paper.oval(eye, 0, -1.6, 1.15, 1.6, INK);
            paper.oval(eye, 0.4, -2.2, 0.38, 0.45, CREAM);
        }
        double bridge = 0.85 * look;
        double low = nod - 3;
        paper.blob(
                pin,
                DARK,
                0.5 * look,
                -7.4,
                bridge - 1.4,
                low,
                1.2 * look,
                1.4 + nod,
                bridge + 1.4,
                low);
        paper.oval(pin, 1.35 * look, 4.6 + nod, 3.5, 2.5, CREAM);
        paper.oval(pin, 1.6 * look, 3.1 + nod, 1.75, 1.25, INK);
        Pin mouth = pin.moved(1.5 * look, nod);
        double lip = 0.05 * look;
        paper.line(mouth, 0.6, INK, -1.7, 5.6, -0.8, 6.1, lip, 5.3, 0.8, 6.1, 1.7, 5.6);
        paper.lift(0.9 * pin.unit());
    }

    private static void ear(Pin pin, int side, double look, boolean away, Paper paper) {
        Pin ear = pin.moved(side * 5.6 - 0.35 * look, 0).wide(side);
        paper.blob(ear, FUR, -3.6, -4.4, -1.2, -9, 2.2, -14.6, 3.2, -9, 3.6, -4.4);
        if (away) return;
        paper.lift(0);
        paper.blob(ear, SOCK, -1.6, -6.4, -0.1, -9.2, 1.9, -12.6, 2.1, -9.2, 1.6, -6.4);
        paper.lift(0.9 * pin.unit());
    }

    @Override
    void arm(PuppetPose pose, int side, Paper paper) {
        double unit = unit(pose);
        Spot[] arm = pose.arm(side);
        PuppetPose.Limb limb = side > 0 ? pose.leftArm() : pose.rightArm();
        paper.limb(arm[0], 3.4 * unit, arm[1], 2.5 * unit, FUR);
        paper.lift(0);
        paper.limb(arm[1], 2.5 * unit, arm[2], 2.1 * unit, FUR);
        Spot paw = arm[2].on(limb.lower(), 2 * unit);
        paper.limb(arm[1].towards(arm[2], 0.55), 2.35 * unit, arm[2], 2.3 * unit, SOCK);
        paper.disc(paw, 2.9 * unit, SOCK);
        paper.lift(0.9 * unit);
    }
}
