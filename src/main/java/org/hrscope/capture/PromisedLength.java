package org.hrscope.capture;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Whether a video file ends before its top-level boxes do, as after an aborted download: MP4 and QuickTime boxes,
/// the RIFF chunk of AVI, the segment of Matroska and WebM, the blocks of GIF. Other formats never count as truncated.
final class PromisedLength {
    /// First boxes of MP4 and QuickTime files: ftyp, moov, mdat, wide, free.
    private static final Set<Integer> BOXES =
            Set.of(0x66747970, 0x6d6f6f76, 0x6d646174, 0x77696465, 0x66726565);

    private PromisedLength() {}

    static boolean exceeds(Path file) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int first = in.readInt();
            return switch (first) {
                case 0x52494646 ->
                        8 + Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()))
                                > in.length();
                case 0x1a45dfa3 -> segmentExceeds(in);
                case 0x47494638 -> gifExceeds(file);
                default -> BOXES.contains(in.readInt()) && boxesExceed(in);
            };
        } catch (IOException e) {
            return false; // too short for any of these
        }
    }

    private static boolean boxesExceed(RandomAccessFile in) throws IOException {
        long at = 0;
        while (at + 8 <= in.length()) {
            in.seek(at);
            long size = Integer.toUnsignedLong(in.readInt());
            in.readInt(); // box type
            if (size == 1) size = in.readLong();
            if (size < 8) return false; // 0: extends to the end of the file
            at += size;
        }
        return at > in.length();
    }

    private static boolean segmentExceeds(RandomAccessFile in) throws IOException {
        in.seek(4);
        long header = variable(in);
        in.seek(in.getFilePointer() + header);
        if (in.readInt() != 0x18538067) return false;
        long segment = variable(in);
        return segment >= 0 && in.getFilePointer() + segment > in.length();
    }

    /// GIF: a header, then blocks up to the trailer, which many a program omits after a whole one.
    private static boolean gifExceeds(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.skipNBytes(10);
            skipColours(in, 2);
            while (true) {
                switch (in.read()) {
                    case '!' -> in.skipNBytes(1);
                    case ',' -> {
                        in.skipNBytes(8);
                        skipColours(in, 0);
                        in.skipNBytes(1);
                    }
                    default -> {
                        return false;
                    }
                }
                for (int more = byteOf(in); more > 0; more = byteOf(in)) in.skipNBytes(more);
            }
        } catch (EOFException e) {
            return true;
        }
    }

    /// A byte that tells of a table of colours, bytes to skip, and the table.
    private static void skipColours(InputStream in, int more) throws IOException {
        int flags = byteOf(in);
        in.skipNBytes(more);
        if ((flags & 0x80) != 0) in.skipNBytes(3L << (flags & 7) + 1);
    }

    private static int byteOf(InputStream in) throws IOException {
        int read = in.read();
        if (read < 0) throw new EOFException();
        return read;
    }

    /// An EBML variable-length integer: its leading zero bits give its length; -1 for "unknown".
    private static long variable(RandomAccessFile in) throws IOException {
        int head = in.readUnsignedByte();
        int more = Integer.numberOfLeadingZeros(head) - 24;
        long value = head & (0x7f >> more);
        boolean ones = value == 0x7f >> more;
        for (int i = 0; i < more; i++) {
            int next = in.readUnsignedByte();
            ones &= next == 0xff;
            value = value << 8 | next;
        }
        return ones ? -1 : value;
    }
}
