package org.hrscope.pipeline;

import java.util.List;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.GatedValue;
import org.hrscope.pixels.Cover;

/// What differs from the network as it was trained, and from the frame as it was grabbed, where inner values are read.
/// Immutable.
///
/// @param file  the network meant
/// @param gates values that are multiplied; none where only the image is covered
/// @param gains one for each channel of the gates, in their order; not to be modified
/// @param cover what the network does not see
public record Alteration(ModelFile file, List<GatedValue> gates, float[] gains, Cover cover) {
    public Alteration {
        gates = List.copyOf(gates);
    }

    /// What a channel of a value is multiplied by; 1 where it is not among the gates.
    public float gain(GatedValue at, int channel) {
        int from = 0;
        for (GatedValue gate : gates) {
            if (gate.equals(at)) return gains[from + channel];
            from += gate.channels();
        }
        return 1;
    }
}
