package org.hrscope.ui.playground;

import static org.hrscope.ui.playground.Parameter.GROUPS;
import static org.hrscope.ui.playground.Parameter.INPUT_CHANNELS;
import static org.hrscope.ui.playground.Parameter.OUTPUT_CHANNELS;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// Remarks on a setting: why it is impossible, or which rows and columns are padded or never read. FX thread.
record Remarks(Texts texts) {

    /// @param real the layer it is, at this step; null for one made up
    String of(Setting setting, @Nullable LayerPatch real, int step) {
        return real == null || setting.steps() == 0
                ? of(setting)
                : of(real, setting.position(step), step);
    }

    private String of(LayerPatch real, Setting.Position at, int step) {
        String remark =
                texts.get(
                        "playground.remark.real",
                        real.value(),
                        "" + real.channel(),
                        "" + (real.left() + at.column()),
                        "" + (real.top() + at.row()),
                        exact(real.sum(step)),
                        exact(real.network(step)));
        return real.gain() == 1 ? remark : texts.get("playground.remark.gain", remark, real.gain());
    }

    private static String exact(double value) {
        return Texts.format("%.6g", value);
    }

    private String of(Setting setting) {
        return setting.obstacle().map(o -> why(o, setting)).orElseGet(() -> what(setting));
    }

    private String why(Obstacle obstacle, Setting s) {
        boolean flat = s.height().output() == 0;
        Axis axis = flat ? s.height() : s.width();
        String name = texts.get(flat ? "playground.height" : "playground.width");
        int groups = s.get(GROUPS);
        return switch (obstacle) {
            case KERNEL ->
                    texts.get("playground.obstacle.kernel", name, axis.extent(), axis.padded());
            case INPUT_CHANNELS ->
                    texts.get("playground.obstacle.in", s.get(INPUT_CHANNELS), groups);
            case OUTPUT_CHANNELS ->
                    texts.get("playground.obstacle.out", s.get(OUTPUT_CHANNELS), groups);
        };
    }

    private String what(Setting setting) {
        List<String> all = new ArrayList<>();
        axis(setting.width(), "column", all);
        axis(setting.height(), "row", all);
        return all.isEmpty()
                ? texts.get("playground.remark.all")
                : String.join(texts.get("playground.remark.then"), all);
    }

    private void axis(Axis axis, String what, List<String> to) {
        int left = axis.leftOver();
        int skipped = axis.skipped();
        boolean pads = axis.padding() == Padding.SAME && axis.pad() > 0;
        String padded = "playground.remark.padded." + what;
        if (pads) to.add(texts.get(padded, axis.before(), axis.after()));
        if (left > 0) to.add(texts.get("playground.remark.left." + what, left));
        if (skipped > 0) to.add(texts.get("playground.remark.skipped." + what, skipped));
    }
}
