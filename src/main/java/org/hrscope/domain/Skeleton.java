package org.hrscope.domain;

import java.util.List;

/// The joints that a network was taught: their names in output order, the limbs between them, and for each joint its
/// twin on the other side (itself where it has none).
public record Skeleton(String id, List<String> joints, List<Limb> limbs, List<Integer> mirror) {

    /// A line from joint `from` to joint `to`.
    public record Limb(int from, int to) {}

    /// The side of the body that a joint or limb belongs to.
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

    /// A skeleton of which nothing but the number of joints is known.
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
