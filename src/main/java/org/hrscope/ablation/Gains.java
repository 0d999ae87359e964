package org.hrscope.ablation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrscope.domain.Problem;

/// Which parts of a network are amplified, damped or cut; everything else has gain 1. Immutable. Not tied to a network:
/// only [Gates] knows which names exist.
///
/// @param changed at most one per name and channel; gains of a value and of one of its channels multiply
public record Gains(List<Gain> changed) {
    public static final Gains NONE = new Gains(List.of());

    private static final Pattern TEXT = Pattern.compile("(.+?)(?:#(\\d{1,9}))?=([^=]+)");

    /// @param channel from 0; empty for all
    /// @param gain    0 cuts, 1 changes nothing; finite
    public record Gain(String name, OptionalInt channel, float gain) {
        /// As [Gains#parse] reads it.
        public String text() {
            return name + (channel.isPresent() ? "#" + channel.getAsInt() : "") + "=" + gain;
        }

        /// Whether this is the place.
        public boolean isAt(String otherName, OptionalInt otherChannel) {
            return name.equals(otherName) && channel.equals(otherChannel);
        }
    }

    public Gains {
        changed = List.copyOf(changed);
    }

    /// A copy with this gain set; a gain of 1 removes it.
    ///
    /// @throws IllegalArgumentException if the gain is not finite
    public Gains with(Gain gain) {
        if (!Float.isFinite(gain.gain)) throw new IllegalArgumentException("" + gain);
        List<Gain> next = new ArrayList<>(changed);
        next.removeIf(each -> each.isAt(gain.name, gain.channel));
        if (gain.gain != 1) next.add(gain);
        return new Gains(next);
    }

    /// A copy with this gain for all channels of a value.
    public Gains with(String name, float gain) {
        return with(new Gain(name, OptionalInt.empty(), gain));
    }

    /// What a gate's channel is multiplied by.
    public float of(Gate gate, int channel) {
        float product = 1;
        for (Gain each : changed) {
            boolean here = gate.names().contains(each.name);
            if (here && each.channel.orElse(channel) == channel) product *= each.gain;
        }
        return product;
    }

    /// How many channels of a gate nothing comes out of.
    public int silent(Gate gate) {
        int silent = 0;
        for (int channel = 0; channel < gate.channels(); channel++) {
            if (of(gate, channel) == 0) silent++;
        }
        return silent;
    }

    /// Parses `NAME=VALUE` and `NAME#CHANNEL=VALUE`, as given on the command line.
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
