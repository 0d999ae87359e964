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

/// A convolution stopped at one position: what each grid shows and which cells are lit in all of them. Any thread.
///
/// @param step  which value of the output is being made
/// @param shown the channel of the input that is seen; brought into those that the present kernel reads
/// @param tap   the kernel's cell that is pointed at, counted along its rows; below zero for none
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

    Moment of(Convolution other) {
        return new Moment(other, step, shown, tap);
    }

    Moment at(int other) {
        return new Moment(convolution, other, shown, tap);
    }

    Moment showing(int channel) {
        return new Moment(convolution, step, channel, tap);
    }

    Moment pointing(int at) {
        return new Moment(convolution, step, shown, at);
    }

    Setting setting() {
        return convolution.setting();
    }

    /// None where the setting is impossible.
    Optional<Position> position() {
        return setting().steps() == 0 ? Optional.empty() : Optional.of(setting().position(step));
    }

    List<Product> products() {
        return position().map(convolution::products).orElse(List.of());
    }

    /// The input with its zeros, and on it the kernel.
    Cells input() {
        Axis down = setting().height();
        Axis across = setting().width();
        Optional<Position> at = position();
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < down.padded(); row++) {
            for (int column = 0; column < across.padded(); column++) {
                boolean pad = down.pads(row) || across.pads(column);
                boolean read = at.isEmpty() || (down.reads(row) && across.reads(column));
                Kind kind = pad ? Kind.PAD : read ? Kind.PLAIN : Kind.UNREAD;
                Light light = Light.NONE;
                if (at.isPresent()) {
                    int y = down.tapAt(at.get().row(), row);
                    int x = across.tapAt(at.get().column(), column);
                    if (y >= 0 && x >= 0) light = light(y * across.kernel() + x);
                }
                double value = pad ? 0 : convolution.input(shown, row, column);
                cells.add(new Cell(value, kind, light));
            }
        }
        Frame frame =
                at.map(p ->
                                new Frame(
                                        p.row() * down.stride(),
                                        p.column() * across.stride(),
                                        down.extent(),
                                        across.extent()))
                        .orElse(null);
        return new Cells(down.padded(), across.padded(), cells, frame);
    }

    /// What of the present kernel lies on the channel that is seen.
    Cells kernel() {
        Axis down = setting().height();
        Axis across = setting().width();
        List<Cell> cells = new ArrayList<>();
        for (int tap = 0; tap < down.kernel() * across.kernel(); tap++) {
            double value = convolution.values().cells()[weight(tap)];
            boolean lit = position().isPresent();
            cells.add(new Cell(value, Kind.PLAIN, lit ? light(tap) : Light.NONE));
        }
        return new Cells(down.kernel(), across.kernel(), cells, null);
    }

    /// Where the value of a kernel's cell is kept.
    int weight(int tap) {
        int output = position().map(Position::channel).orElse(0);
        int depth = Math.clamp(shown - setting().firstRead(output), 0, setting().depth() - 1);
        int columns = setting().width().kernel();
        return Values.weight(output, depth, tap / columns, tap % columns);
    }

    /// The channel of the output that is being made, all of it; nothing where the setting is impossible.
    Cells output() {
        List<Cell> cells = new ArrayList<>();
        Optional<Position> present = position();
        if (present.isEmpty()) return new Cells(0, 0, cells, null);
        int rows = setting().height().output();
        int columns = setting().width().output();
        for (int i = 0; i < rows * columns; i++) {
            Position at = new Position(present.get().channel(), i / columns, i % columns);
            int when = setting().step(at);
            cells.add(
                    new Cell(
                            convolution.at(at),
                            when > step ? Kind.LATER : Kind.PLAIN,
                            when == step ? Light.BRIGHT : Light.NONE));
        }
        return new Cells(rows, columns, cells, null);
    }

    private Light light(int at) {
        return at == tap ? Light.BRIGHT : Light.LIT;
    }
}
