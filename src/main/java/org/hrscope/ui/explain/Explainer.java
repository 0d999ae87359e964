package org.hrscope.ui.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Task;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.Maps;
import org.hrscope.hrnet.Part;
import org.hrscope.hrnet.Part.Kind;
import org.hrscope.hrnet.ReceptiveFields;
import org.hrscope.hrnet.ReceptiveFields.Field;
import org.hrscope.onnx.OnnxRounding;
import org.hrscope.quantise.RoundedNetwork;
import org.hrscope.ui.common.RoundedText;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.explain.Explanation.Figures;
import org.hrscope.ui.markdown.Articles;
import org.hrscope.ui.network.BlockTimes;
import org.hrscope.ui.network.MapNode;
import org.hrscope.ui.network.OpenedNetwork;
import org.jspecify.annotations.Nullable;

/// Writes a node's explanation: its article with this network's numbers, arithmetic, cost and code, in the language of
/// the texts. FX thread.
final class Explainer {
    private final Texts texts;
    private final Articles articles;

    Explainer(Texts texts) {
        this.texts = texts;
        articles = new Articles("explain", texts);
    }

    Explanation stage(OpenedNetwork opened) {
        String name =
                switch (opened.file().info().task()) {
                    case POSE -> "stage";
                    case PEOPLE -> "finder_stage";
                    case BOXES -> "boxes_stage";
                };
        String article = articles.get(name, stagePlaces(opened));
        return new Explanation("", "", article, List.of(), "", null, "");
    }

    Map<String, Object> stagePlaces(OpenedNetwork opened) {
        ModelInfo info = opened.file().info();
        return Map.of(
                "network", opened.map().title(),
                "inputHeight", info.inputHeight(),
                "inputWidth", info.inputWidth(),
                "joints", info.joints(),
                "heatmapHeight", info.heatmapHeight(),
                "heatmapWidth", info.heatmapWidth());
    }

    Explanation node(OpenedNetwork opened, MapNode node, @Nullable BlockTimes times) {
        HrNet net = opened.net();
        return net == null ? operator(opened, node, times) : part(opened, net, node, times);
    }

    private Explanation operator(OpenedNetwork opened, MapNode node, @Nullable BlockTimes times) {
        String operators = node.kind().equals("picture") ? node.label() : node.detail();
        Figures figures = figures(opened, node, times, null);
        String article = articles.get("operator", Map.of("operators", operators));
        return new Explanation(
                node.name(), node.size(), article, List.of(), rounding(opened, node), figures, "");
    }

    private static Figures figures(
            OpenedNetwork opened, MapNode node, @Nullable BlockTimes times, @Nullable Field field) {
        List<MapNode> all = opened.map().nodes();
        return new Figures(
                node.parameters(),
                all.stream().mapToLong(MapNode::parameters).sum(),
                node.multiplyAdds(),
                all.stream().mapToLong(MapNode::multiplyAdds).sum(),
                nanos(node, times),
                allNanos(times),
                field,
                opened.file().info().inputHeight(),
                opened.file().info().inputWidth());
    }

    private Explanation part(
            OpenedNetwork opened, HrNet net, MapNode node, @Nullable BlockTimes times) {
        boolean picture = node.kind().equals("picture");
        Part part = net.part(picture ? "image" : node.name());
        Steps steps = new Steps(net);
        Maps in = steps.input(part.layers().getFirst());
        Maps out = part.output().output();
        Topic subject = topic(opened, part, net, in);
        Map<String, Object> places = new HashMap<>(subject.places());
        if (part.kind() == Kind.FUSED) {
            places.put("paths", paths(part, net));
            places.put("arriving", texts.get(arriving(part)));
        }
        if (picture) {
            places.put("means", numbers(opened.file().info().mean()));
            places.put("deviations", numbers(opened.file().info().std()));
        }
        Figures figures = figures(opened, node, times, ReceptiveFields.of(net).get(part.name()));
        return new Explanation(
                node.name(),
                picture ? spaced(out) : spaced(in) + " → " + spaced(out),
                articles.get(subject.article(), places),
                steps.of(part),
                rounding(opened, node),
                figures,
                Snippet.of(subject.code(), subject.flags(), places));
    }

    private String rounding(OpenedNetwork opened, MapNode node) {
        RoundedNetwork rounded = opened.rounded();
        if (rounded == null) return "";
        String noise = new RoundedText(texts, rounded).part(node.name(), node.values());
        OnnxRounding rounding = rounded.roundings().get(node.name());
        if (rounding == null) return noise;
        float scale = rounding.scale(0);
        Map<String, Object> places =
                Map.of(
                        "value", node.name(),
                        "least", rounding.least(),
                        "most", rounding.most(),
                        "scale", RoundedValue.number(scale),
                        "zero", rounding.zero(),
                        "low", RoundedValue.number(scale * (rounding.least() - rounding.zero())),
                        "high", RoundedValue.number(scale * (rounding.most() - rounding.zero())),
                        "half", RoundedValue.number(scale / 2),
                        "noise", noise);
        return articles.get("rounded", places);
    }

    private static Topic topic(OpenedNetwork opened, Part part, HrNet net, Maps in) {
        Topic topic = Topic.of(part, net, in);
        return isFinder(opened) ? topic.inFinder() : topic;
    }

    private static boolean isFinder(OpenedNetwork opened) {
        return opened.file().info().task() == Task.PEOPLE;
    }

    private static long nanos(MapNode node, @Nullable BlockTimes times) {
        return times == null ? -1 : times.nanos().getOrDefault(node.name(), 0L);
    }

    /// Over all kernels: a whole run takes longer because of the runtime's work between them.
    private static long allNanos(@Nullable BlockTimes times) {
        if (times == null) return 0;
        return times.other() + times.nanos().values().stream().mapToLong(Long::longValue).sum();
    }

    /// The finest branch receives nothing finer, the coarsest nothing coarser.
    private static String arriving(Part fused) {
        int branch = fused.row() - 2;
        if (branch == 0) return "explain.arriving.coarser";
        return branch == fused.stage() - 1 ? "explain.arriving.finer" : "explain.arriving.both";
    }

    private String paths(Part fused, HrNet net) {
        List<String> lines = new ArrayList<>();
        for (String input : fused.inputs()) {
            Part source = net.part(input);
            String from = input.substring(input.lastIndexOf('.') + 1);
            long change = Math.abs(Long.parseLong(from) - (fused.row() - 2));
            String line =
                    switch (source.kind()) {
                        case EXCHANGE_UP -> texts.get("explain.path.up", from, 1 << change, input);
                        case EXCHANGE_DOWN -> texts.get("explain.path.down", from, change, input);
                        default -> texts.get("explain.path.identity", from, input);
                    };
            lines.add("- " + line);
        }
        return String.join("\n", lines);
    }

    private static String numbers(List<Float> values) {
        return values.stream()
                .map(value -> Texts.format("%.3f", value))
                .collect(Collectors.joining(", "));
    }

    private static String spaced(Maps maps) {
        return maps.channels() + " × " + maps.height() + " × " + maps.width();
    }
}
