package org.hrscope.hrnet;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;

/// Recognises networks mistaken for a top-down HRNet by the names and shapes of their tensors: the same backbone
/// with another head, or a related backbone.
public final class Relatives {
    private static final String HEATMAPS = "final_layer.weight";
    private static final String GROUPED = "final_layers.";

    private Relatives() {}

    /// @param shapes of all tensors, under their official names
    /// @throws Problem `hrnet.*`, one sentence per kind
    static void refuse(Object file, Map<String, Shape> shapes) throws Problem {
        Optional<Integer> joints = groupedJoints(shapes);
        if (joints.isPresent()) {
            throw new Problem("hrnet.grouping", file, joints.get(), joints.get());
        }
        if (has(shapes, n -> n.startsWith("classifier.") || n.startsWith("head.fc."))
                || (!shapes.containsKey(HEATMAPS) && begins(shapes, "incre_modules."))) {
            throw new Problem("hrnet.classifier", file);
        }
        if (begins(shapes, "last_layer.") || begins(shapes, "decode_head.") || ocr(shapes)) {
            throw new Problem("hrnet.segmentation", file);
        }
        if (begins(shapes, "rpn_head.") || begins(shapes, "bbox_head.")) {
            throw new Problem("hrnet.detector", file);
        }
        boolean body = begins(shapes, "stage2.");
        if (body && has(shapes, n -> n.contains(".attn."))) {
            throw new Problem("hrnet.transformer", file, "HRFormer");
        }
        if (begins(shapes, "patch_embed.")) {
            throw new Problem("hrnet.transformer", file, "ViT");
        }
        if (has(shapes, n -> n.startsWith("stage0.") && n.contains(".layers."))) {
            throw new Problem("hrnet.lite", file);
        }
        if (!body && begins(shapes, "layer4.")) {
            throw new Problem("hrnet.resnet", file);
        }
        if (shapes.containsKey("stage4.0.branches.3.0.conv1.weight")
                && !begins(shapes, "final_layer.")
                && !begins(shapes, "head.")) {
            throw new Problem("hrnet.no-head", file);
        }
    }

    /// Number of joints of an associative-embedding network, which has a tag map per joint.
    private static Optional<Integer> groupedJoints(Map<String, Shape> shapes) {
        Shape last = shapes.get(HEATMAPS);
        if (last != null && last.rank() == 4) return groupedJoints(last.size(0));
        for (String head : new String[] {GROUPED, "head." + GROUPED}) {
            Shape first = shapes.get(head + "0.weight");
            if (first != null && first.rank() == 4) return Optional.of(first.size(0) / 2);
        }
        return Optional.empty();
    }

    /// The same by number of maps: COCO, CrowdPose, AI Challenger, whole body. No top-down data set has as many
    /// joints.
    public static Optional<Integer> groupedJoints(int maps) {
        return maps == 2 * 17 || maps == 2 * 14 || maps == 2 * 133
                ? Optional.of(maps / 2)
                : Optional.empty();
    }

    private static boolean ocr(Map<String, Shape> shapes) {
        return begins(shapes, "aux_head.") || begins(shapes, "ocr_");
    }

    private static boolean begins(Map<String, Shape> shapes, String start) {
        return has(shapes, name -> name.startsWith(start));
    }

    private static boolean has(Map<String, Shape> shapes, Predicate<String> name) {
        return shapes.keySet().stream().anyMatch(name);
    }
}
