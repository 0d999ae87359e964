package org.hrscope.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hrscope.domain.Skeleton.Limb;
import org.jspecify.annotations.Nullable;

/// A skeleton as text, as in model metadata and our `.properties` files: `joints` (the id), `joint_names`
/// (comma-separated), `limbs` and `flip_pairs` (`5-7,7-9`, zero-based).
public final class SkeletonText {
    private SkeletonText() {}

    /// The four entries of model metadata.
    public static Map<String, String> write(Skeleton skeleton) {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("joints", skeleton.id());
        text.put("joint_names", String.join(",", skeleton.joints()));
        text.put("limbs", pairs(skeleton.limbs()));
        List<Limb> twins =
                IntStream.range(0, skeleton.size())
                        .filter(i -> skeleton.mirror().get(i) > i)
                        .mapToObj(i -> new Limb(i, skeleton.mirror().get(i)))
                        .toList();
        text.put("flip_pairs", pairs(twins));
        return text;
    }

    /// @param flipPairs if null, `left...` pairs with `right...`
    /// @throws IllegalArgumentException if a pair refers to an unknown joint
    public static Skeleton read(String id, String names, String limbs, @Nullable String flipPairs) {
        List<String> joints = List.of(names.split(",", -1));
        List<Limb> lines = pairs(limbs, joints.size());
        int[] mirror = IntStream.range(0, joints.size()).toArray();
        if (flipPairs == null) {
            Arrays.setAll(mirror, i -> twin(joints, i));
        } else {
            for (Limb pair : pairs(flipPairs, joints.size())) {
                mirror[pair.from()] = pair.to();
                mirror[pair.to()] = pair.from();
            }
        }
        return new Skeleton(id, joints, lines, Arrays.stream(mirror).boxed().toList());
    }

    private static int twin(List<String> joints, int i) {
        String joint = joints.get(i);
        int other = -1;
        if (joint.startsWith("left")) other = joints.indexOf("right" + joint.substring(4));
        if (joint.startsWith("right")) other = joints.indexOf("left" + joint.substring(5));
        return other < 0 ? i : other;
    }

    private static String pairs(List<Limb> pairs) {
        return pairs.stream().map(p -> p.from() + "-" + p.to()).collect(Collectors.joining(","));
    }

    private static List<Limb> pairs(String text, int joints) {
        List<Limb> pairs = new ArrayList<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(",")) {
            String[] ends = pair.split("-");
            if (ends.length != 2) throw new IllegalArgumentException(pair + " is not a pair");
            Limb limb = new Limb(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
            if (Math.min(limb.from(), limb.to()) < 0
                    || Math.max(limb.from(), limb.to()) >= joints) {
                throw new IllegalArgumentException(pair + " in " + joints + " joints");
            }
            pairs.add(limb);
        }
        return pairs;
    }
}
