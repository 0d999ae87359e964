package org.hrscope.ui.playground;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Everything that defines a convolution except its values; it may be impossible. Any thread.
///
/// @param numbers one for each [Parameter], within its bounds; a real layer has more channels
/// @param cut     the zeros of [Padding#NUMBER] that are not there, as only a window of a larger input is shown
public record Setting(Map<Parameter, Integer> numbers, Padding padding, boolean bias, Cut cut) {

    /// Height and width.
    record Cut(Axis.Inside down, Axis.Inside across) {
        static final Cut NOT = new Cut(Axis.Inside.NOT, Axis.Inside.NOT);
    }

    /// A position in the output.
    record Position(int channel, int row, int column) {}

    public Setting {
        numbers = Map.copyOf(numbers);
    }

    public int get(Parameter parameter) {
        Integer number = numbers.get(parameter);
        return number == null ? parameter.least : number;
    }

    Setting with(Parameter parameter, int number) {
        Map<Parameter, Integer> changed = new EnumMap<>(numbers);
        int now = get(parameter);
        int least = Math.min(parameter.least, now);
        changed.put(parameter, Math.clamp(number, least, Math.max(parameter.most, now)));
        return new Setting(changed, padding, bias, cut);
    }

    Setting with(Padding other) {
        return new Setting(numbers, other, bias, cut);
    }

    Setting withBias(boolean there) {
        return new Setting(numbers, padding, there, cut);
    }

    /// The same convolution over the whole input, not a window of it.
    Setting whole() {
        return new Setting(numbers, padding, bias, Cut.NOT);
    }

    Axis height() {
        return axis(0);
    }

    Axis width() {
        return axis(1);
    }

    /// The first five pairs of [Parameter] belong to the axes, height before width.
    private Axis axis(int which) {
        int[] n = new int[5];
        for (int i = 0; i < n.length; i++) n[i] = get(Parameter.values()[2 * i + which]);
        return new Axis(n[0], n[1], n[2], n[3], padding, n[4], which == 0 ? cut.down : cut.across);
    }

    public Optional<Obstacle> obstacle() {
        int groups = get(Parameter.GROUPS);
        if (get(Parameter.INPUT_CHANNELS) % groups != 0)
            return Optional.of(Obstacle.INPUT_CHANNELS);
        if (get(Parameter.OUTPUT_CHANNELS) % groups != 0)
            return Optional.of(Obstacle.OUTPUT_CHANNELS);
        boolean fits = height().output() > 0 && width().output() > 0;
        return fits ? Optional.empty() : Optional.of(Obstacle.KERNEL);
    }

    /// Input channels that one kernel reads.
    int depth() {
        return Math.max(get(Parameter.INPUT_CHANNELS) / get(Parameter.GROUPS), 1);
    }

    /// The first input channel that this output channel reads.
    int firstRead(int output) {
        int each = Math.max(get(Parameter.OUTPUT_CHANNELS) / get(Parameter.GROUPS), 1);
        return output / each * depth();
    }

    /// Number of output values; zero if there is an obstacle.
    public int steps() {
        int area = height().output() * width().output();
        return obstacle().isPresent() ? 0 : area * get(Parameter.OUTPUT_CHANNELS);
    }

    /// Along a row, then down, then the next kernel.
    Position position(int step) {
        int columns = Math.max(width().output(), 1);
        int rows = Math.max(height().output(), 1);
        return new Position(step / columns / rows, step / columns % rows, step % columns);
    }

    int step(Position at) {
        return (at.channel * height().output() + at.row) * width().output() + at.column;
    }
}
