package org.hrscope.ui.apply;

import org.hrscope.domain.AffineTransform2D;
import org.hrscope.puppet.PuppetPose;

/// A camera on a puppet: it follows slowly, so that steps, squats and jumps are seen, and shows all of it. One thread.
final class PuppetFraming {
    private static final double LAG_SECONDS = 0.9;

    /// After a longer gap it looks straight at the puppet.
    private static final double PAUSE_SECONDS = 1;

    /// Shares of the view's height: the puppet's, and that of the floor below its ankles.
    private static final double SHARE = 0.66;

    private static final double FLOOR = 0.12;

    /// How far it may stray sideways before the view follows at once, as a share of its height.
    private static final double ASIDE = 0.4;

    private double middle;
    private double floor;
    private double height;
    private long lastNanos;

    /// @param nanos in the source's time
    void follow(PuppetPose pose, long nanos) {
        double seconds = (nanos - lastNanos) / 1e9;
        lastNanos = nanos;
        boolean jump = height == 0 || !(seconds >= 0) || seconds > PAUSE_SECONDS;
        double share = jump ? 1 : 1 - Math.exp(-seconds / LAG_SECONDS);
        height += share * (pose.height() - height);
        floor += share * (pose.floor() - floor);
        middle += share * (pose.middle() - middle);
        double aside = ASIDE * height;
        middle = Math.clamp(middle, pose.middle() - aside, pose.middle() + aside);
    }

    /// From the image's pixels to a view of this size.
    AffineTransform2D to(double width, double high) {
        double scale = SHARE * high / Math.max(1, height);
        return AffineTransform2D.scaleThenShift(
                scale, scale, width / 2 - scale * middle, (1 - FLOOR) * high - scale * floor);
    }
}
