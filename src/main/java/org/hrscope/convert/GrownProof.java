package org.hrscope.convert;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.InnerSession;

/// Whether a grown network computes what the small one does: both run on one fixed input.
///
/// @param name of the small one, for sentences
public record GrownProof(Object name, GrownNetwork grown) {

    /// What the heatmaps of both may differ by, relative to their largest value.
    private static final double TOLERANCE = 1e-5;

    /// @param origin a session of the small network
    /// @param file   as [GrownNetwork#write] made it
    /// @return the largest difference of the heatmaps, relative to their largest value
    /// @throws Problem `grow.differs` above the tolerance, `grow.half` where float16 is why
    public double of(InnerSession origin, Path file) throws Problem {
        Tensor input = FixedInput.of(grown.net().inputHeight(), grown.net().inputWidth());
        List<String> maps = List.of(grown.net().parts().getLast().name());
        origin.feed(input);
        Map<String, Tensor> reference = new HashMap<>(origin.run(maps));
        reference.put("input", input);
        double off = new ParityCheck().run(file, reference).getFirst().relative();
        if (off <= TOLERANCE) return off;
        boolean half = grown.weights().values().stream().allMatch(GrownProof::half);
        String key = half ? "grow.half" : "grow.differs";
        throw new Problem(key, name, String.format(Locale.ROOT, "%.1e", off));
    }

    /// Whether the file stores it as float16, or could.
    private static boolean half(Tensor tensor) {
        for (float value : tensor.toArray()) {
            if (Float.float16ToFloat(Float.floatToFloat16(value)) != value) return false;
        }
        return true;
    }
}
