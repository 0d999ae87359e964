package org.hrscope.motion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hrscope.domain.Pose;

/// One joint's x over the last seconds: as the network found it, and what the one-euro filter makes of it with these
/// settings, whether or not they are in use. Immutable.
///
/// @param points oldest first
public record JointCurve(List<Point> points) {

    /// @param seconds before the newest, at most 0
    /// @param raw     in image pixels; NaN where the joint was not seen
    /// @param smooth  in image pixels; NaN where the joint was not seen
    public record Point(double seconds, double raw, double smooth) {}

    /// @param least joints below this score may be anywhere
    public static JointCurve of(
            Collection<RecentPoses.Moment> moments, int joint, OneEuro settings, double least) {
        PoseSmoothing smoothing = new PoseSmoothing();
        List<Point> points = new ArrayList<>(moments.size());
        long newest = moments.stream().mapToLong(RecentPoses.Moment::nanos).max().orElse(0);
        for (RecentPoses.Moment moment : moments) {
            Pose raw = moment.raw();
            if (joint < 0 || joint >= raw.keypoints().size()) continue;
            Pose one = new Pose(List.of(raw.keypoints().get(joint)), raw.box());
            Pose smooth = smoothing.next(one, moment.nanos(), settings);
            boolean seen = one.keypoints().getFirst().score() >= least;
            points.add(
                    new Point(
                            (moment.nanos() - newest) / 1e9,
                            seen ? one.keypoints().getFirst().x() : Double.NaN,
                            seen ? smooth.keypoints().getFirst().x() : Double.NaN));
        }
        return new JointCurve(List.copyOf(points));
    }
}
