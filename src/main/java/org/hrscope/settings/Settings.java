package org.hrscope.settings;

import java.util.List;
import org.hrscope.detect.PersonMode;
import org.hrscope.model.Decoder;
import org.jspecify.annotations.Nullable;

/// What the program remembers from one start to the next.
///
/// @param language BCP 47 tag; null follows the system
/// @param dark     null follows the system
/// @param source   as `SourceSpec.parse` reads it; null for the first start
/// @param model    an ONNX file; null for the bundled network
/// @param lessons  names of those finished
/// @param layers   names of the layers switched on; null for the usual ones
public record Settings(
        @Nullable String language,
        @Nullable Boolean dark,
        @Nullable String source,
        @Nullable String model,
        @Nullable Decoder decoder,
        boolean flip,
        @Nullable PersonMode people,
        boolean loop,
        @Nullable List<String> layers,
        double heatmapOpacity,
        boolean heatmapHues,
        @Nullable Bounds window,
        @Nullable List<String> recent,
        @Nullable List<String> lessons) {
    private static final int RECENT = 10;

    /// Where the window stood, in screen pixels.
    public record Bounds(double x, double y, double width, double height, boolean maximized) {}

    public static Settings first() {
        return new Settings(
                null, null, null, null, null, false, null, true, null, 0.75, false, null, null,
                null);
    }

    /// `newest` put before the files opened lately.
    public static List<String> recent(String newest, @Nullable List<String> before) {
        List<String> others = before == null ? List.of() : before;
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(newest),
                        others.stream().filter(each -> !each.equals(newest)))
                .limit(RECENT)
                .toList();
    }
}
