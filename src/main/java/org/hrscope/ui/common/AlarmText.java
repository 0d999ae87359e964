package org.hrscope.ui.common;

import java.util.StringJoiner;
import org.hrscope.pixels.ChannelAlarm;

/// What is suspicious in a feature map, in words, one line each. FX thread.
public final class AlarmText {
    private AlarmText() {}

    /// Empty if nothing is.
    public static String of(Texts texts, ChannelAlarm alarm) {
        StringJoiner lines = new StringJoiner("\n");
        add(lines, texts, "alarm.nan", alarm.nan(), alarm.channels());
        add(lines, texts, "alarm.infinite", alarm.infinite(), alarm.channels());
        add(lines, texts, "alarm.dead", alarm.dead(), alarm.channels());
        return lines.toString();
    }

    private static void add(StringJoiner lines, Texts texts, String key, int count, int all) {
        if (count > 0) lines.add(texts.get(key, count, all));
    }
}
