package org.hrscope.quantise;

import org.hrscope.onnx.OnnxRounding;

/// The real numbers that 256 levels are spread over. Includes 0, which padding needs exactly.
record ValueRange(double least, double most) {
    private static final int LEVELS = 255;

    ValueRange {
        least = Math.min(0, least);
        most = Math.max(0, most);
    }

    double scale() {
        double scale = (most - least) / LEVELS;
        // A tensor that is always 0 takes any scale; a float must hold it and its reciprocal.
        return scale < 1e-30 ? 1 : scale;
    }

    OnnxRounding rounding() {
        float scale = (float) scale();
        int zero = (int) Math.clamp(Math.rint(-least / scale), 0, LEVELS);
        return new OnnxRounding(new float[] {scale}, zero, 0, LEVELS);
    }
}
