package org.hrscope.export;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The header of NumPy's `.npy` (versions 1 and 2), C order.
///
/// @param type as NumPy spells it, such as `<f4`
record NpyHeader(String type, List<Integer> sizes) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST = 1 << 16;
    private static final Pattern TEXT =
            Pattern.compile(
                    "'descr': '([^']+)', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\)");

    NpyHeader {
        sizes = List.copyOf(sizes);
    }

    /// @throws IllegalArgumentException if it is not one
    static NpyHeader read(DataInputStream in) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        if (start.length < MAGIC.length + 2 || !Arrays.equals(start, 0, 6, MAGIC, 0, 6)) {
            throw new IllegalArgumentException("no array");
        }
        byte[] size = in.readNBytes(start[6] == 1 ? 2 : 4);
        int length =
                ByteBuffer.wrap(Arrays.copyOf(size, 4)).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < 0 || length > LONGEST) throw new IllegalArgumentException("header");
        String text = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        Matcher found = TEXT.matcher(text);
        if (!found.find()) throw new IllegalArgumentException(text);
        List<Integer> sizes = new ArrayList<>();
        for (String each : found.group(2).split(",")) {
            if (!each.isBlank()) sizes.add(Integer.valueOf(each.strip()));
        }
        return new NpyHeader(found.group(1), sizes);
    }
}
