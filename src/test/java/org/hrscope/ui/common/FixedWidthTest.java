package org.hrscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.hrscope.ui.FxToolkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(FxToolkit.class)
class FixedWidthTest {
    private static final Path SHEETS = Path.of("resources/org/hrscope/style");
    private static final Pattern LIST = Pattern.compile("-fx-font-family:[^;]*,");

    @Test
    void theFirstFamilyInstalledIsTaken() {
        List<String> families = List.of("Consolas", "Menlo", "DejaVu Sans Mono");
        assertThat(FixedWidth.first(families, "Menlo"::equals)).isEqualTo("Menlo");
        assertThat(FixedWidth.first(families, family -> true)).isEqualTo("Consolas");
        assertThat(FixedWidth.first(families, family -> false)).isEqualTo("Monospaced");
    }

    @Test
    void allItsCharactersAreEquallyWide() {
        assertThat(width("1111")).isEqualTo(width("8.W "));
    }

    private static double width(String text) {
        Text shown = new Text(text);
        shown.setFont(FixedWidth.font(12));
        return shown.getLayoutBounds().getWidth();
    }

    @Test
    void numbersAreWrittenInItAtTheirOwnSize() {
        FxToolkit.run(() -> {
            Label number = new Label("0.87");
            number.getStyleClass().add("meter-value");
            VBox root = new VBox(number);
            new Theme().style(root);
            new Scene(root);
            root.applyCss();
            assertThat(number.getFont()).isEqualTo(FixedWidth.font(12));
            assertThat(number.getFont().getFamily()).isNotEqualTo(Font.getDefault().getFamily());
        });
    }

    /// JavaFX looks at the first of several families only, and takes the system's if that is not installed.
    @Test
    void noSheetListsSeveralFamilies() throws IOException {
        try (Stream<Path> sheets = Files.list(SHEETS)) {
            for (Path sheet : sheets.toList()) {
                assertThat(LIST.matcher(Files.readString(sheet)).find())
                        .as(sheet.toString())
                        .isFalse();
            }
        }
    }
}
