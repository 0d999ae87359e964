package org.hrscope.checkpoint;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The zip format, PyTorch's default since 1.6: `NAME/data.pkl` is the object, `NAME/data/KEY` are the storages,
/// and `NAME/byteorder` says `big` for files written on big-endian machines.
final class ZipArchive implements Archive {
    private static final String OBJECT = "data.pkl";

    private final ZipDirectory zip;
    private final String folder;
    private final ByteOrder order;
    private final Object root;
    private final Map<String, ByteBuffer> verified = new HashMap<>();

    ZipArchive(MemorySegment file, PickleBudget budget) {
        this.zip = new ZipDirectory(file, budget);
        this.folder = folder(zip);
        this.order = order(zip, folder + "byteorder");
        ByteCursor pickle = new ByteCursor(zip.bytes(folder + OBJECT), 0, budget);
        this.root = new PickleMachine(pickle, budget).run();
    }

    @Override
    public Object root() {
        return root;
    }

    @Override
    public ByteBuffer bytes(StorageRef storage) {
        String name = folder + "data/" + storage.key();
        return verified.computeIfAbsent(name, n -> zip.bytes(n).order(order));
    }

    private static String folder(ZipDirectory zip) {
        if (OtherFormat.isProgram(zip.names())) {
            throw new BrokenCheckpoint("checkpoint.torchscript");
        }
        for (String name : zip.names()) {
            if (name.endsWith("/" + OBJECT) && name.indexOf('/') == name.lastIndexOf('/')) {
                return name.substring(0, name.length() - OBJECT.length());
            }
        }
        throw OtherFormat.inZip(zip.names());
    }

    private static ByteOrder order(ZipDirectory zip, String name) {
        if (!zip.has(name)) return ByteOrder.LITTLE_ENDIAN;
        return StandardCharsets.US_ASCII.decode(zip.bytes(name)).toString().strip().equals("big")
                ? ByteOrder.BIG_ENDIAN
                : ByteOrder.LITTLE_ENDIAN;
    }
}
