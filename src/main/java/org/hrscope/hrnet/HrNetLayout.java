package org.hrscope.hrnet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.hrnet.LayerWriter.Names;
import org.hrscope.hrnet.Part.Kind;

/// Lays out the parts from left to right. Single use.
final class HrNetLayout {
    private static final int STEM = 64;
    private static final int LAYER1 = 256;

    private final HrNetSpec spec;
    private final int height;
    private final int width;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Maps> values = new HashMap<>();
    private int column;

    HrNetLayout(HrNetSpec spec, int height, int width) {
        if (height <= 0 || width <= 0 || (height | width) % HrNet.SIZE_STEP != 0) {
            throw new IllegalArgumentException(
                    height + "x" + width + ": no multiples of " + HrNet.SIZE_STEP);
        }
        this.spec = spec;
        this.height = height;
        this.width = width;
    }

    HrNet lay() {
        layPicture();
        String x = layStem();
        List<String> branches = new ArrayList<>(layFirstTransition(x));
        for (int stage = 2; stage <= 4; stage++) {
            if (stage > 2) branches.add(layTransition(stage, branches.getLast()));
            for (int module = 0; module < spec.stage(stage).modules(); module++) {
                branches = layModule(stage, module, branches);
            }
        }
        layHead(branches);
        return new HrNet(spec, height, width, parts);
    }

    private void layPicture() {
        Maps picture = new Maps(3, height, width);
        values.put("image", picture);
        Layer layer = new Layer("image", new Operation.Alias(), List.of(), picture);
        parts.add(new Part("image", Kind.PICTURE, 0, 0, 0, 0, List.of(), List.of(layer)));
    }

    private String layStem() {
        String x = "image";
        for (int i = 1; i <= 2; i++) {
            column++;
            LayerWriter to = write();
            String from = x;
            x = to.normed(x, new Names("stem.conv" + i, "conv" + i, "bn" + i), STEM, 3, 2, true);
            add(Kind.STEM, new Place(1, 0, i), x, List.of(from), to);
        }
        for (int i = 0; i < spec.bottlenecks(); i++) {
            column++;
            LayerWriter to = write();
            String from = x;
            x = to.bottleneck(x, "layer1." + i, STEM, LAYER1);
            if (i == spec.bottlenecks() - 1) to.alias(x, "layer1");
            add(Kind.BOTTLENECK, new Place(1, 0, 2), x, List.of(from), to);
        }
        return x;
    }

    private List<String> layFirstTransition(String x) {
        column++;
        LayerWriter fine = write();
        String name = "transition1.0";
        fine.normed(x, Names.sequential(name, name), spec.channels(0), 3, 1, true);
        add(Kind.TRANSITION, new Place(2, 0, 2), name, List.of(x), fine);
        return List.of(name, layNewBranch(2, x));
    }

    private String layTransition(int stage, String coarsest) {
        column++;
        return layNewBranch(stage, coarsest);
    }

    private String layNewBranch(int stage, String from) {
        int branch = stage - 1;
        LayerWriter to = write();
        String name = "transition" + branch + "." + branch;
        int channels = spec.channels(branch);
        to.normed(from, Names.sequential(name, name + ".0"), channels, 3, 2, true);
        add(Kind.TRANSITION, new Place(stage, 0, branch + 2), name, List.of(from), to);
        return name;
    }

    private List<String> layModule(int stage, int module, List<String> inputs) {
        String prefix = "stage" + stage + "." + module;
        column++;
        List<String> branches = new ArrayList<>();
        for (int b = 0; b < stage; b++) {
            LayerWriter to = write();
            String name = prefix + ".branches." + b;
            String x = inputs.get(b);
            for (int k = 0; k < spec.stage(stage).blocks(); k++) {
                x = to.basicBlock(x, name + "." + k, spec.channels(b));
            }
            to.alias(x, name);
            add(Kind.BRANCH, new Place(stage, module, b + 2), name, List.of(inputs.get(b)), to);
            branches.add(name);
        }
        column += 2;
        boolean last = stage == 4 && module == spec.stage(4).modules() - 1;
        int outputs = last && spec.version() == Version.V1 ? 1 : stage;
        List<String> fused = new ArrayList<>();
        for (int i = 0; i < outputs; i++) {
            List<String> terms = new ArrayList<>();
            for (int j = 0; j < stage; j++) terms.add(layPath(stage, module, j, i, branches));
            LayerWriter to = write();
            String name = prefix + ".fused." + i;
            to.sum(terms, name);
            add(Kind.FUSED, new Place(stage, module, i + 2), name, terms, to);
            fused.add(name);
        }
        return fused;
    }

    /// The path from branch `from` to output `to`, one column before the fused outputs.
    private String layPath(int stage, int module, int from, int to, List<String> branches) {
        String x = branches.get(from);
        if (from == to) return x;
        String name = "stage" + stage + "." + module + ".fuse_layers." + to + "." + from;
        LayerWriter layers = write();
        if (from > to) {
            String narrow = name + ".narrow";
            layers.normed(x, Names.sequential(narrow, name), spec.channels(to), 1, 1, false);
            layers.upsample(narrow, name, 1 << (from - to), spec.version() == Version.V2);
        } else {
            int steps = to - from;
            for (int k = 0; k < steps; k++) {
                boolean end = k == steps - 1;
                String step = name + "." + k;
                int channels = spec.channels(end ? to : from);
                Names names = Names.sequential(end ? name : step, step);
                x = layers.normed(x, names, channels, 3, 2, !end);
            }
        }
        column--;
        Kind kind = from > to ? Kind.EXCHANGE_UP : Kind.EXCHANGE_DOWN;
        add(kind, new Place(stage, module, to + 2), name, List.of(branches.get(from)), layers);
        column++;
        return name;
    }

    private void layHead(List<String> branches) {
        String x = branches.getFirst();
        if (spec.version() == Version.V2) x = layConcatenation(branches);
        column++;
        LayerWriter to = write();
        to.conv(x, "heatmaps", "final_layer", spec.joints(), spec.finalKernel());
        add(Kind.HEAD, new Place(5, 0, 2), "heatmaps", List.of(x), to);
    }

    private String layConcatenation(List<String> branches) {
        column++;
        List<String> same = new ArrayList<>(branches.subList(0, 1));
        for (int b = 1; b < branches.size(); b++) {
            LayerWriter to = write();
            String name = "head.resized." + b;
            to.upsample(branches.get(b), name, 1 << b, true);
            add(Kind.RESIZED, new Place(5, 0, 2), name, List.of(branches.get(b)), to);
            same.add(name);
        }
        column++;
        LayerWriter all = write();
        String concatenated = "head.concatenated";
        all.concatenate(same, concatenated);
        add(Kind.CONCATENATED, new Place(5, 0, 2), concatenated, same, all);
        column++;
        LayerWriter mix = write();
        String name = "head.conv_layers.0";
        mix.mix(concatenated, name, "head.conv_layers.1");
        add(Kind.HEAD, new Place(5, 0, 2), name, List.of(concatenated), mix);
        return name;
    }

    private LayerWriter write() {
        return new LayerWriter(values);
    }

    /// Position of a part in the drawing, except for its column.
    private record Place(int stage, int module, int row) {}

    private void add(Kind kind, Place at, String name, List<String> inputs, LayerWriter to) {
        parts.add(new Part(name, kind, at.stage, at.module, at.row, column, inputs, to.layers()));
    }
}
