package org.hrscope.ui.apply;

import java.time.format.DateTimeFormatter;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import org.hrscope.gesture.Gesture;
import org.hrscope.ui.apply.InteractionViewModel.Done;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.TextCheck;
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
        Label about = Paragraph.muted(texts, "gesture.about");
        CheckBox on = new TextCheck(texts, "gesture.on", model.onProperty());
        on.getStyleClass().add("gesture-on");
        VBox rest = new VBox();
        rest.getStyleClass().add("gesture-list");
        for (Gesture gesture : Gesture.values()) {
            CheckBox box = new TextCheck(texts, key(gesture), model.wantedProperty(gesture));
            box.setWrapText(true);
            rest.getChildren().add(box);
        }
        var seconds = model.dwellProperty().map(now -> Texts.format("%.1f", now));
        Label dwell = new Caption(texts.of("gesture.dwell", seconds));
        rest.getChildren().addAll(dwell, slider(shell));
        rest.disableProperty().bind(model.onProperty().not());
        var said = texts.of(this::last, model.doneProperty(), model.waitingProperty());
        Label last = Paragraph.muted(said);
        Presence.when(model.onProperty(), last);
        getChildren().addAll(about, on, rest, last);
    }

    private static String key(Gesture gesture) {
        return Texts.key("gesture.", gesture);
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
}
