package org.hrscope.ui.common;

import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import javafx.util.Duration;

/// Asks before something is lost, with buttons in the window's language: those of JavaFX are in the machine's. Enter and
/// Escape lose nothing. FX thread.
public final class Question extends Alert {
    private static final Duration LOOK = Duration.millis(250);

    private final ButtonType lose;

    /// @param words   what is asked
    /// @param keepKey names the text of the answer after which nothing happens
    /// @param loseKey names the text of the other answer
    public Question(Shell shell, Window owner, String words, String keepKey, String loseKey) {
        super(AlertType.NONE);
        Texts texts = shell.texts();
        ButtonType keep = new ButtonType(texts.get(keepKey), ButtonData.CANCEL_CLOSE);
        lose = new ButtonType(texts.get(loseKey), ButtonData.OTHER);
        initOwner(owner);
        setTitle("HRScope");
        setContentText(words);
        getButtonTypes().setAll(keep, lose);
        if (getDialogPane().lookupButton(keep) instanceof Button button) {
            button.setDefaultButton(true);
        }
        shell.theme().style(getDialogPane());
    }

    /// Waits for the answer.
    ///
    /// @param idle asked a few times a second: whether there is nothing to lose any more. The question goes away then,
    ///     and nothing happens
    /// @return whether it may be lost
    public boolean asked(BooleanSupplier idle) {
        Timeline look =
                new Timeline(
                        new KeyFrame(
                                LOOK,
                                event -> {
                                    if (idle.getAsBoolean()) close();
                                }));
        look.setCycleCount(Animation.INDEFINITE);
        look.play();
        try {
            return showAndWait().filter(lose::equals).isPresent();
        } finally {
            look.stop();
        }
    }
}
