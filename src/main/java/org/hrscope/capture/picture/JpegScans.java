package org.hrscope.capture.picture;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// The scans of a JPEG: one, or several for a progressive image.
final class JpegScans {
    private JpegScans() {}

    /// How many start after `from`; may overestimate.
    static int count(ByteBuffer in, int from) {
        int scans = 0;
        for (int at = from; at + 1 < in.limit(); at++) {
            if (in.get(at) == -1 && in.get(at + 1) == (byte) 0xda) scans++;
        }
        return scans;
    }

    /// Whether a file without an end marker ends within a scan and needs no further one: every component has all its
    /// 64 coefficients down to the last bit.
    ///
    /// @param scan where the first scan starts
    static boolean complete(ByteBuffer in, int scan, int components) {
        Map<Integer, Long> told = new HashMap<>();
        int at = scan;
        while (at + 4 <= in.limit()) {
            int next = at + 2 + (in.getShort(at + 2) & 0xffff);
            if (next >= in.limit()) return false;
            if (in.get(at + 1) == (byte) 0xda) {
                note(in, at, told);
                next = end(in, next);
                if (next == in.limit()) {
                    return told.size() == components
                            && told.values().stream().allMatch(t -> t == -1L);
                }
            }
            if (in.get(next) != -1) return false;
            at = next;
        }
        return false;
    }

    /// Records which coefficients this scan completes, one bit each.
    private static void note(ByteBuffer in, int scan, Map<Integer, Long> told) {
        int components = in.get(scan + 4);
        int band = scan + 5 + 2 * components;
        int from = in.get(band) & 63;
        int to = in.get(band + 1) & 63;
        boolean last = (in.get(band + 2) & 15) == 0;
        long coefficients = last && from <= to ? -1L >>> 63 - to + from << from : 0;
        for (int i = 0; i < components; i++) {
            told.merge((int) in.get(scan + 5 + 2 * i), coefficients, (a, b) -> a | b);
        }
    }

    /// Offset of the next marker that is neither a restart nor a stuffed byte.
    private static int end(ByteBuffer in, int from) {
        for (int at = from; at + 1 < in.limit(); at++) {
            int next = in.get(at + 1) & 0xff;
            boolean inScan = next == 0 || next == 0xff || (next >= 0xd0 && next <= 0xd7);
            if (in.get(at) == -1 && !inScan) return at;
        }
        return in.limit();
    }
}
