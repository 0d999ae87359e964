package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Enlarged;
import org.hrscope.ui.common.PointerTip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The window's frame with stand-ins for what needs a network.
@ExtendWith(FxToolkit.class)
class PresentationTest {
    private final BorderPane window = new BorderPane();
    private final Label tip = new Label();
    private Stage stage;
    private Enlarged root;
    private StageRow row;
    private StackPane map;
    private SplitPane whole;
    private Presentation presentation;

    @BeforeEach
    void show() {
        FxToolkit.run(() -> {
            stage = new Stage();
            row = new StageRow(new StackPane(tip));
            row.last(new StackPane(new Label("panel")), 300);
            map = new StackPane(new Label("map"));
            whole = new SplitPane(row, map);
            whole.setOrientation(Orientation.VERTICAL);
            window.setTop(new Label("bar"));
            window.setRight(new Label("rail"));
            window.setCenter(whole);
            root = new Enlarged(window);
            stage.setScene(new Scene(root, 1280, 720));
            presentation = new Presentation(window, row, map, factor -> {});
            stage.show();
            whole.setDividerPositions(0.71);
        });
        FxToolkit.rendered();
    }

    @AfterEach
    void hide() {
        FxToolkit.run(stage::hide);
    }

    private void settle() {
        for (int i = 0; i < 4; i++) FxToolkit.rendered();
    }

    @Test
    void itShowsOnePartAndLeavingPutsEverythingBack() {
        double[] wholeAt = FxToolkit.on(whole::getDividerPositions);
        double[] rowAt = FxToolkit.on(row::getDividerPositions);
        FxToolkit.run(presentation::toggle);
        settle();
        assertThat(window.getTop()).isNull();
        assertThat(whole.getItems()).containsExactly(row);
        assertThat(row.getItems()).hasSize(1);
        assertThat(stage.isFullScreen()).isTrue();
        FxToolkit.run(() -> presentation.show(Presentation.Scope.MAP));
        settle();
        assertThat(whole.getItems()).containsExactly(map);
        FxToolkit.run(() -> presentation.show(Presentation.Scope.BOTH));
        settle();
        assertThat(row.getItems()).hasSize(2);
        assertThat(FxToolkit.on(presentation::escape)).isTrue();
        settle();
        assertThat(window.getTop()).isNotNull();
        assertThat(window.getRight()).isNotNull();
        assertThat(stage.isFullScreen()).isFalse();
        assertThat(root.factorProperty().get()).isEqualTo(1);
        assertThat(whole.getItems()).containsExactly(row, map);
        assertThat(FxToolkit.on(whole::getDividerPositions)).isEqualTo(wholeAt);
        assertThat(FxToolkit.on(row::getDividerPositions)).isEqualTo(rowAt);
        assertThat(FxToolkit.on(presentation::escape)).as("nothing to leave").isFalse();
    }

    /// A lesson is set in 15 pixels.
    @Test
    void aLessonIsReadableFromTheBackRow() {
        FxToolkit.run(() -> {
            stage.setWidth(1920);
            stage.setHeight(1080);
        });
        FxToolkit.rendered();
        FxToolkit.run(presentation::toggle);
        settle();
        double factor = root.factorProperty().get();
        double height = FxToolkit.on(() -> stage.getScene().getHeight());
        assertThat(15 * factor * 1080 / height).isGreaterThanOrEqualTo(24);
        assertThat(FxToolkit.on(window::getHeight) * factor).isBetween(height, height + 2 * factor);
        FxToolkit.run(presentation::toggle);
        settle();
    }

    @Test
    void thePointerNamesAndDoesNotMeasure() {
        PointerTip pill = new PointerTip();
        FxToolkit.run(() -> ((StackPane) row.getItems().getFirst()).getChildren().add(pill));
        FxToolkit.run(() -> pill.say("left wrist", "score 0.91"));
        assertThat(pill.getText()).isEqualTo("left wrist\nscore 0.91");
        FxToolkit.run(presentation::toggle);
        FxToolkit.run(() -> pill.say("left wrist", "score 0.91"));
        assertThat(pill.getText()).isEqualTo("left wrist");
        FxToolkit.run(presentation::toggle);
        settle();
    }
}
