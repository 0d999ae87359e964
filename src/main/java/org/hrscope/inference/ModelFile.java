package org.hrscope.inference;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.hrscope.model.ModelInfo;
import org.hrscope.model.Problem;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;
import org.jspecify.annotations.Nullable;

/// The file of an opened network, to open it once more in another way.
///
/// @param path null for the network that comes with the program
public record ModelFile(@Nullable Path path, ModelInfo info) {
    static final String BUNDLED = "hrnet_w16_coco17_256x192";

    static byte[] bundledBytes() throws Problem {
        String name = BUNDLED + ".onnx";
        try (InputStream in = ModelFile.class.getResourceAsStream("/models/" + name)) {
            if (in == null) throw new Problem("file.missing", name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", name);
        }
    }

    /// What the file says. Takes a while for a large one.
    public OnnxGraph graph() throws Problem {
        return path == null
                ? OnnxReader.read(this, ByteBuffer.wrap(bundledBytes()))
                : OnnxReader.read(path);
    }

    /// The file's bytes and `tail` behind them, in memory of `arena`.
    ByteBuffer bytes(Arena arena, byte[] tail) throws Problem {
        Path file = path;
        if (file == null) {
            byte[] bundled = bundledBytes();
            return memory(arena, bundled.length + (long) tail.length).put(bundled).put(tail).flip();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = memory(arena, channel.size() + tail.length);
            bytes.limit(bytes.capacity() - tail.length);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            bytes.limit(bytes.capacity());
            return bytes.put(tail).flip();
        } catch (IOException e) {
            throw new Problem(e, "onnx.unreadable", file, e);
        }
    }

    private static ByteBuffer memory(Arena arena, long size) {
        return arena.allocate(size).asByteBuffer();
    }

    /// For sentences.
    @Override
    public String toString() {
        return path == null ? BUNDLED + ".onnx" : path.toString();
    }
}
