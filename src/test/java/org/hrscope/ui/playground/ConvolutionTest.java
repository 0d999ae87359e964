package org.hrscope.ui.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.hrscope.domain.Shape;
import org.hrscope.onnx.OnnxFileWriter;
import org.hrscope.ui.playground.Setting.Position;

/// The playground's arithmetic is that of the runtime that the program uses for networks.
class ConvolutionTest {

    /// All that can be set, each within its whole range; what is impossible is left to another test.
    @Provide
    Arbitrary<Convolution> convolutions() {
        Arbitrary<Map<Parameter, Integer>> numbers =
                Arbitraries.integers()
                        .between(0, 1 << 20)
                        .list()
                        .ofSize(Parameter.values().length)
                        .map(ConvolutionTest::inBounds);
        return Combinators.combine(
                        numbers,
                        Arbitraries.of(Padding.class),
                        Arbitraries.of(true, false),
                        Arbitraries.longs())
                .as((all, padding, bias, seed) ->
                        new Convolution(
                                new Setting(all, padding, bias, Setting.Cut.NOT), random(seed)))
                .filter(10_000, c -> c.setting().obstacle().isEmpty());
    }

    private static Map<Parameter, Integer> inBounds(List<Integer> numbers) {
        Map<Parameter, Integer> all = new LinkedHashMap<>();
        for (Parameter each : Parameter.values()) {
            int range = each.most - each.least + 1;
            all.put(each, each.least + numbers.get(each.ordinal()) % range);
        }
        return all;
    }

    /// Sixteenths: their products and sums are exact as floats, so that nothing is forgiven for rounding.
    private static Values random(long seed) {
        Random random = new Random(seed);
        double[] cells = Values.of(4).cells();
        for (int i = 0; i < cells.length; i++) cells[i] = random.nextInt(-160, 161) / 16.0;
        return new Values(4, cells);
    }

    @Property(
            tries = 1000,
            seed = "20260722",
            edgeCases = EdgeCasesMode.NONE,
            shrinking = ShrinkingMode.BOUNDED)
    void isWhatOnnxRuntimeComputes(@ForAll("convolutions") Convolution convolution)
            throws OrtException, IOException {
        Setting s = convolution.setting();
        Statistics.label("padding").collect(s.padding());
        Statistics.label("groups").collect(s.get(Parameter.GROUPS));
        List<Integer> pads =
                List.of(
                        s.height().before(),
                        s.width().before(),
                        s.height().after(),
                        s.width().after());
        same(convolution, Map.of("pads", pads));
        boolean dilated = s.height().dilation() * s.width().dilation() > 1;
        if (s.padding() == Padding.VALID) same(convolution, Map.of("auto_pad", "VALID"));
        if (s.padding() == Padding.SAME && !dilated) {
            same(convolution, Map.of("auto_pad", "SAME_UPPER"));
        }
    }

    private static void same(Convolution ours, Map<String, ?> padding)
            throws OrtException, IOException {
        Setting s = ours.setting();
        Shape shape =
                Shape.of(
                        1,
                        s.get(Parameter.OUTPUT_CHANNELS),
                        s.height().output(),
                        s.width().output());
        OrtEnvironment ort = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = ort.createSession(model(ours, padding), options);
                    OnnxTensor x = OnnxTensor.createTensor(ort, input(ours), inputSizes(s));
                    OrtSession.Result result = session.run(Map.of("x", x))) {
                OnnxTensor y = (OnnxTensor) result.get(0);
                assertThat(y.getInfo().getShape())
                        .isEqualTo(shape.sizes().stream().mapToLong(Integer::longValue).toArray());
                FloatBuffer theirs = y.getFloatBuffer();
                assertThat(s.steps()).isEqualTo(theirs.remaining());
                for (int step = 0; step < s.steps(); step++) {
                    Position at = s.position(step);
                    assertThat(ours.at(at))
                            .as("%s at %s", s, at)
                            .isEqualTo(theirs.get(step), within(1e-5 * Math.abs(theirs.get(step))));
                }
            }
        }
    }

    private static long[] inputSizes(Setting s) {
        return new long[] {
            1, s.get(Parameter.INPUT_CHANNELS), s.height().input(), s.width().input()
        };
    }

    private static FloatBuffer input(Convolution c) {
        Setting s = c.setting();
        List<Double> all = new ArrayList<>();
        for (int channel = 0; channel < s.get(Parameter.INPUT_CHANNELS); channel++) {
            for (int y = 0; y < s.height().input(); y++) {
                for (int x = 0; x < s.width().input(); x++) {
                    all.add(c.values().cells()[c.values().input(channel, y, x)]);
                }
            }
        }
        return floats(all);
    }

    private static FloatBuffer floats(List<Double> values) {
        FloatBuffer to = FloatBuffer.allocate(values.size());
        values.forEach(value -> to.put(value.floatValue()));
        return to.flip();
    }

    private static byte[] model(Convolution c, Map<String, ?> padding) throws IOException {
        Setting s = c.setting();
        int outputs = s.get(Parameter.OUTPUT_CHANNELS);
        OnnxFileWriter file = new OnnxFileWriter("conv", false);
        file.input(
                "x",
                Shape.of(
                        1, s.get(Parameter.INPUT_CHANNELS), s.height().input(), s.width().input()));
        List<Double> weights = new ArrayList<>();
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < s.depth(); i++) {
                for (int y = 0; y < s.height().kernel(); y++) {
                    for (int x = 0; x < s.width().kernel(); x++) {
                        weights.add(c.values().cells()[c.values().weight(o, i, y, x)]);
                    }
                }
            }
        }
        file.weights(
                "w",
                Shape.of(outputs, s.depth(), s.height().kernel(), s.width().kernel()),
                to -> to.put(floats(weights)));
        List<String> inputs = new ArrayList<>(List.of("x", "w"));
        if (s.bias()) {
            List<Double> biases = new ArrayList<>();
            for (int o = 0; o < outputs; o++) biases.add(c.values().cells()[c.values().bias(o)]);
            file.weights("b", Shape.of(outputs), to -> to.put(floats(biases)));
            inputs.add("b");
        }
        Map<String, Object> attributes = new LinkedHashMap<>(padding);
        attributes.put("kernel_shape", List.of(s.height().kernel(), s.width().kernel()));
        attributes.put("strides", List.of(s.height().stride(), s.width().stride()));
        attributes.put("dilations", List.of(s.height().dilation(), s.width().dilation()));
        attributes.put("group", s.get(Parameter.GROUPS));
        file.node("Conv", inputs, "y", attributes);
        file.output("y", Shape.of(1, outputs, s.height().output(), s.width().output()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(Channels.newChannel(out));
        return out.toByteArray();
    }
}
