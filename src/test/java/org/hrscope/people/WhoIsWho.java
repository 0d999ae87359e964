package org.hrscope.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;

/// Compares who was followed with who truly walked there. Identities are read where a figure touches no other: there it
/// is plain who is who.
public final class WhoIsWho {
    private final Map<Integer, Integer> identityOf = new HashMap<>();
    private final Set<Integer> identities = new HashSet<>();
    private final Set<Integer> met = new HashSet<>();
    private int swappedMeeting;
    private int swappedApart;
    private int seenApart;
    private int thereApart;

    /// @param truth by figure
    /// @param found by identity
    public void compare(Map<Integer, List<Keypoint>> truth, Map<Integer, List<Keypoint>> found) {
        identities.addAll(found.keySet());
        truth.forEach((who, joints) -> {
            BoundingBox box = box(joints);
            boolean touched =
                    truth.values().stream()
                            .anyMatch(other ->
                                    other != joints && stands(joints).overlap(stands(other)) > 0);
            if (touched) met.add(who);
            // At the edge they are half seen.
            boolean whole = box.x() >= 0 && box.x() + box.width() <= DemoSource.WIDTH;
            if (touched || !whole) return;
            thereApart++;
            found.forEach((identity, pose) -> {
                if (!same(pose, joints, box)) return;
                seenApart++;
                Integer before = identityOf.put(who, identity);
                boolean justMet = met.remove(who);
                if (before == null || before.equals(identity)) return;
                if (justMet) swappedMeeting++;
                else swappedApart++;
            });
        });
    }

    /// Identities changed in a meeting; one swap changes two.
    public int swappedMeeting() {
        return swappedMeeting;
    }

    public int swappedApart() {
        return swappedApart;
    }

    /// All that were ever given.
    public int identities() {
        return identities.size();
    }

    /// The last one of each figure.
    public Map<Integer, Integer> identityOf() {
        return Map.copyOf(identityOf);
    }

    /// Share of the figures apart whose pose was right: more than to be followed.
    public double seen() {
        return (double) seenApart / thereApart;
    }

    @Override
    public String toString() {
        return String.format(
                "identities changed %d times in meeting, %d apart; %d of %d seen apart; %d identities",
                swappedMeeting, swappedApart, seenApart, thereApart, identities());
    }

    /// Most joints of the body lie within a seventh of its height.
    private static boolean same(List<Keypoint> found, List<Keypoint> truth, BoundingBox box) {
        int near = 0;
        for (int i = 5; i < truth.size(); i++) {
            double off =
                    Math.hypot(
                            found.get(i).x() - truth.get(i).x(),
                            found.get(i).y() - truth.get(i).y());
            if (off < box.height() / 7) near++;
        }
        return near >= 8;
    }

    /// With the body's width round the bones.
    private static BoundingBox stands(List<Keypoint> joints) {
        BoundingBox box = box(joints);
        return BoundingBox.around(
                box.centerX(),
                box.centerY(),
                Math.max(box.width(), box.height() * 0.45),
                box.height());
    }

    /// Round all joints.
    public static BoundingBox box(List<Keypoint> joints) {
        double left = joints.stream().mapToDouble(Keypoint::x).min().orElseThrow();
        double top = joints.stream().mapToDouble(Keypoint::y).min().orElseThrow();
        double right = joints.stream().mapToDouble(Keypoint::x).max().orElseThrow();
        double bottom = joints.stream().mapToDouble(Keypoint::y).max().orElseThrow();
        return new BoundingBox(left, top, right - left, bottom - top);
    }
}
