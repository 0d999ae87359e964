package org.hrscope.checkpoint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Reads little-endian values sequentially from a mapped file of any length, never past its end.
final class ByteCursor {
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment bytes;
    private final PickleBudget budget;
    private long position;

    ByteCursor(MemorySegment bytes, long position, PickleBudget budget) {
        this.bytes = bytes;
        this.budget = budget;
        skip(position);
    }

    ByteCursor(ByteBuffer bytes, long position, PickleBudget budget) {
        this(MemorySegment.ofBuffer(bytes), position, budget);
    }

    long position() {
        return position;
    }

    int u8() {
        return bytes.get(ValueLayout.JAVA_BYTE, advance(1)) & 0xff;
    }

    int u16() {
        return bytes.get(SHORT, advance(2)) & 0xffff;
    }

    int i32() {
        return bytes.get(INT, advance(4));
    }

    long u32() {
        return i32() & 0xffff_ffffL;
    }

    long i64() {
        return bytes.get(LONG, advance(8));
    }

    /// The next `count` bytes, without copying.
    MemorySegment slice(long count) {
        return bytes.asSlice(advance(count), count);
    }

    void skip(long count) {
        advance(count);
    }

    /// The next `count` bytes, copied; for short ones.
    byte[] copy(long count) {
        long from = advance(count);
        budget.spendText(count);
        return bytes.asSlice(from, count).toArray(ValueLayout.JAVA_BYTE);
    }

    /// The next `count` bytes as text. The length is checked before anything is allocated.
    String text(long count, Charset charset) {
        return new String(copy(count), charset);
    }

    /// Up to and excluding the next line feed, which is consumed.
    String line() {
        long end = position;
        while (end < bytes.byteSize() && bytes.get(ValueLayout.JAVA_BYTE, end) != '\n') end++;
        String line = text(end - position, StandardCharsets.UTF_8);
        advance(1);
        return line;
    }

    /// @return the position before
    private long advance(long count) {
        if (count < 0 || count > bytes.byteSize() - position) {
            throw new BrokenCheckpoint("checkpoint.cut-off", position);
        }
        long before = position;
        position += count;
        return before;
    }
}
