package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.hrscope.settings.Settings;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.inspector.Colouring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Stage and map share the window's height as in the last session.
@Timeout(60)
@ExtendWith(FxToolkit.class)
class MapSplitTest {
    private final SimpleBooleanProperty open = new SimpleBooleanProperty(true);
    private final Pane stage = new Pane();
    private final Pane map = new Pane();
    private MapSplit split;
    private Stage window;

    @BeforeEach
    void show() {
        FxToolkit.run(() -> {
            stage.setMinHeight(100);
            map.setMinHeight(100);
            split =
                    new MapSplit(
                            stage,
                            map,
                            open,
                            new SimpleObjectProperty<>(Colouring.USUAL),
                            new Settings.Layout(0.7, true, "VIRIDIS"));
            window = new Stage();
            window.setScene(new Scene(split, 400, 900));
            window.show();
        });
        FxToolkit.rendered();
    }

    @AfterEach
    void hide() {
        FxToolkit.run(window::hide);
    }

    private void height(double height) {
        FxToolkit.run(() -> window.setHeight(height));
        FxToolkit.rendered();
    }

    @Test
    void everyHeightIsSharedAlike() {
        for (double height : new double[] {700, 640, 1000, 900}) {
            height(height);
            assertThat(stage.getHeight() / split.getHeight()).isCloseTo(0.7, within(0.01));
        }
        assertThat(split.remembered().stage()).isEqualTo(0.7);
    }

    @Test
    void aWindowWithoutTheRoomChangesNothingForTheNextSession() {
        height(250);
        assertThat(map.getHeight()).isCloseTo(100, within(1.0));
        assertThat(split.remembered().stage()).isEqualTo(0.7);
        height(900);
        assertThat(stage.getHeight() / split.getHeight()).isCloseTo(0.7, within(0.01));
    }

    @Test
    void whatIsDraggedIsRemembered() {
        FxToolkit.run(() -> {
            split.setDividerPositions(0.4);
            Node divider = split.lookup(".split-pane-divider");
            Event.fireEvent(
                    divider,
                    new MouseEvent(
                            MouseEvent.MOUSE_RELEASED,
                            5,
                            3,
                            5,
                            360,
                            MouseButton.PRIMARY,
                            1,
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            false,
                            false,
                            false,
                            false,
                            null));
        });
        assertThat(split.remembered().stage()).isCloseTo(0.4, within(0.01));
        height(700);
        assertThat(stage.getHeight() / split.getHeight())
                .isCloseTo(0.4, within(0.01));
    }
}
