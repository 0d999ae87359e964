package org.hrscope.ui.playground;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A grid to draw. Any thread.
///
/// @param cells row by row
/// @param frame outline of the cells under the kernel; null for none
record Cells(int rows, int columns, List<Cell> cells, @Nullable Frame frame) {

    enum Kind {
        PLAIN,
        /// A padding zero.
        PAD,
        /// An input cell no kernel position reads.
        UNREAD,
        /// An output cell after the current position.
        LATER
    }

    enum Light {
        NONE,
        LIT,
        /// The highlighted cell under the pointer.
        BRIGHT
    }

    record Cell(double value, Kind kind, Light light) {}

    record Frame(int row, int column, int rows, int columns) {}

    Cells {
        cells = List.copyOf(cells);
    }

    Cell at(int row, int column) {
        return cells.get(row * columns + column);
    }

    boolean editable(int row, int column) {
        Kind kind = at(row, column).kind();
        return kind == Kind.PLAIN || kind == Kind.UNREAD;
    }
}
