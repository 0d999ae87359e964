package org.hrscope.convert;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.hrscope.domain.Problem;
import org.hrscope.file.ScratchFile;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.Operation.Convolution;
import org.hrscope.onnx.OnnxFileWriter;

/// An untrained HRNet as an ONNX file with the names and shapes of the trained one. Initialised like the official
/// code (`lib/models/pose_hrnet.py`, `init_weights`): weights normal with mean 0 and standard deviation 0.001,
/// biases 0, batch norms gain 1 and shift 0 with running mean 0 and variance 1. Deterministic. Never on the FX
/// thread: a W48 takes seconds.
public final class UntrainedTwin {
    private static final double SPREAD = 0.001;
    private static final long SEED = 20190225;

    private UntrainedTwin() {}

    /// @throws Problem `import.not-written`
    public static void write(HrNet net, Path file) throws Problem {
        new HrNetRecipe(new OnnxFileWriter("hrnet", false), Untrained::new).write(net, file);
    }

    /// The same in a temporary file.
    ///
    /// @throws Problem `natives.temporary`
    public static ScratchFile temporary(HrNet net) throws IOException, Problem {
        ScratchFile scratch = ScratchFile.named("untrained.onnx");
        try {
            scratch.fill(path -> write(net, path));
        } catch (Throwable unwritten) {
            scratch.close();
            throw unwritten;
        }
        return scratch;
    }

    /// Batch norm with gain 1 and variance 1 still divides by sqrt(1 + epsilon).
    record Untrained(Convolution of) implements FilterValues {
        @Override
        public void putWeights(FloatBuffer to) {
            double gain = of.norm().isPresent() ? 1 / Math.sqrt(1 + FoldedWeights.EPSILON) : 1;
            SplittableRandom random = new SplittableRandom(SEED + of.weights().hashCode());
            for (long i = of.weightShape().count(); i > 0; i--) {
                to.put((float) (random.nextGaussian() * SPREAD * gain));
            }
        }

        @Override
        public void putBias(FloatBuffer to) {
            for (int i = 0; i < of.out(); i++) to.put(0);
        }
    }
}
