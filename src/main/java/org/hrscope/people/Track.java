package org.hrscope.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.jspecify.annotations.Nullable;

/// One person's track: last pose, velocity, frames out of sight. In frames and image pixels. One thread.
final class Track {
    /// Joints above this score locate the person.
    static final double SURE = 0.3;

    private static final int ENOUGH = 3;

    /// Weight of the new box in each step, so that one wrong joint does not throw the crop off.
    private static final double AGILITY = 0.6;

    /// Weight of the new velocity in each step.
    private static final double HASTE = 0.3;

    /// Velocity decay per frame out of sight: a hidden person may have stopped.
    private static final double FADING = 0.95;

    /// Weight of the colours seen now, scaled by similarity so that a person passing in front hardly counts.
    private static final double CHANGING = 0.15;

    private int key;
    private @Nullable Clothes clothes;
    private int identity;
    private int missed;
    private int sightings = 1;
    private Pose pose;
    private BoundingBox box;
    private double velocityX;
    private double velocityY;
    private double driftX;
    private double driftY;

    /// @param key no other track's
    Track(int key, Pose pose) {
        this.key = key;
        this.pose = pose;
        box = Boxes.of(pose, SURE);
    }

    /// Names this track in the looks of frames under way.
    int key() {
        return key;
    }

    /// Looks under way for another, who is gone, are for this one.
    void takePlace(Track gone) {
        int ours = key;
        key = gone.key;
        gone.key = ours;
    }

    /// 0 until confirmed.
    int identity() {
        return identity;
    }

    void confirm(int identity) {
        this.identity = identity;
    }

    /// Takes the place of a lost track of the same person.
    void goOn(Track lost) {
        identity = lost.identity;
        sightings += lost.sightings;
    }

    int sightings() {
        return sightings;
    }

    /// Frames since the last sighting.
    int missed() {
        return missed;
    }

    /// Predicted box in the next frame.
    BoundingBox next() {
        return box.moved(driftX + velocityX, driftY + velocityY);
    }

    /// Predicted pose in the next frame.
    Pose expected() {
        double dx = driftX + velocityX;
        double dy = driftY + velocityY;
        List<Keypoint> joints =
                pose.keypoints().stream()
                        .map(k -> new Keypoint(k.x() + dx, k.y() + dy, k.score()))
                        .toList();
        return new Pose(joints, next());
    }

    void saw(Pose seen, Optional<Clothes> dressed) {
        wears(dressed);
        int frames = missed + 1;
        BoundingBox there = Boxes.of(seen, SURE);
        double dx = moved(seen, true, there.centerX() - box.centerX()) / frames;
        double dy = moved(seen, false, there.centerY() - box.centerY()) / frames;
        velocityX = mix(velocityX, dx);
        velocityY = mix(velocityY, dy);
        box = missed > 0 ? there : box.moved(dx, dy).towards(there, AGILITY);
        pose = seen;
        driftX = 0;
        driftY = 0;
        missed = 0;
        sightings++;
    }

    /// @param now as seen; empty if unclear
    void wears(Optional<Clothes> now) {
        if (now.isEmpty()) return;
        Clothes before = clothes;
        clothes =
                before == null
                        ? now.get()
                        : before.towards(now.get(), CHANGING * before.like(now.get()));
    }

    /// Similarity of the clothes of two tracks, from 0 to 1; 0 if either is unknown.
    double like(Track other) {
        Clothes ours = clothes;
        Clothes theirs = other.clothes;
        return ours == null || theirs == null ? 0 : ours.like(theirs);
    }

    /// From 0 to 1; 1 if either is unknown.
    double likeClothes(Optional<Clothes> seen) {
        Clothes before = clothes;
        return before == null ? 1 : seen.map(before::like).orElse(1.0);
    }

    void miss() {
        missed++;
        driftX += velocityX;
        driftY += velocityY;
        velocityX *= FADING;
        velocityY *= FADING;
    }

    /// Median displacement of the joints confident both before and now.
    private double moved(Pose seen, boolean horizontally, double otherwise) {
        List<Keypoint> before = pose.keypoints();
        List<Keypoint> now = seen.keypoints();
        double[] ways =
                IntStream.range(0, Math.min(before.size(), now.size()))
                        .filter(i -> before.get(i).score() > SURE && now.get(i).score() > SURE)
                        .mapToDouble(i ->
                                horizontally
                                        ? now.get(i).x() - before.get(i).x()
                                        : now.get(i).y() - before.get(i).y())
                        .toArray();
        if (ways.length < ENOUGH) return otherwise;
        Arrays.sort(ways);
        return (ways[(ways.length - 1) / 2] + ways[ways.length / 2]) / 2;
    }

    private static double mix(double from, double to) {
        return from + HASTE * (to - from);
    }
}
