package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.hrscope.settings.Settings;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.Pointer;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// The right side: one panel at a time, folded by a second click, as wide as it was.
@Timeout(60)
@ExtendWith(FxToolkit.class)
class SideTest {
    private final List<String> created = new ArrayList<>();
    private final Pane stage = new Pane();
    private StageRow row;
    private Side side;
    private Stage window;

    private void open(Settings.Side before) {
        FxToolkit.run(() -> {
            Texts texts = new Texts();
            row = new StageRow(stage);
            List<SidePanel> panels = List.of(panel("joints"), panel("cut"), panel("network"));
            side = new Side(row, panels, new Controls(texts), texts, before);
            BorderPane root = new BorderPane(row);
            root.setRight(side.rail());
            new Theme().style(root);
            window = new Stage();
            window.setScene(new Scene(root, 1100, 500));
            window.show();
        });
        FxToolkit.rendered();
    }

    private SidePanel panel(String id) {
        return new SidePanel(
                id,
                MaterialDesignA.ACCOUNT,
                () -> {
                    created.add(id);
                    Pane content = new Pane();
                    content.setPrefWidth(400 * created.size());
                    content.setMinWidth(150 * created.size());
                    return content;
                });
    }

    @AfterEach
    void hide() {
        FxToolkit.run(window::hide);
    }

    private ToggleButton button(int index) {
        return (ToggleButton) side.rail().getChildren().get(index);
    }

    private void click(int index) {
        FxToolkit.run(() -> button(index).fire());
        FxToolkit.rendered();
    }

    private List<Boolean> lit() {
        return side.rail().getChildren().stream()
                .map(each -> ((ToggleButton) each).isSelected())
                .toList();
    }

    @Test
    void onePanelAtATimeCreatedWhenFirstSeen() {
        open(null);
        assertThat(created).containsExactly("joints");
        click(2);
        click(0);
        click(2);
        assertThat(created).containsExactly("joints", "network");
        assertThat(lit()).containsExactly(false, false, true);
        assertThat(row.getItems()).hasSize(2);
    }

    @Test
    void aSecondClickFoldsAndAThirdBringsTheSameWidthBack() {
        open(new Settings.Side("cut", 433, false));
        double stage = row.getItems().getFirst().getLayoutBounds().getWidth();
        assertThat(side.remembered().width()).isCloseTo(433, within(3.0));
        click(1);
        assertThat(row.getItems()).hasSize(1);
        assertThat(lit()).containsOnly(false);
        assertThat(side.remembered().folded()).isTrue();
        click(1);
        assertThat(row.getItems().getFirst().getLayoutBounds().getWidth())
                .isCloseTo(stage, within(3.0));
        assertThat(side.remembered().panel()).isEqualTo("cut");
    }

    /// After a click the focus is not seen, and nobody expects keys to go anywhere but to the window.
    @Test
    void homeIsTheWindowsAfterAClickAndTheRailsOnceTheKeyboardReachedIt() {
        open(null);
        List<String> heard = new ArrayList<>();
        FxToolkit.run(() -> {
            Keys keys = new Keys();
            keys.on(KeyCode.HOME, "transport.start", () -> heard.add("start"));
            keys.on(KeyCode.END, "transport.end", () -> heard.add("end"));
            keys.attach(window.getScene());
            button(1).requestFocus();
        });
        press(KeyCode.HOME);
        press(KeyCode.END);
        assertThat(heard).containsExactly("start", "end");
        FxToolkit.run(() -> {
            button(2).setFocusTraversable(true);
            button(1).requestFocusTraversal(TraversalDirection.DOWN);
        });
        press(KeyCode.HOME);
        assertThat(button(0).isFocused()).isTrue();
        assertThat(button(0).isFocusVisible()).isTrue();
        press(KeyCode.END);
        assertThat(button(2).isFocused()).isTrue();
        press(KeyCode.UP);
        assertThat(button(1).isFocused()).isTrue();
        assertThat(heard).hasSize(2);
    }

    @Test
    void nothingMovesWhenAnotherPanelIsChosen() {
        open(new Settings.Side("joints", 340, false));
        for (int each = 1; each < 3; each++) {
            click(each);
            assertThat(widths().getLast()).isCloseTo(340, within(1.0));
        }
    }

    @Test
    void whatStoodInTheMiddleDoesNotMoveTheSide() {
        open(new Settings.Side("network", 330, false));
        Pane inspector = new Pane();
        FxToolkit.run(() -> row.beside(inspector, 380));
        FxToolkit.rendered();
        assertThat(inspector.getWidth()).isCloseTo(380, within(3.0));
        assertThat(side.remembered().width()).isCloseTo(330, within(3.0));
        click(2);
        assertThat(inspector.getWidth()).isCloseTo(380, within(3.0));
        FxToolkit.run(() -> row.remove(inspector));
        click(2);
        assertThat(side.remembered().width()).isCloseTo(330, within(4.0));
    }

    @Test
    void whereTheWindowGetsNarrowPanelsGiveWayToTheStage() {
        open(new Settings.Side("network", 420, false));
        Pane inspector = new Pane();
        inspector.setMinWidth(310);
        FxToolkit.run(() -> {
            window.setWidth(1400);
            row.beside(inspector, 460);
        });
        FxToolkit.rendered();
        assertThat(widths().get(1)).isCloseTo(460, within(4.0));
        FxToolkit.run(() -> window.setWidth(1020));
        FxToolkit.rendered();
        assertThat(widths().getFirst()).as(widths().toString()).isCloseTo(280, within(4.0));
        assertThat(widths().getLast()).isCloseTo(310, within(4.0));
        FxToolkit.run(() -> window.setWidth(800));
        FxToolkit.rendered();
        assertThat(widths().get(1)).isCloseTo(310, within(4.0));
        assertThat(widths().getLast()).isCloseTo(310, within(4.0));
    }

    @Test
    void whatGaveWayComesBack() {
        open(new Settings.Side("network", 420, false));
        FxToolkit.run(() -> window.setWidth(700));
        FxToolkit.rendered();
        FxToolkit.run(() -> window.setWidth(1300));
        FxToolkit.rendered();
        assertThat(widths().getLast()).isCloseTo(420, within(4.0));
    }

    /// The playground over the stage cannot be as narrow as the stage.
    @Test
    void whatTheStageNeededForAWhileComesBack() {
        open(new Settings.Side("network", 420, false));
        FxToolkit.run(() -> stage.setMinWidth(690));
        FxToolkit.rendered();
        assertThat(widths().getLast()).isBetween(310.0, 350.0);
        FxToolkit.run(() -> window.setWidth(1500));
        FxToolkit.rendered();
        assertThat(widths().getLast()).as("a wide window").isCloseTo(420, within(4.0));
        FxToolkit.run(() -> window.setWidth(1100));
        FxToolkit.rendered();
        FxToolkit.run(() -> stage.setMinWidth(0));
        FxToolkit.rendered();
        assertThat(widths().getLast()).as("nothing over the stage").isCloseTo(420, within(4.0));
        assertThat(side.remembered().width()).isEqualTo(420);
    }

    @Test
    void whatIsDraggedIsKept() {
        open(new Settings.Side("network", 420, false));
        Node divider = row.lookup(".split-pane-divider");
        FxToolkit.run(() -> {
            Pointer.fire(divider, MouseEvent.MOUSE_PRESSED, 0, 0);
            Pointer.fire(divider, MouseEvent.MOUSE_DRAGGED, -60, 0);
            Pointer.fire(divider, MouseEvent.MOUSE_RELEASED, -60, 0);
        });
        FxToolkit.rendered();
        assertThat(widths().getLast()).isCloseTo(480, within(6.0));
        assertThat(side.remembered().width()).isCloseTo(480, within(6.0));
        FxToolkit.run(() -> window.setWidth(700));
        FxToolkit.rendered();
        FxToolkit.run(() -> window.setWidth(1300));
        FxToolkit.rendered();
        assertThat(widths().getLast()).isCloseTo(480, within(6.0));
    }

    private List<Double> widths() {
        return row.getItems().stream().map(each -> each.getLayoutBounds().getWidth()).toList();
    }

    @Test
    void theLastSessionIsBack() {
        open(new Settings.Side("network", 380, true));
        assertThat(created).isEmpty();
        assertThat(row.getItems()).hasSize(1);
        FxToolkit.run(() -> side.toggle());
        assertThat(created).containsExactly("network");
    }

    @Test
    void anUnknownPanelIsTheFirst() {
        open(new Settings.Side("of a later version", 380, false));
        assertThat(created).containsExactly("joints");
    }

    @Test
    void theRailIsOneStopForTheKeyboardAndArrowsMoveInIt() {
        open(null);
        FxToolkit.run(button(0)::requestFocus);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        assertThat(button(2).isFocused()).isTrue();
        assertThat(button(2).isFocusVisible()).isTrue();
        press(KeyCode.DOWN);
        assertThat(button(2).isFocused()).isTrue();
        press(KeyCode.UP);
        assertThat(button(1).isFocused()).isTrue();
        assertThat(side.rail().getChildren().stream().filter(Node::isFocusTraversable))
                .containsExactly(button(1));
    }

    private void press(KeyCode code) {
        FxToolkit.run(() -> {
            Node at = window.getScene().getFocusOwner();
            Event.fireEvent(
                    at,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
    }
}
