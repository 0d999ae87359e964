package org.hrscope.ui.lessons;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hrscope.hrnet.ExchangePath;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.hrnet.Maps;
import org.hrscope.model.ModelInfo;

/// The numbers in the lessons' words, by the name of the place they fill: from the network in use, and from the
/// published W32 and W48.
final class Facts {
    /// The width that the last question asks about; nobody published it.
    static final int ASKED_WIDTH = 40;

    private static final double GFLOP = 1 << 30;

    private final Map<String, Object> values = new LinkedHashMap<>();

    private Facts() {}

    static Map<String, Object> of(Subject subject) {
        Facts facts = new Facts();
        facts.model(subject.info());
        facts.published("wa", 32);
        facts.published("wb", 48);
        facts.playground();
        facts.values.put("askedWidth", ASKED_WIDTH);
        if (subject.net() != null) facts.network(subject.net());
        return facts.values;
    }

    /// Height and width of the other usual input.
    static int[] otherSize(ModelInfo info) {
        return info.inputHeight() == 384 ? new int[] {256, 192} : new int[] {384, 288};
    }

    private void model(ModelInfo info) {
        int cells = info.heatmapHeight() * info.heatmapWidth();
        values.put("joints", info.joints());
        values.put("coordinates", 2 * info.joints());
        values.put("inputHeight", info.inputHeight());
        values.put("inputWidth", info.inputWidth());
        values.put("heatmapHeight", info.heatmapHeight());
        values.put("heatmapWidth", info.heatmapWidth());
        int cell = info.inputWidth() / info.heatmapWidth();
        values.put("cells", number(cells));
        values.put("cell", cell);
        values.put("cellArea", cell * cell);
        values.put("exampleCell", info.heatmapWidth() / 2);
        values.put("otherHeight", otherSize(info)[0]);
        values.put("otherWidth", otherSize(info)[1]);
    }

    private void playground() {
        for (String name :
                new String[] {
                    "leftInput",
                    "leftKernel",
                    "leftStride",
                    "leftValid",
                    "leftSame",
                    "stemPadding",
                    "stemKernel",
                    "stemStride",
                    "dilation",
                    "askedInput",
                    "askedKernel",
                    "askedStride",
                    "askedLeft"
                }) values.put(name, 2);
    }

    private void network(HrNet net) {
        HrNetSpec spec = net.spec();
        values.put("architecture", spec.name());
        values.put("parameters", millions(net.parameters()));
        values.put("multiplyAdds", giga(net.multiplyAdds()));
        for (int branch = 0; branch < 4; branch++) {
            values.put("channels" + branch, spec.channels(branch));
            values.put("side" + branch, 4 << branch);
        }
        values.put("image", new Maps(3, net.inputHeight(), net.inputWidth()));
        shape(net, "conv1", "stem.conv1");
        shape(net, "conv2", "stem.conv2");
        shape(net, "fine", "stage4.0.branches.0");
        shape(net, "coarse", "stage2.0.branches.1");
        shape(net, "third", "transition2.2");
        Maps stemMaps = net.part("stem.conv2").output().output();
        values.put("stemChannels", stemMaps.channels());
        values.put("half", net.inputHeight() / 2);
        long stem = cost(net, "stem").multiplyAdds();
        values.put("stemShare", one(100.0 * stem / net.multiplyAdds()));
        int wide = net.part("layer1.0").output().output().channels();
        values.put("bottlenecks", spec.bottlenecks());
        values.put("plainBottlenecks", spec.bottlenecks() - 1);
        String next = "\n    Bottleneck(%d, %d),".formatted(wide, stemMaps.channels());
        values.put("bottleneckLines", next.repeat(spec.bottlenecks() - 1).stripLeading());
        values.put("wide", wide);
        values.put("plain", number(9L * wide * wide));
        values.put("bottleneck", number(net.part("layer1.1").parameters()));
        for (int stage = 2; stage <= 4; stage++) {
            values.put("modules" + stage, spec.stage(stage).modules());
        }
        values.put("blocks", spec.stage(2).blocks());
        values.put("modules", spec.stages().stream().mapToInt(HrNetSpec.Stage::modules).sum());
        values.put("headParameters", number(net.part("heatmaps").parameters()));
        paths(net);
    }

    private void paths(HrNet net) {
        long up = net.exchangePaths().stream().filter(ExchangePath::isUp).count();
        long down = net.exchangePaths().stream().filter(ExchangePath::isDown).count();
        values.put("up", up);
        values.put("down", down);
        values.put("crossing", up + down);
    }

    private void published(String prefix, int width) {
        HrNetSpec spec = HrNetSpec.published(Version.V1, width, 17);
        HrNet small = HrNet.of(spec, 256, 192);
        HrNet large = HrNet.of(spec, 384, 288);
        for (int branch = 0; branch < 4; branch++) {
            values.put(prefix + "Channels" + branch, spec.channels(branch));
        }
        values.put(prefix + "Parameters", millions(small.parameters()));
        values.put(prefix + "Small", giga(small.multiplyAdds()));
        values.put(prefix + "Large", giga(large.multiplyAdds()));
        values.put(prefix + "Flops", one(small.multiplyAdds() / GFLOP));
        values.put(prefix + "Modules", spec.stages().stream().mapToInt(s -> s.modules()).sum());
        long crossing = small.exchangePaths().stream().filter(p -> !p.isIdentity()).count();
        values.put(prefix + "Crossing", crossing);
        long before = cost(small, "stem").parameters() + cost(small, "layer1").parameters();
        values.put(prefix + "Before", number(before));
    }

    private void shape(HrNet net, String name, String part) {
        Maps maps = net.part(part).output().output();
        values.put(name, "%d × %d × %d".formatted(maps.channels(), maps.height(), maps.width()));
    }

    private static HrNet.Cost cost(HrNet net, String section) {
        return Objects.requireNonNull(net.costs().get(section), section);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String millions(long value) {
        return one(value / 1e6) + " M";
    }

    private static String giga(long value) {
        return String.format(Locale.ROOT, "%.2f G", value / 1e9);
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
