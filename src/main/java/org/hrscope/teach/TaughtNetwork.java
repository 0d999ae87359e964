package org.hrscope.teach;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeleton.Limb;
import org.hrscope.domain.SkeletonText;
import org.hrscope.file.WholeFile;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.OnnxHead;

/// A network with taught joints after its own, as an ONNX file: its own heatmaps do not change by a bit. The names,
/// limbs and flip pairs in the metadata are extended, so the file says all that a reader needs. Any thread.
///
/// @param file   the network that was taught
/// @param from   what the joints are read from
/// @param joints at least one
public record TaughtNetwork(
        ModelFile file, OnnxHead head, List<OnnxHead.Source> from, List<TaughtJoint> joints) {
    public TaughtNetwork {
        from = List.copyOf(from);
        joints = List.copyOf(joints);
    }

    /// @throws Problem `teach.named` if a name is there already, `teach.name` if it cannot be one
    public static void check(String name, Skeleton skeleton) throws Problem {
        if (name.isBlank() || name.contains(",")) throw new Problem("teach.name", name);
        if (skeleton.joints().contains(name)) throw new Problem("teach.named", name);
    }

    /// @throws Problem `teach.*`, `onnx.*`, `file.unwritable`
    public void write(Path to) throws Problem {
        byte[] bytes =
                file.extended(
                        head,
                        new OnnxHead.Addition(
                                from, joints.stream().map(TaughtJoint::channel).toList()),
                        metadata());
        WholeFile.write(to, bytes);
    }

    private Map<String, String> metadata() throws Problem {
        Map<String, String> metadata = new HashMap<>(SkeletonText.write(skeleton()));
        metadata.put("taught", String.join(",", joints.stream().map(TaughtJoint::name).toList()));
        return metadata;
    }

    /// The network's own joints, then the taught ones.
    Skeleton skeleton() throws Problem {
        Skeleton own = file.info().skeleton();
        List<String> names = new ArrayList<>(own.joints());
        List<Limb> limbs = new ArrayList<>(own.limbs());
        Set<String> seen = new LinkedHashSet<>();
        for (TaughtJoint joint : joints) {
            check(joint.name(), own);
            if (!seen.add(joint.name())) throw new Problem("teach.named", joint.name());
            names.add(joint.name());
        }
        for (TaughtJoint joint : joints) {
            int to = names.indexOf(joint.tied());
            int at = names.indexOf(joint.name());
            // Two that are tied to each other share one limb.
            if (to >= 0 && to != at && !limbs.contains(new Limb(at, to))) {
                limbs.add(new Limb(to, at));
            }
        }
        List<Integer> mirror = new ArrayList<>(own.mirror());
        IntStream.range(own.size(), names.size()).forEach(i -> mirror.add(twin(names, i)));
        return new Skeleton(own.id() + "+" + String.join("+", seen), names, limbs, mirror);
    }

    /// Only a taught joint pairs with a taught one: the network's own pairs stay.
    private int twin(List<String> names, int joint) {
        String name = names.get(joint);
        String other = name;
        if (name.startsWith("left")) other = "right" + name.substring("left".length());
        if (name.startsWith("right")) other = "left" + name.substring("right".length());
        int twin = names.indexOf(other);
        return twin >= file.info().joints() ? twin : joint;
    }
}
