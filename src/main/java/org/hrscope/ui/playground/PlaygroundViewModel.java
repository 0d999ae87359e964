package org.hrscope.ui.playground;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.ui.playground.Setting.Position;
import org.jspecify.annotations.Nullable;

/// The playground as a person or a lesson uses it. What cannot be is taken as it is and told by [#obstacle]. FX thread.
public final class PlaygroundViewModel {
    /// What can be typed into a cell, up and down.
    private static final double MOST = 999;

    private final ReadOnlyObjectWrapper<Moment> moment;
    private final ObjectProperty<@Nullable Preset> preset =
            new SimpleObjectProperty<>(Preset.LEFT_OVER);
    private final BooleanProperty playing = new SimpleBooleanProperty();

    public PlaygroundViewModel() {
        moment = new ReadOnlyObjectWrapper<>(start(Preset.LEFT_OVER));
        preset.addListener((property, before, now) -> {
            if (now != null) moment.set(start(now));
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

    /// The preset that is seen unchanged; null once something of it was changed.
    ObjectProperty<@Nullable Preset> presetProperty() {
        return preset;
    }

    public BooleanProperty playingProperty() {
        return playing;
    }

    public Setting setting() {
        return moment().setting();
    }

    /// Puts everything as the preset has it, and stops at the first position.
    public void load(Preset wanted) {
        playing.set(false);
        preset.set(null);
        preset.set(wanted);
    }

    /// @param number brought within the parameter's bounds
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
        moment.set(new Moment(convolution, step(), moment().shown(), moment().tap()));
    }

    private void show(int step, int shown, int tap) {
        moment.set(new Moment(moment().convolution(), step, shown, tap));
    }

    public Optional<Obstacle> obstacle() {
        return setting().obstacle();
    }

    /// Rows of the output; zero where the kernel does not fit.
    public int outputHeight() {
        return setting().height().output();
    }

    public int outputWidth() {
        return setting().width().output();
    }

    public int step() {
        return moment().step();
    }

    /// @param step which value of the output is to be made: along the rows, then down, then the next channel
    public void seek(int step) {
        show(step, moment().shown(), moment().tap());
    }

    /// On or back; after the last position comes the first.
    public void step(int by) {
        if (setting().steps() > 0) seek(Math.floorMod(step() + by, setting().steps()));
    }

    /// The place of the output's present channel.
    void seek(int row, int column) {
        moment().position()
                .ifPresent(p -> seek(setting().step(new Position(p.channel(), row, column))));
    }

    /// Shows a channel of the output, at the same place.
    public void showOutput(int channel) {
        moment().position()
                .ifPresent(p -> seek(setting().step(new Position(channel, p.row(), p.column()))));
    }

    /// Shows a channel of the input; where the present kernel does not read it, the first that does takes its place.
    public void showInput(int channel) {
        Setting s = setting();
        int group = channel / s.depth();
        boolean read = moment().shown() / s.depth() == group;
        if (!read) showOutput(group * s.get(Parameter.OUTPUT_CHANNELS) / s.get(Parameter.GROUPS));
        show(step(), channel, moment().tap());
    }

    /// The kernel's cell whose product is looked at.
    ///
    /// @param row below zero for none
    void point(int row, int column) {
        int tap = row * setting().width().kernel() + column;
        if (tap != moment().tap()) show(step(), moment().shown(), tap);
    }

    /// @param row counted with the zeros above; those themselves stay zero
    void editInput(int row, int column, double value) {
        Axis down = setting().height();
        Axis across = setting().width();
        if (down.pads(row) || across.pads(column)) return;
        int y = row - down.before();
        int x = column - across.before();
        edit(Values.input(moment().shown(), y, x), value);
    }

    void editKernel(int row, int column, double value) {
        edit(moment().weight(row * setting().width().kernel() + column), value);
    }

    void editBias(double value) {
        edit(Values.bias(moment().position().map(Position::channel).orElse(0)), value);
    }

    private void edit(int cell, double value) {
        Values values = moment().convolution().values().with(cell, Math.clamp(value, -MOST, MOST));
        show(new Convolution(setting(), values));
    }
}
