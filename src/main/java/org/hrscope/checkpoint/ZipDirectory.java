package org.hrscope.checkpoint;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/// The entries of a zip file (PKWARE's APPNOTE.TXT 6.3, with zip64). PyTorch stores entries uncompressed so that
/// they can be mapped; compressed ones are refused, which also rules out zip bombs.
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_BYTES = 22;
    private static final long NONE_32 = 0xffff_ffffL;

    /// @param header offset of the local header
    private record Part(int method, long checksum, long packed, long size, long header) {}

    private final MemorySegment file;
    private final PickleBudget budget;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private long verified;

    ZipDirectory(MemorySegment file, PickleBudget budget) {
        this.file = file;
        this.budget = budget;
        long end = endRecord();
        ByteCursor record = at(end + 10);
        long count = record.u16();
        record.i32();
        long start = record.u32();
        if (start == NONE_32 || count == 0xffff) {
            ByteCursor locator = at(end - 20);
            expect(locator.i32() == LOCATOR_64, end - 20);
            locator.i32();
            long end64 = locator.i64();
            ByteCursor record64 = at(end64);
            expect(record64.i32() == END_64, end64);
            record64.skip(28);
            count = record64.i64();
            record64.i64();
            start = record64.i64();
        }
        ByteCursor central = at(start);
        for (long i = 0; i < count; i++) readPart(central);
    }

    /// All entry names, in directory order.
    Iterable<String> names() {
        return parts.keySet();
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    /// The bytes of one entry, checksum verified.
    ByteBuffer bytes(String name) {
        Part part = parts.get(name);
        if (part == null) throw new BrokenCheckpoint("checkpoint.part-missing", name);
        if (part.method != 0 || part.packed != part.size) {
            throw new BrokenCheckpoint("checkpoint.compressed", name);
        }
        ByteCursor local = at(part.header);
        expect(local.i32() == LOCAL, part.header);
        local.skip(22);
        int nameBytes = local.u16();
        int extraBytes = local.u16();
        local.skip(nameBytes + extraBytes);
        // Overlapping entries would be checksummed over and over: their sum may not exceed the
        // file.
        verified += part.size;
        expect(part.size >= 0 && verified <= file.byteSize(), part.header);
        if (part.size > Integer.MAX_VALUE) throw new BrokenCheckpoint("checkpoint.too-much");
        ByteBuffer bytes = local.slice(part.size).asByteBuffer();
        if (checksum(bytes) != part.checksum) {
            throw new BrokenCheckpoint("checkpoint.checksum", name);
        }
        return bytes;
    }

    private void readPart(ByteCursor central) {
        long at = central.position();
        budget.spend();
        expect(central.i32() == CENTRAL, at);
        central.skip(6);
        int method = central.u16();
        central.i32();
        long checksum = central.u32();
        long packed = central.u32();
        long size = central.u32();
        int nameBytes = central.u16();
        int extraBytes = central.u16();
        int commentBytes = central.u16();
        central.skip(8);
        long header = central.u32();
        String name = central.text(nameBytes, StandardCharsets.UTF_8);
        ByteCursor extra = new ByteCursor(central.slice(extraBytes), 0, budget);
        central.skip(commentBytes);
        while (extraBytes - extra.position() >= 4) {
            int id = extra.u16();
            ByteCursor field = new ByteCursor(extra.slice(extra.u16()), 0, budget);
            if (id != 1) continue;
            if (size == NONE_32) size = field.i64();
            if (packed == NONE_32) packed = field.i64();
            if (header == NONE_32) header = field.i64();
        }
        Part twin = parts.put(name, new Part(method, checksum, packed, size, header));
        expect(twin == null, at);
    }

    /// The end record is last, except for a comment of up to 65,535 bytes.
    private long endRecord() {
        long last = file.byteSize() - END_BYTES;
        for (long at = last; at >= 0 && at >= last - 0xffff; at--) {
            if (at(at).i32() == END && at(at + 20).u16() == last - at) return at;
        }
        throw new BrokenCheckpoint("checkpoint.cut-off", file.byteSize());
    }

    private ByteCursor at(long position) {
        expect(position >= 0 && position <= file.byteSize(), position);
        return new ByteCursor(file, position, budget);
    }

    private static void expect(boolean holds, long at) {
        if (!holds) throw new BrokenCheckpoint("checkpoint.nonsense", at);
    }

    private static long checksum(ByteBuffer bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes.duplicate());
        return sum.getValue();
    }
}
