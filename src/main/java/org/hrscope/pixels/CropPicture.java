package org.hrscope.pixels;

import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Tensor;

/// Turns the network's input back into an image by undoing the normalisation.
public final class CropPicture {
    private CropPicture() {}

    /// @param input [1, 3, H, W]
    /// @return 0xFFRRGGBB, row-major
    public static int[] of(Tensor input, ModelInfo model) {
        int[] colours = new int[input.shape().size(2) * input.shape().size(3)];
        for (int c = 0; c < 3; c++) {
            int shift = model.rgb() ? 16 - 8 * c : 8 * c;
            for (int i = 0; i < colours.length; i++) {
                float level = input.get(c * colours.length + i) * model.std().get(c);
                int eight = Math.clamp(Math.round((level + model.mean().get(c)) * 255), 0, 255);
                colours[i] |= 0xff000000 | eight << shift;
            }
        }
        return colours;
    }
}
