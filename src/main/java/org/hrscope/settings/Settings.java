package org.hrscope.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hrscope.domain.Decoder;
import org.hrscope.people.PersonMode;
import org.jspecify.annotations.Nullable;

/// What the program remembers between runs.
///
/// @param language BCP 47 tag; null follows the system
/// @param dark     null follows the system
/// @param source   as parsed by `SourceSpec.parse`; null on the first start
/// @param model    an ONNX file; null for the bundled network
/// @param finder   an ONNX file; null for the bundled person finder
/// @param lessons  names of the finished ones
/// @param steps    by lesson, how many steps were seen
/// @param offered  whether a larger network was offered
/// @param layers   names of the visible layers; null for the defaults
/// @param byPerson one colour per person instead of per side
/// @param mirror   whether cameras are shown as mirrors
/// @param filter   how poses are smoothed; null for the defaults
/// @param hinted   whether the first hints were shown
/// @param cameras  by name, the address of a camera with its mode
/// @param side     the right side of the window; null on the first start
public record Settings(
        @Nullable String language,
        @Nullable Boolean dark,
        @Nullable String source,
        @Nullable String model,
        @Nullable String finder,
        @Nullable Decoder decoder,
        boolean flip,
        @Nullable PersonMode people,
        boolean loop,
        @Nullable List<String> layers,
        double heatmapOpacity,
        boolean heatmapHues,
        boolean byPerson,
        boolean mirror,
        @Nullable Bounds window,
        @Nullable List<String> recent,
        @Nullable List<String> lessons,
        @Nullable Map<String, Integer> steps,
        boolean offered,
        @Nullable Filter filter,
        @Nullable Side side,
        @Nullable Layout layout,
        boolean hinted,
        @Nullable Map<String, String> cameras) {
    private static final int RECENT = 10;
    private static final double OPACITY = 0.75;
    private static final int LONGEST = 5000;

    /// The file may contain anything: invalid values fall back to defaults.
    public Settings {
        source = isText(source) ? source : null;
        model = isPath(model) ? model : null;
        finder = isPath(finder) ? finder : null;
        layers = texts(layers);
        recent = texts(recent);
        if (recent != null && recent.size() > RECENT) recent = recent.subList(0, RECENT);
        lessons = texts(lessons);
        steps = steps == null ? null : sound(steps, Settings::isStep);
        if (cameras != null) cameras = sound(cameras, Settings::isText);
        // Also catches NaN.
        if (!(heatmapOpacity >= 0 && heatmapOpacity <= 1)) heatmapOpacity = OPACITY;
        if (window != null && !window.isPossible()) window = null;
        if (filter != null && !filter.isPossible()) filter = null;
        if (side != null && !side.isPossible()) side = null;
        if (layout != null && !layout.isPossible()) layout = null;
    }

    /// The window's bounds in screen pixels.
    public record Bounds(double x, double y, double width, double height, boolean maximized) {
        private static final double FARTHEST = 100_000;

        boolean isPossible() {
            return Math.abs(x) < FARTHEST
                    && Math.abs(y) < FARTHEST
                    && width >= 1
                    && height >= 1
                    && width < FARTHEST
                    && height < FARTHEST;
        }
    }

    /// The one-euro filter's parameters.
    public record Filter(double minCutoff, double beta) {
        private static final double MOST = 1000;

        boolean isPossible() {
            return minCutoff > 0 && minCutoff < MOST && beta >= 0 && beta < MOST;
        }
    }

    /// The right side of the window.
    ///
    /// @param panel name of the panel chosen last
    /// @param width of the panel, in pixels
    public record Side(String panel, double width, boolean folded) {
        private static final double NARROWEST = 100;
        private static final double WIDEST = 10_000;

        boolean isPossible() {
            return isText(panel) && width > NARROWEST && width < WIDEST;
        }
    }

    /// The rest of the window.
    ///
    /// @param stage   share of the height above the map
    /// @param map     whether the map is unfolded
    /// @param colours name of the colour map for inner values; null for the usual
    public record Layout(double stage, boolean map, @Nullable String colours) {
        boolean isPossible() {
            return stage > 0.05 && stage < 0.98;
        }
    }

    public static Settings first() {
        return new Settings(
                null, null, null, null, null, null, false, null, true, null, OPACITY, false, false,
                true, null, null, null, null, false, null, null, null, false, null);
    }

    /// Puts `newest` at the front of the recent files.
    public static List<String> recent(String newest, @Nullable List<String> before) {
        List<String> others = before == null ? List.of() : before;
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(newest),
                        others.stream().filter(each -> !each.equals(newest)))
                .limit(RECENT)
                .toList();
    }

    /// What of `given` has a name and a value that can be.
    private static <V> Map<String, V> sound(Map<String, V> given, Predicate<@Nullable V> can) {
        Map<String, V> seen = new TreeMap<>();
        given.forEach((name, value) -> {
            if (isText(name) && can.test(value)) seen.put(name, value);
        });
        return seen;
    }

    private static boolean isStep(@Nullable Integer step) {
        return step != null && step >= 0 && step < LONGEST;
    }

    private static @Nullable List<String> texts(@Nullable List<String> given) {
        return given == null ? null : given.stream().filter(Settings::isText).toList();
    }

    private static boolean isText(@Nullable String text) {
        return text != null
                && text.length() < LONGEST
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isPath(@Nullable String text) {
        try {
            return isText(text) && text != null && Path.of(text).getFileName() != null;
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
