package org.hrscope.ui.explain;

import java.nio.FloatBuffer;
import org.hrscope.domain.Tensor;
import org.hrscope.onnx.OnnxRounding;
import org.hrscope.ui.common.Texts;

/// One number of a frame before and after it was rounded to a whole one. Immutable.
///
/// @param frame   its index in the source
/// @param exact   before
/// @param whole   as it is kept
/// @param read    the real number that this stands for
/// @param step    from one whole number to the next
/// @param clipped whether it lay beyond what the whole numbers reach
record RoundedValue(long frame, float exact, int whole, float read, float step, boolean clipped) {

    /// The largest value, which is easily found in the inspector.
    static RoundedValue of(Tensor values, OnnxRounding rounding, long frame) {
        FloatBuffer numbers = values.values();
        float largest = numbers.get(0);
        for (int i = 1; i < numbers.capacity(); i++) largest = Math.max(largest, numbers.get(i));
        float step = rounding.scale(0);
        float read = rounding.rounded(largest, 0);
        return new RoundedValue(
                frame,
                largest,
                rounding.whole(largest, 0),
                read,
                step,
                Math.abs((double) largest - read) > 0.51 * step);
    }

    String text(Texts texts) {
        return texts.get(
                clipped ? "explain.rounded.clipped" : "explain.rounded.example",
                "" + frame,
                number(exact),
                "" + whole,
                number(read),
                number(Math.abs(exact - read)),
                number(step / 2));
    }

    /// Enough digits to tell two steps apart, however small they are.
    static String number(double value) {
        double size = Math.abs(value);
        boolean tiny = size > 0 && size < 1e-4;
        return Texts.format(tiny ? "%.2e" : size < 0.1 ? "%.5f" : "%.4f", value);
    }
}
