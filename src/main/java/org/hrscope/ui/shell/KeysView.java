package org.hrscope.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;

/// The list of shortcuts, taken from the bindings themselves, in columns: one would be taller than a small screen. FX
/// thread.
final class KeysView extends VBox {
    private static final double WORDS = 168;

    /// Texts that are clear on a button but not in a list.
    private static final Map<String, String> FULLER =
            Map.of("lesson.back", "keys.lesson.back", "lesson.next", "keys.lesson.next");

    private static final double COLUMN = 284;

    /// @param width that of the window
    KeysView(Keys keys, Texts texts, double width) {
        getStyleClass().add("keys-view");
        Label title = Styled.as(new Label(texts.get("keys")), "panel-title");
        Map<String, List<Keys.Binding>> byText = new LinkedHashMap<>();
        for (Keys.Binding binding : ordered(keys.bindings())) {
            byText.computeIfAbsent(binding.textKey(), _ -> new ArrayList<>()).add(binding);
        }
        HBox columns = new HBox(18);
        int rows = Math.ceilDiv(byText.size(), Math.clamp((int) (width / COLUMN), 1, 4));
        int at = 0;
        for (Map.Entry<String, List<Keys.Binding>> entry : byText.entrySet()) {
            if (at % rows == 0) columns.getChildren().add(column());
            GridPane grid = (GridPane) columns.getChildren().getLast();
            String key = FULLER.getOrDefault(entry.getKey(), entry.getKey());
            grid.addRow(at++ % rows, caps(entry.getValue()), words(texts.get(key).replace("…", "")));
        }
        Label drag = Styled.as(new Label(texts.get("keys.pointer")), "muted");
        drag.setWrapText(true);
        getChildren().addAll(title, columns, drag);
    }

    /// Bound first so that they win while presenting, the presentation's keys are what people look for last.
    private static List<Keys.Binding> ordered(List<Keys.Binding> bindings) {
        Comparator<Keys.Binding> presenting =
                Comparator.comparing(binding -> binding.textKey().startsWith("present"));
        return bindings.stream().sorted(presenting).toList();
    }

    private static Label words(String text) {
        // Otherwise the list would be too low for its wrapped lines.
        Label words =
                new Label(text) {
                    @Override
                    protected double computePrefHeight(double width) {
                        return super.computePrefHeight(width < 0 ? WORDS : width);
                    }
                };
        words.setMinHeight(USE_PREF_SIZE);
        words.setWrapText(true);
        words.setMaxWidth(WORDS);
        return words;
    }

    private static GridPane column() {
        return Styled.as(new GridPane(), "facts");
    }

    private static HBox caps(List<Keys.Binding> same) {
        HBox caps = new HBox(4);
        for (Keys.Binding binding : same) {
            Label key = Styled.as(new Label(binding.text()), "key-cap");
            key.setMinWidth(USE_PREF_SIZE);
            caps.getChildren().add(key);
        }
        return caps;
    }
}
