package org.hrscope.hrnet;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hrscope.hrnet.HrNetSpec.Stage;

/// What was added to a network when it was grown: parts that pass on what they get, and channels with random weights
/// that nothing trained reads. Immutable.
///
/// @param net   the grown network
/// @param width C of the trained network inside it
/// @param parts names of the trained network's parts
public record Grown(HrNet net, int width, Set<String> parts) {
    /// The key in a file's metadata: name and [HrNetSpec#sizes()] of the trained network.
    public static final String FROM = "grown_from";

    private static final Pattern SIZES =
            Pattern.compile(
                    ".*width (\\d{1,4}), modules (\\d{1,2},\\d{1,2},\\d{1,2}), blocks (\\d{1,2},\\d{1,2},\\d{1,2})");

    public Grown {
        parts = Set.copyOf(parts);
    }

    /// Empty unless the file says that it was grown.
    ///
    /// @param metadata of its file
    public static Optional<Grown> of(HrNet net, Map<String, String> metadata) {
        Matcher sizes = SIZES.matcher(metadata.getOrDefault(FROM, ""));
        if (!sizes.matches()) return Optional.empty();
        int width = Integer.parseInt(sizes.group(1));
        int[] modules = numbers(sizes.group(2));
        int[] blocks = numbers(sizes.group(3));
        List<Stage> stages =
                IntStream.range(0, modules.length)
                        .mapToObj(i -> new Stage(modules[i], blocks[i]))
                        .toList();
        HrNetSpec spec = net.spec().sized(width, stages);
        if (width == 0 || !spec.fitsInto(net.spec())) return Optional.empty();
        Set<String> parts =
                HrNet.of(spec, net.inputHeight(), net.inputWidth()).parts().stream()
                        .map(Part::name)
                        .collect(Collectors.toSet());
        return Optional.of(new Grown(net, width, parts));
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    /// Whether the trained network has no such part.
    public boolean isAdded(Part part) {
        return !parts.contains(part.name());
    }

    /// Whether a channel of a part's output is untrained. Trained ones come first, in a concatenation first in each
    /// branch.
    public boolean isUntrained(Part part, int channel) {
        int all = part.output().output().channels();
        return switch (part.kind()) {
            case PICTURE, STEM, BOTTLENECK -> false;
            case HEAD -> all != net.spec().joints() && channel >= trained(all);
            case CONCATENATED -> {
                int from = 0;
                int branch = 0;
                while (channel >= from + net.spec().channels(branch)) {
                    from += net.spec().channels(branch++);
                }
                yield channel - from >= width << branch;
            }
            case TRANSITION, BRANCH, EXCHANGE_UP, EXCHANGE_DOWN, FUSED, RESIZED ->
                    channel >= trained(all);
        };
    }

    /// On every branch, channels scale with C.
    private int trained(int channels) {
        return channels * width / net.spec().width();
    }

    /// How many channels of a part's output are untrained.
    public int untrained(Part part) {
        return (int)
                IntStream.range(
                                0,
                                part.kind() == Part.Kind.PICTURE
                                        ? 0
                                        : part.output().output().channels())
                        .filter(channel -> isUntrained(part, channel))
                        .count();
    }
}
