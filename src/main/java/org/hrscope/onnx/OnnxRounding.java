package org.hrscope.onnx;

/// How a tensor's real numbers are kept as whole ones: real = scale * (whole - zero), as `DequantizeLinear` has it
/// (onnx.ai/onnx/operators/onnx__DequantizeLinear.html). Immutable.
///
/// @param scales one for the whole tensor, or one for each output channel
/// @param zero   the whole number that stands for 0
/// @param least  the smallest whole number, `most` the largest
public record OnnxRounding(float[] scales, int zero, int least, int most) {

    /// The real number that `real` is rounded to, clipped to what the whole numbers reach.
    public float rounded(float real, int channel) {
        float scale = scale(channel);
        return (whole(real, channel) - zero) * scale;
    }

    /// Ties go to the even number, as in ONNX Runtime.
    public int whole(float real, int channel) {
        double whole = Math.rint((double) real / scale(channel)) + zero;
        return (int) Math.clamp(whole, least, most);
    }

    public float scale(int channel) {
        return scales[scales.length == 1 ? 0 : channel];
    }
}
