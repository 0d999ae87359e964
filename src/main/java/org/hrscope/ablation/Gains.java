package org.hrscope.ablation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrscope.domain.Problem;

/// Which places of a network are turned up, down or off; all others have a gain of 1. Immutable, and valid for no
/// network in particular: only [Gates] know which names there are.
///
/// @param changed at most one for each name and channel; where a value and one of its channels are set, both count
public record Gains(List<Gain> changed) {
    public static final Gains NONE = new Gains(List.of());

    private static final Pattern TEXT = Pattern.compile("(.+?)(?:#(\\d{1,9}))?=([^=]+)");

    /// @param channel from 0; empty for all
    /// @param gain    0 cuts, 1 changes nothing; finite
    public record Gain(String name, OptionalInt channel, float gain) {
        private boolean sameAs(Gain other) {
            return name.equals(other.name) && channel.equals(other.channel);
        }
    }

    public Gains {
        changed = List.copyOf(changed);
    }

    /// This with one gain more, or replaced, or taken away where its gain is 1.
    ///
    /// @throws IllegalArgumentException where the gain is not finite
    public Gains with(Gain gain) {
        if (!Float.isFinite(gain.gain)) throw new IllegalArgumentException("" + gain);
        List<Gain> next = new ArrayList<>(changed);
        next.removeIf(gain::sameAs);
        if (gain.gain != 1) next.add(gain);
        return new Gains(next);
    }

    /// This with a whole value at that gain.
    public Gains with(String name, float gain) {
        return with(new Gain(name, OptionalInt.empty(), gain));
    }

    /// `NAME=VALUE` and `NAME#CHANNEL=VALUE`, as commands take them.
    ///
    /// @throws Problem `gain.text`
    public static Gains parse(List<String> texts) throws Problem {
        Gains gains = NONE;
        for (String text : texts) {
            Matcher parts = TEXT.matcher(text);
            if (!parts.matches()) throw new Problem("gain.text", text);
            String channel = parts.group(2);
            gains =
                    gains.with(
                            new Gain(
                                    parts.group(1),
                                    channel == null
                                            ? OptionalInt.empty()
                                            : OptionalInt.of(Integer.parseInt(channel)),
                                    number(text, parts.group(3))));
        }
        return gains;
    }

    private static float number(String text, String value) throws Problem {
        try {
            float number = Float.parseFloat(value);
            if (Float.isFinite(number)) return number;
        } catch (NumberFormatException e) {
            throw new Problem(e, "gain.text", text);
        }
        throw new Problem("gain.text", text);
    }
}
