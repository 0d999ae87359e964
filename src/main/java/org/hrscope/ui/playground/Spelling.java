package org.hrscope.ui.playground;

import static org.hrscope.ui.playground.Parameter.GROUPS;
import static org.hrscope.ui.playground.Parameter.INPUT_CHANNELS;
import static org.hrscope.ui.playground.Parameter.OUTPUT_CHANNELS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hrscope.ui.common.Texts;

/// A setting as a framework call, argument by argument, each with the key of its explanation. Any thread.
///
/// @param before statement that must precede it; empty for none
/// @param after  statement that must follow it
record Spelling(String before, String function, List<Argument> arguments, String after) {

    /// @param key of a text with `numbers` as arguments
    record Argument(String code, String key, Object... numbers) {
        String name() {
            return code.replaceAll("=.*", "");
        }
    }

    Spelling {
        arguments = List.copyOf(arguments);
    }

    String call() {
        return arguments.stream()
                .map(Argument::code)
                .collect(Collectors.joining(", ", function + "(", ")"));
    }

    /// NHWC; the kernel is (height, width, input channels per kernel, output channels).
    static Spelling tensorFlow(Setting s) {
        Axis down = s.height();
        Axis across = s.width();
        int in = s.get(INPUT_CHANNELS);
        int out = s.get(OUTPUT_CHANNELS);
        int groups = s.get(GROUPS);
        String w = groups == 1 ? "playground.tf.w" : "playground.tf.w.groups";
        String strides = Texts.format("strides=[1, %d, %d, 1]", down.stride(), across.stride());
        List<Argument> all = new ArrayList<>();
        all.add(new Argument("x", "playground.tf.x", down.input(), across.input(), in));
        all.add(new Argument("w", w, down.kernel(), across.kernel(), s.depth(), out, in, groups));
        all.add(new Argument(strides, "playground.tf.strides"));
        String zeros =
                Texts.format(
                        "padding=[[0, 0], [%d, %d], [%d, %d], [0, 0]]",
                        down.before(), down.after(), across.before(), across.after());
        all.add(
                switch (s.padding()) {
                    case VALID -> new Argument("padding='VALID'", "playground.tf.padding.valid");
                    case SAME -> new Argument("padding='SAME'", "playground.tf.padding.same");
                    case NUMBER -> new Argument(zeros, "playground.tf.padding.number");
                });
        String apart = Texts.format("dilations=[1, %d, %d, 1]", down.dilation(), across.dilation());
        boolean dilated = down.dilation() * across.dilation() > 1;
        if (dilated) all.add(new Argument(apart, "playground.tf.dilations"));
        return new Spelling("", "tf.nn.conv2d", all, s.bias() ? "y = tf.nn.bias_add(y, b)" : "");
    }

    /// NCHW. `'same'` works for stride 1 only; uneven padding needs its own statement.
    static Spelling pyTorch(Setting s) {
        Axis down = s.height();
        Axis across = s.width();
        boolean same = s.padding() == Padding.SAME && down.stride() * across.stride() == 1;
        boolean uneven = !same && (down.pad() % 2 == 1 || across.pad() % 2 == 1);
        String padding = uneven ? "0" : pair(down.before(), across.before());
        String why =
                switch (s.padding()) {
                    case VALID -> "valid";
                    case NUMBER -> "number";
                    case SAME -> same ? "same" : uneven ? "uneven" : "even";
                };
        List<Argument> all =
                List.of(
                        argument("in_channels", s.get(INPUT_CHANNELS), "", s.depth()),
                        argument("out_channels", s.get(OUTPUT_CHANNELS), ""),
                        argument("kernel_size", pair(down.kernel(), across.kernel()), ""),
                        argument("stride", pair(down.stride(), across.stride()), ""),
                        argument("padding", same ? "'same'" : padding, "." + why),
                        argument("dilation", pair(down.dilation(), across.dilation()), ""),
                        argument("groups", s.get(GROUPS), ""),
                        argument("bias", s.bias() ? "True" : "False", ""));
        String zeros =
                Texts.format(
                        "x = F.pad(x, (%d, %d, %d, %d))",
                        across.before(), across.after(), down.before(), down.after());
        return new Spelling(uneven ? zeros : "", "nn.Conv2d", all, "");
    }

    private static Argument argument(String name, Object value, String which, Object... numbers) {
        return new Argument(name + "=" + value, "playground.torch." + name + which, numbers);
    }

    private static String pair(int down, int across) {
        return down == across ? String.valueOf(down) : "(" + down + ", " + across + ")";
    }
}
