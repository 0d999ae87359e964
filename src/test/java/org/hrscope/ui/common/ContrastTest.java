package org.hrscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.PaleTexts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Text can be read on its background in both themes: contrast as WCAG 2.2 defines it, from the colours of the style
/// sheet.
@ExtendWith(FxToolkit.class)
class ContrastTest {
    /// Text colour, and the backgrounds it is used on, the last of each laid over the others if it is translucent.
    private static final List<String[]> PAIRS =
            List.of(
                    new String[] {"text", "bg"},
                    new String[] {"text", "surface"},
                    new String[] {"text", "raised"},
                    new String[] {"text", "border"},
                    new String[] {"text", "stage"},
                    new String[] {"text", "surface", "accent-soft"},
                    new String[] {"text", "raised", "accent-soft"},
                    new String[] {"muted", "bg"},
                    new String[] {"muted", "surface"},
                    new String[] {"muted", "raised"},
                    new String[] {"muted", "stage"},
                    new String[] {"muted", "surface", "accent-soft"},
                    new String[] {"accent", "surface"},
                    new String[] {"accent", "raised"},
                    new String[] {"accent", "surface", "accent-soft"},
                    new String[] {"on-accent", "accent"},
                    new String[] {"warning", "surface"});

    private static Map<String, Color> colours(String selector) throws IOException {
        String sheet = Files.readString(Path.of("resources/org/hrscope/style/hrscope.css"));
        Matcher block =
                Pattern.compile("(?m)^" + Pattern.quote(selector) + " \\{([^}]*)}").matcher(sheet);
        Map<String, Color> colours = new HashMap<>();
        while (block.find()) {
            Matcher each = Pattern.compile("-hr-([\\w-]+): (#\\w+);").matcher(block.group(1));
            while (each.find()) colours.put(each.group(1), Color.web(each.group(2)));
        }
        return colours;
    }

    @ParameterizedTest
    @ValueSource(strings = {".themed", ".themed:dark"})
    void textsStandOut(String theme) throws IOException {
        Map<String, Color> colours = colours(theme);
        assertThat(colours).containsKeys("text", "muted", "accent", "surface");
        List<String> pale = new ArrayList<>();
        for (String[] pair : PAIRS) {
            Color below = colours.get(pair[1]);
            for (int i = 2; i < pair.length; i++) below = over(colours.get(pair[i]), below);
            double contrast = PaleTexts.contrast(colours.get(pair[0]), below);
            if (contrast < PaleTexts.LEAST) pale.add(String.join(" on ", pair) + ": " + contrast);
        }
        assertThat(pale).isEmpty();
    }

    /// Rules that name both colours themselves. What shows through a translucent one may be black or white.
    @ParameterizedTest
    @ValueSource(strings = {".themed", ".themed:dark"})
    void everyRuleWithItsOwnTwoColoursCanBeRead(String theme) throws IOException {
        Map<String, Color> colours = colours(theme);
        String sheet = Files.readString(Path.of("resources/org/hrscope/style/hrscope.css"));
        Matcher rule = Pattern.compile("([^{}]+)\\{([^}]*)}").matcher(sheet);
        List<String> pale = new ArrayList<>();
        int read = 0;
        while (rule.find()) {
            Color text = colour("-fx-text-fill", rule.group(2), colours);
            Color back = colour("-fx-background-color", rule.group(2), colours);
            if (text == null || back == null) continue;
            read++;
            for (Color below : List.of(Color.BLACK, Color.WHITE)) {
                if (back.getOpacity() < 0.5) continue;
                double contrast = PaleTexts.contrast(text, over(back, below));
                if (contrast < PaleTexts.LEAST) pale.add(rule.group(1).strip() + ": " + contrast);
            }
        }
        assertThat(read).isGreaterThan(8);
        assertThat(pale).isEmpty();
    }

    /// As one sees them: each control in a row of the program's own, the opacities of a control and its parts multiplied.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsDisabledCanBeRead(boolean dark) {
        Button primary = new Button("primary");
        primary.getStyleClass().add("primary");
        TextField prompt = new TextField();
        prompt.setPromptText("prompt");
        ToggleButton toggle = new ToggleButton("toggle", new FontIcon(MaterialDesignA.ACCOUNT));
        MenuButton chip = new MenuButton("chip");
        chip.getStyleClass().add("chip");
        List<Control> controls =
                List.of(
                        primary,
                        prompt,
                        chip,
                        new Button("button", new FontIcon(MaterialDesignA.ACCOUNT)),
                        toggle,
                        new CheckBox("check"),
                        new RadioButton("radio"),
                        new Hyperlink("link"),
                        new Label("label"),
                        new TextField("text"),
                        new Spinner<>(1, 9, 3),
                        chosen(new ChoiceBox<>()),
                        chosen(new ComboBox<>()));
        List<String> pale =
                FxToolkit.on(() -> {
                    HBox row = new HBox(controls.toArray(Control[]::new));
                    row.getStyleClass().addAll("button-row", "inspector");
                    StackPane root = new StackPane(row);
                    Theme theme = new Theme();
                    theme.darkProperty().set(dark);
                    theme.style(root);
                    Stage window = new Stage();
                    window.setScene(new Scene(root));
                    toggle.setSelected(true);
                    for (Control each : controls) each.setDisable(true);
                    window.show();
                    root.applyCss();
                    root.layout();
                    List<String> found = PaleTexts.in(root);
                    window.hide();
                    return found;
                });
        assertThat(pale).isEmpty();
    }

    private static Control chosen(ChoiceBox<String> box) {
        box.getItems().add("choice");
        box.setValue("choice");
        return box;
    }

    private static Control chosen(ComboBox<String> box) {
        box.setValue("combo");
        return box;
    }

    private static @Nullable Color colour(
            String property, String rule, Map<String, Color> colours) {
        Matcher value =
                Pattern.compile("(?:^|[ ;])" + property + ": (?:-hr-([\\w-]+)|(#\\w+));")
                        .matcher(rule);
        if (!value.find()) return null;
        return value.group(2) == null ? colours.get(value.group(1)) : Color.web(value.group(2));
    }

    private static Color over(Color top, Color below) {
        double share = top.getOpacity();
        return new Color(
                share * top.getRed() + (1 - share) * below.getRed(),
                share * top.getGreen() + (1 - share) * below.getGreen(),
                share * top.getBlue() + (1 - share) * below.getBlue(),
                1);
    }
}
