package org.hrscope.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bar of shares is painted by the style sheet, the lines that bring them by the map.
class MapColoursTest {
    @ParameterizedTest
    @CsvSource({".themed, false", ".themed:dark, true"})
    void theStyleSheetHasTheColoursOfTheLines(String theme, boolean dark) throws IOException {
        MapColours map = dark ? MapColours.DARK : MapColours.LIGHT;
        assertThat(named("identity", theme)).isEqualTo(map.of(MapLink.Kind.IDENTITY));
        assertThat(named("up", theme)).isEqualTo(map.of(MapLink.Kind.UP));
    }

    private static Color named(String colour, String theme) throws IOException {
        String sheet = Files.readString(Path.of("resources/org/hrscope/style/hrscope.css"));
        Matcher found =
                Pattern.compile(
                                "(?m)^"
                                        + Pattern.quote(theme)
                                        + " \\{[^}]*-hr-"
                                        + colour
                                        + ": (#\\w+);")
                        .matcher(sheet);
        assertThat(found.find()).isTrue();
        return Color.web(found.group(1));
    }
}
