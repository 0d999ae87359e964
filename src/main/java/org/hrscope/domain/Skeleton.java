package org.hrscope.domain;

import java.util.List;

/// The joints a network predicts: names in output order, limbs between them, and each joint's counterpart on the
/// other side (itself if it has none).
public record Skeleton(String id, List<String> joints, List<Limb> limbs, List<Integer> mirror) {

    /// A line from joint `from` to joint `to`.
    public record Limb(int from, int to) {}

    /// The side of the body a joint or limb belongs to.
    public enum Side {
        LEFT,
        RIGHT,
        CENTRE
    }

    public Skeleton {
        joints = List.copyOf(joints);
        limbs = List.copyOf(limbs);
        mirror = List.copyOf(mirror);
        if (mirror.size() != joints.size()) {
            throw new IllegalArgumentException(
                    id + ": " + mirror.size() + " twins for " + joints.size() + " joints");
        }
    }

    /// A skeleton of which only the number of joints is known.
    public static Skeleton numbered(int count) {
        List<Integer> all = java.util.stream.IntStream.range(0, count).boxed().toList();
        return new Skeleton(
                "numbered", all.stream().map(i -> "joint " + i).toList(), List.of(), all);
    }

    public int size() {
        return joints.size();
    }

    public Side side(int joint) {
        String name = joints.get(joint);
        if (name.startsWith("left")) return Side.LEFT;
        return name.startsWith("right") ? Side.RIGHT : Side.CENTRE;
    }

    /// The side both ends share, else the centre.
    public Side side(Limb limb) {
        return side(limb.from) == side(limb.to) ? side(limb.from) : Side.CENTRE;
    }
}
