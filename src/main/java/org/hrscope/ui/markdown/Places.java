package org.hrscope.ui.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.Maps;
import org.hrscope.ui.common.Texts;

/// Values of the placeholders that explanations and lessons fill in, and the one way in which each kind of number is
/// written. One thread.
public final class Places {
    private final Map<String, Object> values = new LinkedHashMap<>();

    public Places put(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /// What every text about a network may name.
    public Places network(HrNet net) {
        return put("network", net.spec().name()).put("joints", net.spec().joints());
    }

    /// Channels of the four branches, finest first: `PREFIX0` to `PREFIX3`.
    public Places channels(String prefix, HrNetSpec spec) {
        for (int branch = 0; branch <= spec.stages().size(); branch++) {
            put(prefix + branch, spec.channels(branch));
        }
        return this;
    }

    public Map<String, Object> values() {
        return values;
    }

    /// `64 × 48`: height, width
    public static String size(Maps maps) {
        return maps.height() + " × " + maps.width();
    }

    /// `32 × 64 × 48`: channels, height, width
    public static String shape(Maps maps) {
        return maps.channels() + " × " + size(maps);
    }

    /// `52,224`
    public static String number(long value) {
        return Texts.format("%,d", value);
    }

    /// `7.64 G`, 1 G being 10^9
    public static String giga(long value) {
        return Texts.format("%.2f G", value / 1e9);
    }

    public static String tenths(double value) {
        return Texts.format("%.1f", value);
    }
}
