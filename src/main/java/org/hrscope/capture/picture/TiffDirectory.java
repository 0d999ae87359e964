package org.hrscope.capture.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The first directory (IFD) of a TIFF structure: a TIFF or BigTIFF file, or the Exif block of another format. Nothing
/// beyond the second is ever read, so cyclic chains are harmless. Damage shows up as [IndexOutOfBoundsException] or
/// [ArithmeticException].
final class TiffDirectory {
    private static final int ORIENTATION = 274;
    private static final int SHORT = 3;

    /// What a directory holds: bit 0 for a smaller version of another image, bit 2 for a mask.
    private static final int KIND = 254;

    private final ByteBuffer in;

    /// BigTIFF: 64-bit offsets and counts.
    private final boolean big;

    private final long first;
    private final long entries;

    /// @param block starts with the byte order, II or MM
    TiffDirectory(ByteBuffer block) {
        ByteOrder order =
                block.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        in = block.slice().order(order);
        big = in.getShort(2) == 43;
        long start = offset(big ? 8 : 4);
        entries = count(start);
        first = start + (big ? 8 : 2);
    }

    private TiffDirectory(TiffDirectory before, long start) {
        in = before.in;
        big = before.big;
        entries = count(start);
        first = start + (big ? 8 : 2);
    }

    /// Of entries.
    private long count(long start) {
        int at = Math.toIntExact(start);
        return big ? in.getLong(at) : in.getShort(at) & 0xffff;
    }

    private long offset(int at) {
        return big ? in.getLong(at) : in.getInt(at) & 0xffffffffL;
    }

    /// The orientation in an Exif block, with or without JPEG's `Exif` prefix; upright if the block is damaged,
    /// since the image may still be fine.
    static Orientation orientation(ByteBuffer exif) {
        try {
            boolean named = exif.getInt(0) == 0x45786966; // Exif, NUL, NUL
            return new TiffDirectory(named ? exif.slice(6, exif.limit() - 6) : exif).orientation();
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            return Orientation.UPRIGHT;
        }
    }

    Orientation orientation() {
        return Orientation.of(value(ORIENTATION, 1));
    }

    /// Overwrites the orientation tag with "upright".
    void forgetOrientation() {
        int entry = entry(ORIENTATION);
        if (entry < 0) return;
        in.putShort(entry + 2, (short) SHORT);
        if (big) in.putLong(entry + 4, 1);
        else in.putInt(entry + 4, 1);
        in.putShort(entry + (big ? 12 : 8), (short) 1);
    }

    /// The first value of a tag; `otherwise` if the tag is missing.
    long value(int tag, long otherwise) {
        int entry = entry(tag);
        return entry < 0 || count(entry) == 0 ? otherwise : read(entry, 0);
    }

    /// The largest value of a tag; negative if one exceeds 63 bits; 0 if the tag is missing.
    long largest(int tag) {
        int entry = entry(tag);
        long most = 0;
        for (int i = 0; entry >= 0 && i < count(entry); i++) {
            long value = read(entry, i);
            if (value < 0) return value;
            most = Math.max(most, value);
        }
        return most;
    }

    /// Whether the next directory is another image of its own. Damage beyond the first one does not matter.
    boolean pageFollows() {
        try {
            long end = Math.addExact(first, Math.multiplyExact(entries, big ? 20L : 12L));
            long next = offset(Math.toIntExact(end));
            return next != 0 && (new TiffDirectory(this, next).value(KIND, 0) & 5) == 0;
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            return false;
        }
    }

    private long count(int entry) {
        return big ? in.getLong(entry + 4) : in.getInt(entry + 4) & 0xffffffffL;
    }

    private long read(int entry, int index) {
        int size =
                switch (in.getShort(entry + 2)) {
                    case SHORT -> 2;
                    case 1, 7 -> 1; // BYTE, UNDEFINED
                    case 16 -> 8; // LONG8
                    default -> 4;
                };
        int field = entry + (big ? 12 : 8);
        long values = field;
        if (count(entry) > (big ? 8 : 4) / size) {
            values = big ? in.getLong(field) : in.getInt(field) & 0xffffffffL;
        }
        int at = Math.toIntExact(values + (long) index * size);
        return switch (size) {
            case 1 -> in.get(at) & 0xff;
            case 2 -> in.getShort(at) & 0xffff;
            case 4 -> in.getInt(at) & 0xffffffffL;
            default -> in.getLong(at);
        };
    }

    /// Offset of the tag's entry; -1 if missing.
    private int entry(int tag) {
        int length = big ? 20 : 12;
        // The count may promise more entries than there are bytes; read those that are there.
        for (long i = 0; i < entries && first + (i + 1) * length <= in.limit(); i++) {
            int entry = (int) (first + i * length);
            if ((in.getShort(entry) & 0xffff) == tag) return entry;
        }
        return -1;
    }
}
