package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.hrscope.domain.Problem;

/// Weights stored in files of their own. They must lie in the model's folder or below: a downloaded model has no
/// business elsewhere on the disk.
record ExternalData(Path file) {
    /// @throws Problem `onnx.outside`, `onnx.weights-missing`
    void check(ModelProto model) throws Problem {
        Tensors.each(model, this::check);
    }

    private void check(TensorProto tensor) throws Problem {
        if (tensor.getDataLocation() != TensorProto.DataLocation.EXTERNAL) return;
        Map<String, String> said = new HashMap<>();
        for (StringStringEntryProto entry : tensor.getExternalDataList()) {
            said.put(entry.getKey(), entry.getValue());
        }
        String location = said.getOrDefault("location", "");
        Path weights = beside(location);
        try {
            long offset = Long.parseLong(said.getOrDefault("offset", "0"));
            long length = Long.parseLong(said.getOrDefault("length", "0"));
            long end = Math.addExact(offset, length);
            if (Math.min(offset, length) >= 0
                    && Files.isRegularFile(weights)
                    && end <= Files.size(weights)) {
                return;
            }
        } catch (NumberFormatException | ArithmeticException nonsense) {
            throw new Problem(nonsense, "onnx.not-one", file);
        } catch (IOException e) {
            throw new Problem(e, "onnx.unreadable", weights, e);
        }
        throw new Problem("onnx.weights-missing", file, weights.getFileName());
    }

    private Path beside(String location) throws Problem {
        try {
            Path relative = Path.of(location);
            boolean inside =
                    !relative.isAbsolute() && !location.matches("(?s)[/\\\\].*|[A-Za-z]:.*");
            for (Path part : relative) inside &= !part.toString().equals("..");
            // Windows separators too.
            inside &= !location.contains("..\\");
            if (inside && !location.isEmpty()) return file.resolveSibling(relative);
            throw new Problem("onnx.outside", file, shortened(location));
        } catch (InvalidPathException e) {
            throw new Problem(e, "onnx.outside", file, shortened(location));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }
}
