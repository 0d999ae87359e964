package org.hrscope.ui.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hrscope.ui.playground.Cells.Cell;
import org.hrscope.ui.playground.Cells.Frame;
import org.hrscope.ui.playground.Cells.Kind;
import org.hrscope.ui.playground.Cells.Light;
import org.hrscope.ui.playground.Convolution.Product;
import org.hrscope.ui.playground.Setting.Position;

/// A convolution at one position: what each grid shows and which cells are highlighted. Any thread.
///
/// @param step  index of the output value
/// @param shown input channel to show; clamped to those the current kernel reads
/// @param tap   kernel cell under the pointer, row-major; negative for none
record Moment(Convolution convolution, int step, int shown, int tap) {

    Moment {
        Setting setting = convolution.setting();
        step = Math.clamp(step, 0, Math.max(setting.steps() - 1, 0));
        shown = Math.clamp(shown, 0, setting.get(Parameter.INPUT_CHANNELS) - 1);
        if (setting.steps() > 0) {
            int first = setting.firstRead(setting.position(step).channel());
            if (shown < first || shown >= first + setting.depth()) shown = first;
        }
    }

    Setting setting() {
        return convolution.setting();
    }

    /// Empty if the setting is impossible.
    Optional<Position> position() {
        return setting().steps() == 0 ? Optional.empty() : Optional.of(setting().position(step));
    }

    List<Product> products() {
        return position().map(convolution::products).orElse(List.of());
    }

    /// The padded input, with the kernel on it.
    Cells input() {
        Axis down = setting().height();
        Axis across = setting().width();
        Position at = position().orElse(null);
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < down.padded(); row++) {
            for (int column = 0; column < across.padded(); column++) {
                boolean pad = down.pads(row) || across.pads(column);
                boolean read = at == null || (down.reads(row) && across.reads(column));
                int y = at == null ? -1 : down.tapAt(at.row(), row);
                int x = at == null ? -1 : across.tapAt(at.column(), column);
                Kind kind = pad ? Kind.PAD : read ? Kind.PLAIN : Kind.UNREAD;
                Light light = x < 0 || y < 0 ? Light.NONE : light(y * across.kernel() + x);
                cells.add(new Cell(convolution.input(shown, row, column), kind, light));
            }
        }
        Frame frame =
                at == null
                        ? null
                        : new Frame(
                                at.row() * down.stride(),
                                at.column() * across.stride(),
                                down.extent(),
                                across.extent());
        return new Cells(down.padded(), across.padded(), cells, frame);
    }

    /// The slice of the current kernel for the channel shown.
    Cells kernel() {
        int rows = setting().height().kernel();
        int columns = setting().width().kernel();
        List<Cell> cells = new ArrayList<>();
        for (int tap = 0; tap < rows * columns; tap++) {
            Light light = position().isPresent() ? light(tap) : Light.NONE;
            cells.add(new Cell(convolution.values().cells()[weight(tap)], Kind.PLAIN, light));
        }
        return new Cells(rows, columns, cells, null);
    }

    /// Index of a kernel cell's value.
    int weight(int tap) {
        int output = position().map(Position::channel).orElse(0);
        int depth = Math.clamp(shown - setting().firstRead(output), 0, setting().depth() - 1);
        int columns = setting().width().kernel();
        return convolution.values().weight(output, depth, tap / columns, tap % columns);
    }

    /// The current output channel, complete; empty if the setting is impossible.
    Cells output() {
        List<Cell> cells = new ArrayList<>();
        Optional<Position> present = position();
        if (present.isEmpty()) return new Cells(0, 0, cells, null);
        int rows = setting().height().output();
        int columns = setting().width().output();
        for (int i = 0; i < rows * columns; i++) {
            Position at = new Position(present.get().channel(), i / columns, i % columns);
            int when = setting().step(at);
            Kind kind = when > step ? Kind.LATER : Kind.PLAIN;
            Light light = when == step ? Light.BRIGHT : Light.NONE;
            cells.add(new Cell(convolution.at(at), kind, light));
        }
        return new Cells(rows, columns, cells, null);
    }

    private Light light(int at) {
        return at == tap ? Light.BRIGHT : Light.LIT;
    }
}
