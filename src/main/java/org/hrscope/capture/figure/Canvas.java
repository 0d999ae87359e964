package org.hrscope.capture.figure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.jspecify.annotations.Nullable;

/// An image's memory plus a record of what was last painted there: a backdrop that is still up is restored only
/// under the sheet. One thread.
final class Canvas {
    final int width;
    final int height;
    private final ByteBuffer memory;
    private final ByteBuffer bytes;
    private final IntBuffer pixels;

    private @Nullable Backdrop behind;
    private int column;
    private int left;
    private int top;
    private int right;
    private int bottom;

    /// @param bgra direct, width * height * 4 bytes
    Canvas(ByteBuffer bgra, int width, int height) {
        this.width = width;
        this.height = height;
        memory = bgra;
        bytes = bgra.duplicate().clear().order(ByteOrder.LITTLE_ENDIAN);
        pixels = bytes.asIntBuffer();
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
    /// @param from its first visible column
    void cover(Backdrop backdrop, int from) {
        if (behind == backdrop && column == from) {
            backdrop.copyTo(this, from, left, top, right, bottom);
        } else {
            backdrop.copyTo(this, from, 0, 0, width, height);
        }
        behind = backdrop;
        column = from;
    }

    /// The contents were overwritten elsewhere.
    void forget() {
        behind = null;
    }

    /// Copies the part of the image under the sheet onto it.
    void cut(Sheet sheet) {
        for (int y = 0; y < sheet.height; y++) {
            int at = (sheet.top + y) * width + sheet.left;
            pixels.get(at, sheet.pixels, y * sheet.width, sheet.width);
        }
    }

    /// Copies the sheet back to where it was cut from.
    void paste(Sheet sheet) {
        for (int y = 0; y < sheet.height; y++) {
            int at = (sheet.top + y) * width + sheet.left;
            pixels.put(at, sheet.pixels, y * sheet.width, sheet.width);
        }
        left = sheet.left;
        top = sheet.top;
        right = left + sheet.width;
        bottom = top + sheet.height;
    }
}
