package org.hrscope.quantise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.domain.SkeletonText;
import org.hrscope.domain.Tensor;
import org.hrscope.file.ScratchFile;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseModel;
import org.hrscope.onnx.OnnxConvolution;
import org.hrscope.onnx.OnnxKernel;
import org.hrscope.onnx.OnnxRounder;
import org.hrscope.onnx.OnnxRounder.Stored;
import org.hrscope.onnx.OnnxRounding;
import org.jspecify.annotations.Nullable;

/// Writes quantised copies of one network to a temporary file, each over the one before, which goes when this is
/// closed. The copy before the last stays open: a search often goes one step back. One thread.
final class RoundedFile implements AutoCloseable {
    private final ModelFile file;
    private final WholeNodes nodes;
    private final Map<String, Tensor> weights;
    private final QuantiseWish wish;
    private final Map<String, ChannelMeans> means;
    private final Map<String, String> metadata;
    private final ScratchFile scratch;
    private final Map<String, Weights> ready = new HashMap<>();
    private @Nullable Copy last;
    private @Nullable Copy before;

    /// What the file is, or was.
    private static final class Copy {
        final Map<String, ValueRange> ranges;
        final Set<String> kept;
        final byte[] bytes;
        @Nullable PoseModel opened;

        Copy(Map<String, ValueRange> ranges, Set<String> kept, byte[] bytes) {
            this.ranges = Map.copyOf(ranges);
            this.kept = Set.copyOf(kept);
            this.bytes = bytes;
        }

        boolean is(Map<String, ValueRange> otherRanges, Set<String> otherKept) {
            return ranges.equals(otherRanges) && kept.equals(otherKept);
        }

        void forget() {
            if (opened != null) opened.close();
            opened = null;
        }
    }

    /// A convolution's weights as rounded for an input of this scale: the same in most of the copies.
    private record Weights(float inputScale, List<Stored> stored) {}

    /// @param means of the channels of what is rounded
    /// @param folder of the temporary file
    /// @throws Problem `natives.temporary` if there is no room for a temporary file
    RoundedFile(
            ModelFile file,
            WholeNodes nodes,
            QuantiseWish wish,
            Map<String, ChannelMeans> means,
            Map<String, String> metadata,
            Path folder)
            throws Problem {
        this.file = file;
        this.nodes = nodes;
        this.wish = wish;
        this.means = means;
        this.metadata = new HashMap<>(metadata);
        if (!new ModelProfile(metadata).complete()) this.metadata.putAll(format(file.info()));
        // Whoever opens it goes by that, also while the search lasts.
        this.metadata.put(ModelFile.WEIGHT_BITS, "" + wish.weights());
        Set<String> names = new LinkedHashSet<>();
        for (String node : nodes.names()) {
            nodes.convolution(node)
                    .ifPresent(convolution -> {
                        names.add(convolution.weight());
                        convolution.bias().ifPresent(names::add);
                    });
        }
        weights = file.weights(names::contains);
        try {
            scratch = ScratchFile.in(folder, "quantised.onnx");
        } catch (IOException e) {
            throw ScratchFile.unusable(folder, e);
        }
    }

    /// Where an option or a file beside the network said how it is fed, the copy must say so itself.
    private static Map<String, String> format(ModelInfo info) {
        Map<String, String> format = new HashMap<>(SkeletonText.write(info.skeleton()));
        format.put("mean", text(info.mean()));
        format.put("std", text(info.std()));
        format.put("channel_order", info.rgb() ? "RGB" : "BGR");
        format.put("decoder", info.decoder().name().toLowerCase(Locale.ROOT));
        return format;
    }

    private static String text(List<Float> numbers) {
        return String.join(",", numbers.stream().map(String::valueOf).toList());
    }

    /// @param ranges of all values that can be rounded
    /// @param kept   nodes that stay float
    /// @return the bytes of the file, which the temporary file now holds
    byte[] write(Map<String, ValueRange> ranges, Set<String> kept) throws Problem {
        Copy now = last;
        if (now != null && now.is(ranges, kept)) return now.bytes;
        Copy other = before;
        if (other == null || !other.is(ranges, kept)) {
            if (other != null) other.forget();
            other = new Copy(ranges, kept, rounded(ranges, kept));
        }
        byte[] bytes = other.bytes;
        scratch.fill(path -> Files.write(path, bytes));
        before = now;
        last = other;
        return bytes;
    }

    private byte[] rounded(Map<String, ValueRange> ranges, Set<String> kept) throws Problem {
        Map<String, OnnxRounding> values = new HashMap<>();
        nodes.rounded(kept)
                .forEach((name, source) ->
                        values.put(name, Objects.requireNonNull(ranges.get(source)).rounding()));
        List<Stored> stored = new ArrayList<>();
        for (String node : nodes.names()) {
            OnnxConvolution convolution = nodes.convolution(node).orElse(null);
            if (convolution == null || kept.contains(node)) continue;
            OnnxKernel kernel = OnnxKernel.of(convolution, weights).orElse(null);
            String input = nodes.inputs(node).getFirst();
            OnnxRounding rounding = values.get(input);
            if (kernel == null || rounding == null) continue;
            float scale = rounding.scale(0);
            Weights weight = ready.get(node);
            if (weight == null || weight.inputScale() != scale) {
                weight =
                        new Weights(
                                scale,
                                new WeightRounding(kernel, scale, means(input), wish.most())
                                        .stored(file));
                ready.put(node, weight);
            }
            stored.addAll(weight.stored());
        }
        return file.rounded(new OnnxRounder(values, stored), metadata);
    }

    private IntToDoubleFunction means(String value) {
        ChannelMeans known = nodes.keepsMeans(value) ? means.get(nodes.source(value)) : null;
        return known == null ? _ -> 0 : known::of;
    }

    /// The file as it is, until it is written twice more or this is closed.
    PoseModel open() throws Problem {
        Copy copy = Objects.requireNonNull(last, "nothing is written");
        PoseModel model = copy.opened;
        if (model == null) model = new ModelOpener(ModelProfile.EMPTY).open(scratch.path());
        copy.opened = model;
        return model;
    }

    ModelFile file() {
        return new ModelFile(scratch.path(), file.info());
    }

    @Override
    public void close() {
        for (Copy copy : new @Nullable Copy[] {last, before}) if (copy != null) copy.forget();
        scratch.close();
    }
}
