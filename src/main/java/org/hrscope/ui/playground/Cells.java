package org.hrscope.ui.playground;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A grid as it is to be drawn. Any thread.
///
/// @param cells row by row
/// @param frame round the cells between which the kernel lies; null for none
record Cells(int rows, int columns, List<Cell> cells, @Nullable Frame frame) {

    enum Kind {
        PLAIN,
        /// A zero that padding puts round the input.
        PAD,
        /// Of the input, but read by no position of the kernel.
        UNREAD,
        /// Of the output, after the present position.
        LATER
    }

    enum Light {
        NONE,
        LIT,
        /// The one among the lit cells that is pointed at.
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
