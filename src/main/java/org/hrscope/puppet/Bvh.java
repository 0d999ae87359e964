package org.hrscope.puppet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hrscope.puppet.PuppetPose.Limb;

/// A motion in Biovision's format, which animation programs read. The figure faces the viewer at rest, arms and legs
/// hanging; y is up, z towards the viewer, lengths are centimetres. Limbs turn about z only. The trunk also turns about
/// y, as far as its width says, and what hangs on it turns back, so that seen along z every joint is where the puppet's
/// is. One thread.
///
/// See https://research.cs.wisc.edu/graphics/Courses/cs-838-1999/Jeff/BVH.html
final class Bvh {
    private static final String TRUNK =
            "CHANNELS 6 Xposition Yposition Zposition Zrotation Xrotation Yrotation";
    private static final String LIMB = "CHANNELS 3 Zrotation Xrotation Yrotation";

    /// About y first, to undo the trunk's turn.
    private static final String ON_TRUNK = "CHANNELS 3 Yrotation Xrotation Zrotation";

    private final MotionClip clip;
    private final double unit;
    private final StringBuilder text = new StringBuilder();
    private final List<Double> row = new ArrayList<>();
    private List<Double> before = List.of();

    Bvh(MotionClip clip) {
        this.clip = clip;
        unit = clip.unit();
    }

    String text() {
        text.setLength(0);
        hierarchy(clip.frames().getFirst().bones());
        text.append("MOTION\nFrames: ").append(clip.frames().size()).append('\n');
        text.append("Frame Time: ").append(number(1.0 / clip.framesASecond(), 6)).append('\n');
        double left = clip.left();
        double floor = clip.floor();
        for (PuppetPose pose : clip.frames()) {
            motion(pose, (pose.hips().x() - left) * unit, (floor - pose.hips().y()) * unit);
        }
        return text.toString();
    }

    private void hierarchy(Bones bones) {
        double shoulder = bones.shoulders() / 2;
        double hip = bones.hips() / 2;
        text.append("HIERARCHY\n");
        open("ROOT Hips", 0, 0, TRUNK);
        open("JOINT Neck", 0, bones.spine(), ON_TRUNK);
        end(0, bones.head());
        close();
        for (int side = 1; side >= -1; side -= 2) {
            String name = side > 0 ? "JOINT Left" : "JOINT Right";
            open(name + "Arm", side * shoulder, bones.spine(), ON_TRUNK);
            open(name + "ForeArm", 0, -bones.upperArm(), LIMB);
            end(0, -bones.forearm());
            close();
            close();
        }
        for (int side = 1; side >= -1; side -= 2) {
            String name = side > 0 ? "JOINT Left" : "JOINT Right";
            open(name + "UpLeg", side * hip, 0, ON_TRUNK);
            open(name + "Leg", 0, -bones.thigh(), LIMB);
            end(0, -bones.shank());
            close();
            close();
        }
        close();
    }

    private void open(String joint, double x, double y, String channels) {
        text.append(joint).append("\n{\n");
        offset(x, y);
        text.append(channels).append('\n');
    }

    private void end(double x, double y) {
        text.append("End Site\n{\n");
        offset(x, y);
        text.append("}\n");
    }

    private void offset(double x, double y) {
        text.append("OFFSET ").append(number(x * unit, 4)).append(' ');
        text.append(number(y * unit, 4)).append(" 0\n");
    }

    private void close() {
        text.append("}\n");
    }

    private void motion(PuppetPose pose, double x, double y) {
        row.clear();
        // Someone who shows their right side has turned to the right of the image.
        double yaw = -pose.near() * Math.acos(Math.clamp(pose.turn(), -1, 1));
        double spine = pose.spine();
        row.add(x);
        row.add(y);
        row.add(0.0);
        angles(spine, yaw);
        angles(-yaw, pose.head().tilt() - spine);
        for (Limb limb :
                List.of(pose.leftArm(), pose.rightArm(), pose.leftLeg(), pose.rightLeg())) {
            angles(-yaw, limb.upper() - spine);
            angles(limb.lower() - limb.upper(), 0);
        }
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) text.append(' ');
            text.append(number(row.get(i), 4));
        }
        text.append('\n');
        before = List.copyOf(row);
    }

    /// The first and the last of three, in degrees; without jumps of a whole turn, over which editors would stumble.
    private void angles(double first, double last) {
        row.add(near(Math.toDegrees(Follow.wrapped(first))));
        row.add(0.0);
        row.add(near(Math.toDegrees(Follow.wrapped(last))));
    }

    private double near(double degrees) {
        if (before.isEmpty()) return degrees;
        double last = before.get(row.size());
        return last + Math.IEEEremainder(degrees - last, 360);
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
