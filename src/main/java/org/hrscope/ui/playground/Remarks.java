package org.hrscope.ui.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hrscope.ui.common.Texts;

/// What there is to say of a setting: why it cannot be, or which rows and columns are added or never read. FX thread.
record Remarks(Texts texts) {

    String of(Setting setting) {
        Optional<Obstacle> obstacle = setting.obstacle();
        if (obstacle.isPresent()) return why(obstacle.get(), setting);
        List<String> all = new ArrayList<>();
        axis(setting.width(), "column", all);
        axis(setting.height(), "row", all);
        if (all.isEmpty()) all.add(texts.get("playground.remark.all"));
        return String.join(" ", all);
    }

    private String why(Obstacle obstacle, Setting setting) {
        boolean flat = setting.height().output() == 0;
        Axis axis = flat ? setting.height() : setting.width();
        return texts.get(
                "playground.obstacle." + obstacle.name().toLowerCase(Locale.ROOT),
                setting.get(Parameter.INPUT_CHANNELS),
                setting.get(Parameter.OUTPUT_CHANNELS),
                setting.get(Parameter.GROUPS),
                axis.extent(),
                axis.padded(),
                texts.get(flat ? "playground.height" : "playground.width"));
    }

    private void axis(Axis axis, String what, List<String> to) {
        if (axis.padding() == Padding.SAME && axis.pad() > 0) {
            to.add(texts.get("playground.remark.padded." + what, axis.before(), axis.after()));
        }
        if (axis.leftOver() > 0)
            to.add(texts.get("playground.remark.left." + what, axis.leftOver()));
        if (axis.skipped() > 0)
            to.add(texts.get("playground.remark.skipped." + what, axis.skipped()));
    }
}
