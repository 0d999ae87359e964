package org.hrscope.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import org.hrscope.settings.Settings;
import org.hrscope.ui.common.ButtonRail;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The right side: a rail of icons, and beside it the panel of one of them. A click on the icon of the open panel folds
/// it. FX thread.
final class Side {
    private static final double LEAST = 310;
    private static final double USUAL = 340;

    /// At this width lines of code do not wrap.
    private static final double EASY = 420;

    private static final double SHARE = 0.22;

    private final StageRow row;
    private final List<SidePanel> panels;
    private final Map<SidePanel, Region> contents = new HashMap<>();
    private final StackPane place = new StackPane();
    private final ButtonRail rail = new ButtonRail("activity-rail");
    private final ObjectProperty<SidePanel> chosen;
    private final BooleanProperty folded = new SimpleBooleanProperty();

    /// @param row    where the open panel stands
    /// @param before how the side was in the last session
    Side(
            StageRow row,
            List<SidePanel> panels,
            Controls controls,
            Texts texts,
            Settings.@Nullable Side before) {
        this.row = row;
        this.panels = panels;
        chosen = new SimpleObjectProperty<>(panels.getFirst());
        place.getStyleClass().add("side");
        place.setMinWidth(LEAST);
        for (SidePanel panel : panels) rail.add(button(panel, controls, texts));
        if (before != null) {
            choose(before.panel());
            folded.set(before.folded());
        }
        if (!folded.get()) row.last(place, before == null ? usual() : before.width());
        folded.subscribe((_, now) -> {
            if (now) row.remove(place);
            else row.last(place, Math.max(LEAST, row.width(place)));
        });
        Changes.now(this::fill, chosen, folded);
    }

    private ToggleButton button(SidePanel panel, Controls controls, Texts texts) {
        ToggleButton button = new ToggleButton();
        button.setGraphic(new FontIcon(panel.icon()));
        button.setContentDisplay(ContentDisplay.TOP);
        button.textProperty().bind(texts.of(panel.textKey()));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setId("side-" + panel.id());
        controls.named(button, panel.textKey() + ".about");
        Runnable light = () -> button.setSelected(chosen.get() == panel && !folded.get());
        Changes.now(light, chosen, folded);
        button.setOnAction(event -> {
            boolean open = chosen.get() == panel && !folded.get();
            chosen.set(panel);
            folded.set(open);
            light.run();
        });
        return button;
    }

    private void fill() {
        if (folded.get()) {
            place.getChildren().clear();
            return;
        }
        // No panel has a width of its own: nothing moves when another is chosen.
        Region content = contents.computeIfAbsent(chosen.get(), panel -> panel.content().get());
        place.getChildren().setAll(content);
    }

    private static double usual() {
        double screen = Screen.getPrimary().getVisualBounds().getWidth();
        return Math.clamp(SHARE * screen, USUAL, EASY);
    }

    private void choose(String id) {
        panels.stream().filter(panel -> panel.id().equals(id)).findFirst().ifPresent(chosen::set);
    }

    /// Opens the panel of this name.
    void show(String id) {
        choose(id);
        folded.set(false);
    }

    /// Opens or folds the side.
    void toggle() {
        folded.set(!folded.get());
    }

    ButtonRail rail() {
        return rail;
    }

    /// For the next session.
    Settings.Side remembered() {
        double width = row.width(place);
        return new Settings.Side(
                Objects.requireNonNull(chosen.get()).id(),
                width == 0 ? usual() : width,
                folded.get());
    }
}
