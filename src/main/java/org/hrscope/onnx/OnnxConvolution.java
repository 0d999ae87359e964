package org.hrscope.onnx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A two-dimensional `Conv` node (onnx.ai/onnx/operators/onnx__Conv.html). Pairs are height, then width. Immutable.
///
/// @param input  the value it reads
/// @param weight [output channels, input channels per group, kernel height, kernel width]
/// @param bias   [output channels]
/// @param pads   zeros above, left, below, right; empty if they follow from the sizes, as `same` says
/// @param same   `SAME_UPPER` or `SAME_LOWER`; empty if pads are given
public record OnnxConvolution(
        String output,
        String input,
        String weight,
        Optional<String> bias,
        List<Integer> strides,
        List<Integer> dilations,
        List<Integer> pads,
        String same,
        int groups) {
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,6}(,\\d{1,6})*");

    /// Empty for any other operator, and for other than two dimensions.
    public static Optional<OnnxConvolution> of(OnnxGraph.Node node) {
        Map<String, String> said = node.attributes();
        if (!node.operator().equals("Conv") || node.inputs().size() < 2) return Optional.empty();
        List<Integer> strides = numbers(said.getOrDefault("strides", "1,1"));
        List<Integer> dilations = numbers(said.getOrDefault("dilations", "1,1"));
        List<Integer> pads = numbers(said.getOrDefault("pads", "0,0,0,0"));
        String auto = said.getOrDefault("auto_pad", "NOTSET");
        boolean same = auto.startsWith("SAME");
        if (same) pads = List.of();
        else if (auto.equals("VALID")) pads = List.of(0, 0, 0, 0);
        List<Integer> groups = numbers(said.getOrDefault("group", "1"));
        boolean plane = strides.size() == 2 && dilations.size() == 2 && groups.size() == 1;
        if (!plane || (!same && pads.size() != 4) || !positive(strides, dilations, groups))
            return Optional.empty();
        Optional<String> bias =
                node.inputs().stream().skip(2).findFirst().filter(name -> !name.isEmpty());
        return Optional.of(
                new OnnxConvolution(
                        node.outputs().getFirst(),
                        node.inputs().get(0),
                        node.inputs().get(1),
                        bias,
                        strides,
                        dilations,
                        pads,
                        same ? auto : "",
                        groups.getFirst()));
    }

    @SafeVarargs
    private static boolean positive(List<Integer>... all) {
        return Stream.of(all).flatMap(List::stream).allMatch(number -> number > 0);
    }

    /// None if the text is something else: a file may say anything.
    private static List<Integer> numbers(String text) {
        if (!NUMBERS.matcher(text).matches()) return List.of();
        return Stream.of(text.split(",")).map(Integer::valueOf).toList();
    }

    /// Zeros before the first cell of an axis.
    ///
    /// @param axis 0 for height, 1 for width
    /// @param size of the input, `kernel` of the kernel, along it
    public int before(int axis, int size, int kernel) {
        if (!pads.isEmpty()) return pads.get(axis);
        int all = same(axis, size, kernel);
        return same.equals("SAME_UPPER") ? all / 2 : (all + 1) / 2;
    }

    /// Zeros after the last cell, as above.
    public int after(int axis, int size, int kernel) {
        if (!pads.isEmpty()) return pads.get(axis + 2);
        return same(axis, size, kernel) - before(axis, size, kernel);
    }

    private int same(int axis, int size, int kernel) {
        int stride = strides.get(axis);
        int extent = dilations.get(axis) * (kernel - 1) + 1;
        return Math.max((Math.ceilDiv(size, stride) - 1) * stride + extent - size, 0);
    }
}
