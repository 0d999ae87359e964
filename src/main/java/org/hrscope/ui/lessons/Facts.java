package org.hrscope.ui.lessons;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hrscope.domain.ModelInfo;
import org.hrscope.hrnet.ExchangePath;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.hrnet.Maps;
import org.hrscope.ui.common.Amount;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.markdown.Places;
import org.hrscope.ui.playground.Padding;
import org.hrscope.ui.playground.Parameter;
import org.hrscope.ui.playground.PlaygroundViewModel;
import org.hrscope.ui.playground.Preset;
import org.hrscope.ui.playground.Setting;
import org.jspecify.annotations.Nullable;

/// Values of the lessons' placeholders, by name: from the network in use, and from the published W32 and W48.
final class Facts {
    /// C of the published network that a smaller one can be shown as.
    static final int SIZE = 32;

    /// The width in the last question: of the published HRNets (18, 30, 32, 40, 44, 48, 64) none has it.
    static final int ASKED_WIDTH = 36;

    /// The convolution lesson's question, on [Preset#LEFT_OVER]: two columns are left over.
    static final Map<Parameter, Integer> ASKED =
            Map.of(
                    Parameter.INPUT_WIDTH, 14,
                    Parameter.KERNEL_WIDTH, 3,
                    Parameter.STRIDE_WIDTH, 3);

    /// The same before it is answered: with the stride, the width could be read from the playground.
    static final Map<Parameter, Integer> UNSOLVED =
            Map.of(Parameter.INPUT_WIDTH, 14, Parameter.KERNEL_WIDTH, 3);

    private static final double GFLOP = 1 << 30;

    private static final String NONE = "–";

    private final Places places = new Places();

    private Facts() {}

    static Map<String, Object> of(Subject subject) {
        Facts facts = new Facts();
        facts.model(subject.info());
        facts.published("wa", 32);
        facts.published("wb", 48);
        facts.common();
        facts.playground();
        facts.places.put("askedWidth", ASKED_WIDTH);
        facts.own(subject.net());
        if (subject.net() != null) facts.network(subject.net());
        return facts.places.values();
    }

    /// The other common input size.
    static int[] otherSize(ModelInfo info) {
        return info.inputHeight() == 384 ? new int[] {256, 192} : new int[] {384, 288};
    }

    private void model(ModelInfo info) {
        int cells = info.heatmapHeight() * info.heatmapWidth();
        places.put("joints", info.joints());
        places.put("coordinates", 2 * info.joints());
        places.put("inputHeight", info.inputHeight());
        places.put("inputWidth", info.inputWidth());
        places.put("heatmapHeight", info.heatmapHeight());
        places.put("heatmapWidth", info.heatmapWidth());
        int cell = info.inputWidth() / info.heatmapWidth();
        places.put("cells", Places.number(cells));
        places.put("cell", cell);
        places.put("cellArea", cell * cell);
        places.put("exampleCell", info.heatmapWidth() / 2);
        places.put("otherHeight", otherSize(info)[0]);
        places.put("otherWidth", otherSize(info)[1]);
    }

    /// The settings of the presets the lesson loads, and of its question.
    private void playground() {
        PlaygroundViewModel bench = new PlaygroundViewModel();
        across("left", bench);
        places.put("leftInput", bench.setting().get(Parameter.INPUT_WIDTH));
        places.put("leftStops", bench.outputWidth());
        bench.setPadding(Padding.SAME);
        places.put("leftSame", bench.outputWidth());
        bench.load(Preset.STEM);
        across("stem", bench);
        places.put("stemPadding", bench.setting().get(Parameter.PAD_WIDTH));
        bench.load(Preset.DILATED);
        places.put("dilation", bench.setting().get(Parameter.DILATION_WIDTH));
        PlaygroundViewModel question = question();
        across("asked", question);
        Setting asked = question.setting();
        int reached =
                (question.outputWidth() - 1) * asked.get(Parameter.STRIDE_WIDTH)
                        + asked.get(Parameter.KERNEL_WIDTH);
        places.put("askedInput", asked.get(Parameter.INPUT_WIDTH));
        places.put("askedLeft", asked.get(Parameter.INPUT_WIDTH) - reached);
    }

    private void across(String prefix, PlaygroundViewModel bench) {
        places.put(prefix + "Kernel", bench.setting().get(Parameter.KERNEL_WIDTH));
        places.put(prefix + "Stride", bench.setting().get(Parameter.STRIDE_WIDTH));
    }

    static PlaygroundViewModel question() {
        PlaygroundViewModel bench = new PlaygroundViewModel();
        bench.load(Preset.LEFT_OVER);
        ASKED.forEach(bench::set);
        return bench;
    }

    private void network(HrNet net) {
        HrNetSpec spec = net.spec();
        places.network(net).channels("channels", spec);
        places.put("parameters", new Amount(net.parameters()));
        for (int branch = 0; branch < 4; branch++) {
            places.put("side" + branch, 4 << branch);
        }
        shape(net, "conv1", "stem.conv1");
        shape(net, "conv2", "stem.conv2");
        shape(net, "coarse", "stage2.0.branches.1");
        shape(net, "third", "transition2.2");
        Maps stemMaps = net.part("stem.conv2").output().output();
        places.put("stemChannels", stemMaps.channels());
        places.put("half", net.inputHeight() / 2);
        long stem = cost(net, "stem").multiplyAdds();
        places.put("stemShare", Places.tenths(100.0 * stem / net.multiplyAdds()));
        int wide = net.part("layer1.0").output().output().channels();
        places.put("bottlenecks", spec.bottlenecks());
        places.put("plainBottlenecks", spec.bottlenecks() - 1);
        places.put("lastBottleneck", spec.bottlenecks() + 1);
        String next = Texts.format("\n    Bottleneck(%d, %d),", wide, stemMaps.channels());
        places.put("bottleneckLines", next.repeat(spec.bottlenecks() - 1).stripLeading());
        places.put("wide", wide);
        // With its BN, as the block is counted.
        places.put("plain", Places.number(9L * wide * wide + 2L * wide));
        places.put("bottleneck", Places.number(net.part("layer1.1").parameters()));
        places.put("blocks", spec.stage(2).blocks());
        places.put("modules", spec.stages().stream().mapToInt(HrNetSpec.Stage::modules).sum());
        places.put("headParameters", Places.number(net.part("heatmaps").parameters()));
        paths(net);
    }

    private void paths(HrNet net) {
        long up = net.exchangePaths().stream().filter(ExchangePath::isUp).count();
        long down = net.exchangePaths().stream().filter(ExchangePath::isDown).count();
        places.put("up", up);
        places.put("down", down);
        places.put("crossing", up + down);
    }

    private void published(String prefix, int width) {
        HrNetSpec spec = HrNetSpec.published(Version.V1, width, 17);
        HrNet small = HrNet.of(spec, 256, 192);
        HrNet large = HrNet.of(spec, 384, 288);
        for (int branch = 0; branch < 4; branch++) {
            places.put(prefix + "Channels" + branch, spec.channels(branch));
        }
        places.put(prefix + "Parameters", new Amount(small.parameters()));
        places.put(prefix + "Small", Places.giga(small.multiplyAdds()));
        places.put(prefix + "Large", Places.giga(large.multiplyAdds()));
        places.put(prefix + "Flops", Places.tenths(small.multiplyAdds() / GFLOP));
    }

    /// The network in use beside the published ones; dashes if it is not an HRNet.
    private void own(@Nullable HrNet net) {
        HrNetSpec spec = net == null ? null : net.spec();
        places.put("ownName", spec == null ? NONE : "W" + spec.channels(0));
        for (int branch = 0; branch < 4; branch++) {
            places.put("ownChannels" + branch, spec == null ? NONE : spec.channels(branch));
        }
        places.put("ownParameters", net == null ? NONE : new Amount(net.parameters()));
        places.put("ownSmall", spec == null ? NONE : cost(spec, 256, 192));
        places.put("ownLarge", spec == null ? NONE : cost(spec, 384, 288));
    }

    private static String cost(HrNetSpec spec, int height, int width) {
        return Places.giga(HrNet.of(spec, height, width).multiplyAdds());
    }

    /// What W32 and W48 share.
    private void common() {
        HrNet net = HrNet.of(HrNetSpec.published(Version.V1, 32, 17), 256, 192);
        List<HrNetSpec.Stage> stages = net.spec().stages();
        places.put("allModules", stages.stream().mapToInt(HrNetSpec.Stage::modules).sum());
        long crossing = net.exchangePaths().stream().filter(p -> !p.isIdentity()).count();
        places.put("allCrossing", crossing);
        long before = cost(net, "stem").parameters() + cost(net, "layer1").parameters();
        places.put("before", Places.number(before));
    }

    private void shape(HrNet net, String name, String part) {
        places.put(name, Places.shape(net.part(part).output().output()));
    }

    private static HrNet.Cost cost(HrNet net, String section) {
        return Objects.requireNonNull(net.costs().get(section), section);
    }
}
