package org.hrscope.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Reads little-endian values one after another from a mapped file, and never past its end.
final class ByteCursor {
    private final ByteBuffer bytes;
    private final PickleBudget budget;
    private int position;

    ByteCursor(ByteBuffer bytes, long position, PickleBudget budget) {
        this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        this.budget = budget;
        advance(position);
    }

    long position() {
        return position;
    }

    int u8() {
        return bytes.get(advance(1)) & 0xff;
    }

    int u16() {
        return bytes.getShort(advance(2)) & 0xffff;
    }

    int i32() {
        return bytes.getInt(advance(4));
    }

    long u32() {
        return i32() & 0xffff_ffffL;
    }

    long i64() {
        return bytes.getLong(advance(8));
    }

    /// The next `count` bytes, not copied.
    ByteBuffer slice(long count) {
        return bytes.slice(advance(count), (int) count);
    }

    /// The next `count` bytes, copied: for short ones.
    byte[] copy(long count) {
        int from = advance(count);
        budget.spendText(count);
        byte[] copy = new byte[(int) count];
        bytes.get(from, copy);
        return copy;
    }

    /// The next `count` bytes as text. The length is checked against what is there before anything is made of it.
    String text(long count, Charset charset) {
        return new String(copy(count), charset);
    }

    /// Up to the next line feed, which is swallowed.
    String line() {
        int end = position;
        while (end < bytes.limit() && bytes.get(end) != '\n') end++;
        String line = text(end - position, StandardCharsets.UTF_8);
        advance(1);
        return line;
    }

    /// @return the position before
    private int advance(long count) {
        if (count < 0 || count > bytes.limit() - position) {
            throw new BrokenCheckpoint("checkpoint.cut-off", position);
        }
        int before = position;
        position += (int) count;
        return before;
    }
}
