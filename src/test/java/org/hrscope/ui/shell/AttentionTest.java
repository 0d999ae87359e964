package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.hrscope.ui.FxToolkit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
@Timeout(60)
class AttentionTest {
    private final Button button = FxToolkit.on(() -> new Button("a"));
    private final TextField field = FxToolkit.on(TextField::new);
    private Stage window;

    @BeforeEach
    void show() {
        FxToolkit.run(() -> {
            window = new Stage();
            window.setScene(new Scene(new VBox(button, field), 200, 100));
            window.show();
            window.requestFocus();
            button.requestFocus();
        });
        FxToolkit.rendered();
    }

    @AfterEach
    void hide() {
        FxToolkit.run(window::hide);
    }

    private static boolean elsewhere() {
        return FxToolkit.on(Attention::isElsewhere);
    }

    @Test
    void aTextFieldTakesItUntilItIsLeft() {
        assertThat(elsewhere()).isFalse();
        FxToolkit.run(field::requestFocus);
        assertThat(elsewhere()).isTrue();
        FxToolkit.run(() -> field.setEditable(false));
        assertThat(elsewhere()).isFalse();
        FxToolkit.run(() -> {
            field.setEditable(true);
            button.requestFocus();
        });
        assertThat(elsewhere()).isFalse();
    }

    @Test
    void aSpinnerThatIsTypedIntoTakesIt() {
        Spinner<Integer> spinner =
                FxToolkit.on(() -> {
                    Spinner<Integer> channel = new Spinner<>(0, 9, 3);
                    ((VBox) window.getScene().getRoot()).getChildren().add(channel);
                    channel.setEditable(true);
                    return channel;
                });
        FxToolkit.rendered();
        FxToolkit.run(() -> spinner.getEditor().requestFocus());
        assertThat(elsewhere()).isTrue();
        FxToolkit.run(spinner::requestFocus);
        assertThat(elsewhere()).isTrue();
        FxToolkit.run(button::requestFocus);
        assertThat(elsewhere()).isFalse();
    }

    @Test
    void aDialogueTakesIt() {
        Stage dialogue =
                FxToolkit.on(() -> {
                    Stage asks = new Stage();
                    asks.initOwner(window);
                    asks.initModality(Modality.WINDOW_MODAL);
                    asks.setScene(new Scene(new VBox(new Button("b")), 100, 50));
                    asks.show();
                    return asks;
                });
        FxToolkit.rendered();
        assertThat(elsewhere()).isTrue();
        FxToolkit.run(() -> {
            dialogue.hide();
            window.requestFocus();
        });
        FxToolkit.rendered();
        assertThat(elsewhere()).isFalse();
    }

    /// As when a dialogue of the system or another program is in front.
    @Test
    void withoutTheKeyboardNothingIsOurs() {
        FxToolkit.run(window::hide);
        FxToolkit.rendered();
        assertThat(elsewhere()).isTrue();
    }
}
