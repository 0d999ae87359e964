package org.hrscope.capture.figure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.jspecify.annotations.Nullable;

/// A picture's memory, and what was last painted there: a backdrop that still stands is put back only where the sheet
/// was. One thread.
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

    /// Whether this is the canvas of that very memory.
    @SuppressWarnings("ReferenceEquality")
    boolean of(ByteBuffer bgra) {
        return memory == bgra;
    }

    /// Row after row, blue, green, red, alpha.
    ByteBuffer bytes() {
        return bytes;
    }

    /// Shows `backdrop` and nothing else.
    ///
    /// @param from its first column that is seen
    void cover(Backdrop backdrop, int from) {
        if (behind == backdrop && column == from) {
            backdrop.copyTo(this, from, left, top, right, bottom);
        } else {
            backdrop.copyTo(this, from, 0, 0, width, height);
        }
        behind = backdrop;
        column = from;
    }

    /// The whole picture was painted by others.
    void forget() {
        behind = null;
    }

    /// Copies the sheet's part of the picture onto it.
    void cut(Sheet sheet) {
        for (int y = 0; y < sheet.height; y++) {
            int at = (sheet.top + y) * width + sheet.left;
            pixels.get(at, sheet.pixels, y * sheet.width, sheet.width);
        }
    }

    /// Copies the sheet to where it was cut from.
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
