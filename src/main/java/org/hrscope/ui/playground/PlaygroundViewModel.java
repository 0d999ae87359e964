package org.hrscope.ui.playground;

import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.ui.playground.Setting.Position;
import org.jspecify.annotations.Nullable;

/// The playground as a person or a lesson uses it. Impossible settings are accepted and reported by
/// [Setting#obstacle()]. FX thread.
public final class PlaygroundViewModel {
    /// Largest magnitude of a cell.
    private static final double MOST = 999;

    private final ReadOnlyObjectWrapper<Moment> moment;
    private final ObjectProperty<@Nullable Preset> preset =
            new SimpleObjectProperty<>(Preset.LEFT_OVER);
    private final ReadOnlyObjectWrapper<@Nullable LayerPatch> patch = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final BooleanProperty code = new SimpleBooleanProperty();

    public PlaygroundViewModel() {
        moment = new ReadOnlyObjectWrapper<>(start(Preset.LEFT_OVER));
        preset.subscribe((_, now) -> {
            if (now == null) return;
            patch.set(null);
            moment.set(start(now));
        });
    }

    private static Moment start(Preset from) {
        return new Moment(new Convolution(from.setting(), from.filled()), 0, 0, -1);
    }

    ReadOnlyObjectProperty<Moment> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    Moment moment() {
        return moment.get();
    }

    /// The current preset; null once anything has been changed.
    ObjectProperty<@Nullable Preset> presetProperty() {
        return preset;
    }

    /// The real layer shown; null once any of its numbers has been changed.
    public ReadOnlyObjectProperty<@Nullable LayerPatch> patchProperty() {
        return patch.getReadOnlyProperty();
    }

    /// Shows a real layer at the wanted cell, and the input channel that counts most there.
    public void load(LayerPatch wanted) {
        playing.set(false);
        preset.set(null);
        patch.set(wanted);
        moment.set(new Moment(wanted.convolution(), wanted.step(), wanted.strongest(), -1));
    }

    public BooleanProperty playingProperty() {
        return playing;
    }

    /// Whether a lesson speaks of the calls below the grids.
    public BooleanProperty codeProperty() {
        return code;
    }

    public Setting setting() {
        return moment().setting();
    }

    /// Applies the preset, and moves to the first position.
    public void load(Preset wanted) {
        playing.set(false);
        preset.set(null);
        preset.set(wanted);
    }

    /// @param number clamped to the parameter's bounds
    public void set(Parameter parameter, int number) {
        change(setting -> setting.with(parameter, number));
    }

    public void setPadding(Padding padding) {
        change(setting -> setting.with(padding));
    }

    public void setBias(boolean there) {
        change(setting -> setting.withBias(there));
    }

    private void change(UnaryOperator<Setting> by) {
        Setting changed = by.apply(setting());
        if (changed.equals(setting())) return;
        show(new Convolution(changed, moment().convolution().values()));
    }

    private void show(Convolution convolution) {
        preset.set(null);
        patch.set(null);
        moment.set(new Moment(convolution, step(), moment().shown(), moment().tap()));
    }

    private void show(int step, int shown, int tap) {
        moment.set(new Moment(moment().convolution(), step, shown, tap));
    }

    /// Output columns; zero if the kernel does not fit.
    public int outputWidth() {
        return setting().width().output();
    }

    public int step() {
        return moment().step();
    }

    /// @param step index of the output value to compute: along rows, then down, then the next channel
    public void seek(int step) {
        show(step, moment().shown(), moment().tap());
    }

    /// Steps forward or back, wrapping around at the end.
    public void step(int by) {
        if (setting().steps() > 0) seek(Math.floorMod(step() + by, setting().steps()));
    }

    /// The current position within its output channel.
    void seek(int row, int column) {
        moment().position()
                .ifPresent(p -> seek(setting().step(new Position(p.channel(), row, column))));
    }

    /// Shows another output channel, at the same position.
    public void showOutput(int channel) {
        moment().position()
                .ifPresent(p -> seek(setting().step(new Position(channel, p.row(), p.column()))));
    }

    /// Shows an input channel; if the current kernel does not read it, the first one that it does read.
    public void showInput(int channel) {
        Setting s = setting();
        int group = channel / s.depth();
        boolean read = moment().shown() / s.depth() == group;
        if (!read) showOutput(group * s.get(Parameter.OUTPUT_CHANNELS) / s.get(Parameter.GROUPS));
        show(step(), channel, moment().tap());
    }

    /// The kernel cell whose product is highlighted.
    ///
    /// @param row negative for none
    void point(int row, int column) {
        int tap = row * setting().width().kernel() + column;
        if (tap != moment().tap()) show(step(), moment().shown(), tap);
    }

    /// @param row counted with the padding, which stays zero
    void editInput(int row, int column, double value) {
        Axis down = setting().height();
        Axis across = setting().width();
        if (down.pads(row) || across.pads(column)) return;
        int y = row - down.before();
        int x = column - across.before();
        edit(values().input(moment().shown(), y, x), value);
    }

    void editKernel(int row, int column, double value) {
        edit(moment().weight(row * setting().width().kernel() + column), value);
    }

    void editBias(double value) {
        edit(values().bias(moment().position().map(Position::channel).orElse(0)), value);
    }

    private Values values() {
        return moment().convolution().values();
    }

    private void edit(int cell, double value) {
        Values changed = values().with(cell, Math.clamp(value, -MOST, MOST));
        show(new Convolution(setting(), changed));
    }
}
