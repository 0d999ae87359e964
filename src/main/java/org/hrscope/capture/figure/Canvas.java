package org.hrscope.capture.figure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.jspecify.annotations.Nullable;

/// An image's memory plus a record of what was last painted there: a backdrop that is still up is restored only where
/// something was painted on it. One thread.
final class Canvas {
    final int width;
    final int height;
    private final ByteBuffer memory;
    private final ByteBuffer bytes;
    private final IntBuffer pixels;

    private @Nullable Backdrop behind;
    private int column;

    /// Columns of each row that were painted on since, the last exclusive.
    private final int[] from;

    private final int[] to;

    /// @param bgra direct, width * height * 4 bytes
    Canvas(ByteBuffer bgra, int width, int height) {
        this.width = width;
        this.height = height;
        memory = bgra;
        bytes = bgra.duplicate().clear().order(ByteOrder.LITTLE_ENDIAN);
        pixels = bytes.asIntBuffer();
        from = new int[height];
        to = new int[height];
    }

    /// Whether this canvas wraps that very buffer.
    @SuppressWarnings("ReferenceEquality")
    boolean of(ByteBuffer bgra) {
        return memory == bgra;
    }

    /// Row-major, blue, green, red, alpha.
    ByteBuffer bytes() {
        return bytes;
    }

    /// Shows `backdrop` and nothing else.
    ///
    /// @param first its first visible column
    void cover(Backdrop backdrop, int first) {
        boolean up = behind == backdrop && column == first;
        for (int y = 0; y < height; y++) {
            if (!up) backdrop.copyTo(this, first, y, 0, width);
            else if (from[y] < to[y]) backdrop.copyTo(this, first, y, from[y], to[y]);
            from[y] = width;
            to[y] = 0;
        }
        behind = backdrop;
        column = first;
    }

    /// The contents were overwritten elsewhere.
    void forget() {
        behind = null;
    }

    /// Copies a part of row `y` to `into[at]` and on.
    void get(int x, int y, int[] into, int at, int count) {
        pixels.get(y * width + x, into, at, count);
    }

    /// Paints a part of row `y`.
    void put(int x, int y, int[] of, int at, int count) {
        pixels.put(y * width + x, of, at, count);
        from[y] = Math.min(from[y], x);
        to[y] = Math.max(to[y], x + count);
    }
}
