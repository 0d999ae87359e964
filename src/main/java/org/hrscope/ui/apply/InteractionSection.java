package org.hrscope.ui.apply;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hrscope.gesture.Gesture;
import org.hrscope.ui.apply.InteractionViewModel.Done;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;

/// Gestures that do what keys do: on or off, each of them, how long to hold one, and what happened last. FX thread.
public final class InteractionSection extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final InteractionViewModel model;
    private final Texts texts;

    public InteractionSection(InteractionViewModel model, Shell shell) {
        this.model = model;
        texts = shell.texts();
        getStyleClass().add("apply-section");
        Label about = label();
        about.textProperty().bind(texts.of("gesture.about"));
        CheckBox on = new CheckBox();
        on.textProperty().bind(texts.of("gesture.on"));
        on.selectedProperty().bindBidirectional(model.onProperty());
        on.getStyleClass().add("gesture-on");
        VBox rest = new VBox();
        rest.getStyleClass().add("gesture-list");
        for (Gesture gesture : Gesture.values()) {
            CheckBox box = new CheckBox();
            box.textProperty().bind(texts.of(key(gesture)));
            box.selectedProperty().bindBidirectional(model.wantedProperty(gesture));
            box.setWrapText(true);
            rest.getChildren().add(box);
        }
        rest.getChildren().addAll(dwell(), slider(shell));
        rest.disableProperty().bind(model.onProperty().not());
        Label last = label();
        last.textProperty()
                .bind(texts.of(this::last, model.doneProperty(), model.waitingProperty()));
        last.visibleProperty().bind(model.onProperty());
        last.managedProperty().bind(last.visibleProperty());
        getChildren().addAll(about, on, rest, last);
    }

    private static String key(Gesture gesture) {
        return "gesture." + gesture.name().toLowerCase(Locale.ROOT);
    }

    private Label dwell() {
        Label dwell = new Label();
        dwell.textProperty()
                .bind(
                        texts.of(
                                () ->
                                        texts.get(
                                                "gesture.dwell",
                                                String.format(
                                                        Locale.ROOT,
                                                        "%.1f",
                                                        model.dwellProperty().get())),
                                model.dwellProperty()));
        return dwell;
    }

    private Slider slider(Shell shell) {
        Slider slider =
                new Slider(
                        InteractionViewModel.SHORTEST,
                        InteractionViewModel.LONGEST,
                        model.dwellProperty().get());
        slider.setBlockIncrement(0.1);
        slider.valueProperty().bindBidirectional(model.dwellProperty());
        shell.controls().named(slider, "gesture.time");
        return slider;
    }

    private String last() {
        if (model.waitingProperty().get()) return texts.get("gesture.waits");
        Done done = model.doneProperty().get();
        return done == null
                ? texts.get("gesture.none")
                : texts.get("gesture.done", TIME.format(done.at()), texts.get(key(done.gesture())));
    }

    private static Label label() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        return label;
    }
}
