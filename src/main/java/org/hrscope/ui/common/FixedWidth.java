package org.hrscope.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.scene.text.Font;

/// The typeface of numbers and code. A JavaFX style sheet heeds only the first family of a list and falls back to the
/// system's proportional font, so the first family installed is looked up here.
public final class FixedWidth {
    /// Those of Windows, macOS and Linux, so that none is looked for in vain where it belongs.
    private static final List<String> FAMILIES =
            List.of("Consolas", "Menlo", "DejaVu Sans Mono", "Noto Sans Mono", "Liberation Mono");

    /// What JavaFX always has, though on some systems it is a thin Courier.
    private static final String LAST = "Monospaced";

    private static final String SHEET = "/org/hrscope/style/fixed-width.css";
    private static final String FAMILY = first(FAMILIES, FixedWidth::installed);

    private FixedWidth() {}

    /// @param size in pixels
    public static Font font(double size) {
        return Font.font(FAMILY, size);
    }

    /// The address of the style sheet that sets what numbers and code are written in.
    static String sheet() {
        return Sheet.ADDRESS;
    }

    /// Read once, when the first window needs it.
    private static final class Sheet {
        static final String ADDRESS = address();

        private static String address() {
            try (InputStream in = FixedWidth.class.getResourceAsStream(SHEET)) {
                String text =
                        new String(
                                Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
                byte[] chosen = text.replace(LAST, FAMILY).getBytes(StandardCharsets.UTF_8);
                return "data:text/css;base64," + Base64.getEncoder().encodeToString(chosen);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static String first(List<String> families, Predicate<String> installed) {
        return families.stream().filter(installed).findFirst().orElse(LAST);
    }

    private static boolean installed(String family) {
        return Font.font(family).getFamily().equals(family);
    }
}
