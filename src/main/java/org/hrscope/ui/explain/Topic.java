package org.hrscope.ui.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.hrnet.Maps;
import org.hrscope.hrnet.Operation;
import org.hrscope.hrnet.Part;
import org.hrscope.hrnet.Part.Kind;
import org.hrscope.ui.markdown.Places;

/// Which article and code explain a part, and the values of their placeholders.
///
/// @param article in `text/explain`
/// @param code    in `code`
/// @param flags   select lines to show and highlight: see [Snippet]
record Topic(String article, String code, Set<String> flags, Map<String, Object> places) {

    static Topic of(Part part, HrNet net, Maps in) {
        boolean v2 = net.spec().version() == Version.V2;
        Map<String, Object> places = places(part, net, in);
        return switch (part.kind()) {
            case PICTURE -> new Topic("picture", "picture", Set.of(), places);
            case STEM -> {
                String which = part.name().endsWith("1") ? "first" : "second";
                yield new Topic("stem_" + which, "stem", Set.of(which), places);
            }
            case BOTTLENECK -> {
                boolean down =
                        part.layers().stream().anyMatch(l -> l.name().endsWith(".downsample"));
                yield new Topic(
                        down ? "bottleneck_downsample" : "bottleneck",
                        "bottleneck",
                        Set.of(down ? "downsample" : "identity"),
                        places);
            }
            case TRANSITION -> {
                String which = part.output().output().height() == in.height() ? "same" : "new";
                String when = part.stage() == 2 ? "both" : "later";
                yield new Topic("transition_" + which, "transition", Set.of(which, when), places);
            }
            case BRANCH -> new Topic("branch", "branch", Set.of(), places);
            case EXCHANGE_UP ->
                    new Topic(
                            v2 ? "exchange_up_bilinear" : "exchange_up",
                            "exchange",
                            Set.of("path", "up", v2 ? "bilinear" : "nearest"),
                            places);
            case EXCHANGE_DOWN -> {
                int steps = part.layers().size();
                yield new Topic(
                        steps == 1 ? "exchange_down" : "exchange_down_chain",
                        "exchange",
                        Set.of("path", "down", "down" + steps),
                        places);
            }
            case FUSED -> {
                boolean last =
                        net.parts().stream()
                                        .filter(p -> p.kind() == Kind.FUSED)
                                        .filter(p -> p.column() == part.column())
                                        .count()
                                == 1;
                yield new Topic(last ? "fused_last" : "fused", "exchange", Set.of("sum"), places);
            }
            case RESIZED -> new Topic("resized", "head_v2", Set.of("resized"), places);
            case CONCATENATED ->
                    new Topic("concatenated", "head_v2", Set.of("concatenated"), places);
            case HEAD -> {
                boolean mix = !part.name().equals("heatmaps");
                yield new Topic(
                        mix ? "head_mix" : "head",
                        v2 ? "head_v2" : "head",
                        Set.of(mix ? "mix" : "final"),
                        places);
            }
        };
    }

    /// The same part of the person finder, whose input and output mean something else.
    Topic inFinder() {
        return switch (article) {
            case "picture" -> new Topic("finder_picture", code, flags, places);
            case "head" -> new Topic("finder_head", "finder", flags, places);
            default -> this;
        };
    }

    private static Map<String, Object> places(Part part, HrNet net, Maps in) {
        Maps out = part.output().output();
        Places places = new Places().network(net);
        places.put("in", in.channels());
        places.put("out", out.channels());
        places.put("inSize", Places.size(in));
        places.put("outSize", Places.size(out));
        places.put("cell", 1 << part.row());
        places.put("stage", part.stage());
        places.put("module", part.module());
        int branch = part.row() - 2;
        int[] numbers = numbers(part.name());
        switch (part.kind()) {
            case BOTTLENECK -> {
                places.put("middle", part.layers().getFirst().output().channels());
                places.put("index", numbers[numbers.length - 1]);
            }
            case TRANSITION -> {
                places.put("transition", part.stage() - 1);
                places.put("branch", branch);
                places.put("fine", net.spec().channels(0));
                places.put("coarse", net.spec().channels(part.stage() - 1));
                places.put("unchanged", "None, ".repeat(branch));
            }
            case BRANCH -> {
                places.put("branch", branch);
                places.put("branches", part.stage());
                places.put("blocks", net.spec().stage(part.stage()).blocks());
            }
            case EXCHANGE_UP, EXCHANGE_DOWN -> {
                int from = numbers[numbers.length - 1];
                int to = numbers[numbers.length - 2];
                places.put("from", from);
                places.put("to", to);
                places.put("steps", Math.abs(from - to));
                places.put("factor", 1 << Math.abs(from - to));
            }
            case FUSED -> {
                places.put("to", branch);
                places.put("branches", part.stage());
            }
            case RESIZED -> places.put("factor", out.height() / in.height());
            case HEAD -> {
                places.put("kernel", kernel(part));
                places.put("padding", kernel(part) / 2);
            }
            default -> {}
        }
        if (net.spec().version() == Version.V2) {
            int[] channels = new int[4];
            for (int b = 0; b < 4; b++) channels[b] = net.spec().channels(b);
            places.put(
                    "together",
                    String.join(" + ", Arrays.stream(channels).mapToObj(String::valueOf).toList()));
            places.put("all", Arrays.stream(channels).sum());
        }
        return places.values();
    }

    private static int kernel(Part part) {
        return part.output().operation() instanceof Operation.Convolution c ? c.kernel() : 1;
    }

    private static int[] numbers(String name) {
        return List.of(name.split("\\D+")).stream()
                .filter(word -> !word.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
