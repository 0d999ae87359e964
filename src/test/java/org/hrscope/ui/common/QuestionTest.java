package org.hrscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// What is asked before something is lost, and where.
@ExtendWith(FxToolkit.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class QuestionTest {
    private static Question question() {
        Stage owner = new Stage();
        owner.setScene(new Scene(new Pane(), 100, 100));
        Shell shell = new Shell(new Texts(), new Theme(), new Jobs(Runnable::run, Runnable::run));
        return new Question(shell, owner, "?", "quit.stay", "quit.leave");
    }

    @Test
    void itGoesAwayOnceThereIsNothingToLose() {
        boolean lost = FxToolkit.on(() -> question().asked(() -> true));
        assertThat(lost).isFalse();
    }

    @Test
    void enterLosesNothing() {
        FxToolkit.run(() -> {
            Question question = question();
            var types = question.getDialogPane().getButtonTypes();
            Button keep = (Button) question.getDialogPane().lookupButton(types.getFirst());
            Button lose = (Button) question.getDialogPane().lookupButton(types.getLast());
            assertThat(keep.isDefaultButton()).isTrue();
            assertThat(keep.isCancelButton()).isTrue();
            assertThat(lose.isDefaultButton()).isFalse();
        });
    }

    /// The program is quit from its other windows, too.
    @Test
    void theKeyToQuitAsksTheOwner() {
        AtomicBoolean asked = new AtomicBoolean();
        FxToolkit.run(() -> {
            Stage owner = new Stage();
            owner.setOnCloseRequest(event -> {
                asked.set(true);
                event.consume();
            });
            Stage second = new Stage();
            second.initOwner(owner);
            FittingScene.of(second, new Pane(), 100, 100)
                    .getAccelerators()
                    .get(new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN))
                    .run();
        });
        assertThat(asked).isTrue();
    }
}
