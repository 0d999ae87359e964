package org.hrscope.convert;

import java.io.IOException;
import java.nio.file.Path;
import org.hrscope.checkpoint.RandomTensors;
import org.hrscope.domain.Problem;
import org.hrscope.file.WholeFile;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.onnx.OnnxFileWriter;

/// An untrained HRNet of any size as an ONNX file, where only shapes and times matter.
public final class RandomNetwork {
    private RandomNetwork() {}

    public static Path write(HrNetSpec spec, int height, int width, Path file) {
        HrNet net = HrNet.of(spec, height, width);
        OnnxFileWriter writer = new OnnxFileWriter("hrnet", false);
        new HrNetRecipe(writer, RandomTensors.of(net.stateDict(), 4)).write(net);
        writer.metadata("mean", () -> "0.485,0.456,0.406");
        writer.metadata("std", () -> "0.229,0.224,0.225");
        writer.metadata("channel_order", () -> "RGB");
        try {
            WholeFile.write(file, writer::write);
        } catch (IOException | Problem e) {
            throw new AssertionError(e);
        }
        return file;
    }

    /// `W32 out.onnx`, `W48 out.onnx`: for manual inspection.
    public static void main(String[] arguments) {
        int width = Integer.parseInt(arguments[0]);
        write(
                HrNetSpec.published(HrNetSpec.Version.V1, width, 17),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Path.of(arguments[3]));
    }
}
