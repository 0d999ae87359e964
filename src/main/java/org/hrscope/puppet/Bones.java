package org.hrscope.puppet;

/// Lengths of a puppet's bones, in pixels; left and right are alike.
///
/// @param spine     from between the hips to between the shoulders
/// @param shoulders from one to the other
/// @param head      from between the shoulders to between the ears
record Bones(
        double spine,
        double shoulders,
        double hips,
        double head,
        double upperArm,
        double forearm,
        double thigh,
        double shank) {

    static final int COUNT = 8;

    /// Of a body's height, between COCO's joints.
    static final Bones USUAL = new Bones(0.285, 0.215, 0.125, 0.12, 0.165, 0.147, 0.243, 0.24);

    private static final double TOP = 0.075;

    /// Of the height, from ankle to sole.
    static final double FOOT = 0.05;

    static Bones of(double[] lengths) {
        return new Bones(
                lengths[0],
                lengths[1],
                lengths[2],
                lengths[3],
                lengths[4],
                lengths[5],
                lengths[6],
                lengths[7]);
    }

    double[] lengths() {
        return new double[] {spine, shoulders, hips, head, upperArm, forearm, thigh, shank};
    }

    /// Of a body that stands, from its sole to the top of its head.
    double height() {
        return (spine + head + thigh + shank) / (1 - TOP - FOOT);
    }
}
