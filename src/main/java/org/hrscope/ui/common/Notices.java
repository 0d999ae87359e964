package org.hrscope.ui.common;

import java.util.Map;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// One sentence at the foot of the stage: what happened and what to do. A problem stays until dismissed and can be
/// copied; news disappears by itself. FX thread.
public final class Notices extends HBox {
    private static final Duration NEWS = Duration.seconds(3);

    /// To read one more letter.
    private static final Duration LETTER = Duration.millis(40);

    private static final double WIDEST = 640;

    private final Texts texts;
    private final FontIcon icon = new FontIcon(MaterialDesignI.INFORMATION_OUTLINE);
    private final Label sentence = new Label();
    private final Button copy;
    private final PauseTransition going;
    private String details = "";
    private @Nullable Problem told;

    public Notices(Texts texts, Controls controls) {
        this(texts, controls, new PauseTransition());
    }

    /// @param going what passes before news disappears
    Notices(Texts texts, Controls controls, PauseTransition going) {
        this.texts = texts;
        this.going = going;
        getStyleClass().add("notice");
        sentence.setWrapText(true);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        copy = controls.button(MaterialDesignC.CONTENT_COPY, "notice.copy", this::copy);
        Button close = controls.button(MaterialDesignC.CLOSE, "notice.close", this::hide);
        getChildren().addAll(icon, sentence, copy, close);
        setMaxHeight(USE_PREF_SIZE);
        going.setOnFinished(event -> hide());
        hoverProperty().subscribe((_, over) -> hold(over));
        hide();
    }

    /// As wide as its sentence, which wraps where it is long.
    @Override
    protected double computeMaxWidth(double height) {
        return Math.min(WIDEST, prefWidth(-1));
    }

    public void problem(Problem problem) {
        told = problem;
        going.stop();
        icon.setIconCode(MaterialDesignA.ALERT_OUTLINE);
        getStyleClass().add("notice-problem");
        StringBuilder trail = new StringBuilder(Objects.toString(problem.getMessage()));
        for (Throwable cause = problem.getCause(); cause != null; cause = cause.getCause()) {
            trail.append("\n").append(cause);
        }
        details = trail.toString();
        // It may stay for long.
        sentence.textProperty().bind(texts.of(() -> problem.message(texts.language())));
        setVisible(true);
    }

    /// This problem is past, if it is the one that is told.
    public void past(Problem problem) {
        if (told == problem) hide();
    }

    /// @param words as they are in the language of the moment
    public void news(ObservableValue<String> words) {
        told = null;
        icon.setIconCode(MaterialDesignI.INFORMATION_OUTLINE);
        getStyleClass().removeAll("notice-problem");
        details = words.getValue();
        sentence.textProperty().bind(words);
        setVisible(true);
        going.setDuration(NEWS.add(LETTER.multiply(details.length())));
        going.playFromStart();
        if (isHover()) going.pause();
    }

    /// Somebody may be reading it.
    private void hold(boolean over) {
        if (told != null || !isVisible()) return;
        if (over) going.pause();
        else going.play();
    }

    public void hide() {
        going.stop();
        setVisible(false);
    }

    private void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, details));
    }
}
