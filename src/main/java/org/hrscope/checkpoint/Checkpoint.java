package org.hrscope.checkpoint;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.file.FileWork;

/// An open PyTorch checkpoint: the network's tensors under their official names. The file is memory-mapped; values
/// are read tensor by tensor. Close after use, from any thread.
public final class Checkpoint implements AutoCloseable {
    private static final int ZIP_MARK = 'P' | 'K' << 8;
    private static final int PICKLE_MARK = 0x80;

    private final Arena arena;
    private final String place;
    private final Map<String, StoredTensor> tensors;

    private Checkpoint(Arena arena, String place, Map<String, StoredTensor> tensors) {
        this.arena = arena;
        this.place = place;
        this.tensors = Collections.unmodifiableMap(tensors);
    }

    /// Reads names and shapes, checks that every tensor lies within the file, and refuses anything that could
    /// execute.
    ///
    /// @throws Problem one of `file.missing`, `checkpoint.*`
    @SuppressWarnings("MustBeClosedChecker") // closed by close(), or here where nothing is opened
    public static Checkpoint open(Path file) throws Problem {
        FileWork.there(file);
        Arena arena = Arena.ofShared();
        boolean opened = false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            Archive archive = archive(channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena));
            StateDict state = StateDict.of(archive.root());
            Checkpoint checkpoint =
                    new Checkpoint(arena, state.place(), resolve(state.tensors(), archive));
            opened = true;
            return checkpoint;
        } catch (BrokenCheckpoint e) {
            throw new Problem(e, e.key(), e.arguments(file));
        } catch (IOException | InternalError e) {
            // Reading a mapping throws InternalError if the file is truncated or its disk goes
            // away.
            throw new Problem(e, "checkpoint.unreadable", file, e);
        } finally {
            if (!opened) arena.close();
        }
    }

    /// In file order.
    public Map<String, StoredTensor> tensors() {
        return tensors;
    }

    public Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
        return shapes;
    }

    @Override
    public void close() {
        arena.close();
    }

    /// Key of this network in a file of several, such as `model.ema`; empty if it is the only one.
    public String place() {
        return place;
    }

    /// @throws BrokenCheckpoint if the bytes are malformed
    static Map<String, StoredTensor> read(ByteBuffer file) {
        Archive archive = archive(MemorySegment.ofBuffer(file));
        return resolve(StateDict.of(archive.root()).tensors(), archive);
    }

    private static Map<String, StoredTensor> resolve(Map<String, TensorRef> refs, Archive archive) {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        refs.forEach((name, ref) ->
                tensors.put(name, TensorCheck.resolve(name, ref, archive.bytes(ref.storage()))));
        TensorCheck.together(refs.values(), tensors.values());
        return tensors;
    }

    private static Archive archive(MemorySegment file) {
        if (file.byteSize() == 0) throw new BrokenCheckpoint("checkpoint.cut-off", 0);
        PickleBudget budget = new PickleBudget();
        if (file.byteSize() >= 2 && new ByteCursor(file, 0, budget).u16() == ZIP_MARK) {
            return new ZipArchive(file, budget);
        }
        if (new ByteCursor(file, 0, budget).u8() == PICKLE_MARK) {
            return new LegacyArchive(file, budget);
        }
        throw OtherFormat.of(file);
    }
}
