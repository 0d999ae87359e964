package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.hrscope.batch.ClipExport;
import org.hrscope.capture.DemoScene;
import org.hrscope.capture.SourceSpec;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The window without a mouse: nothing traps the focus, and everything it stops at has a name.
@Timeout(120)
@ExtendWith(FxToolkit.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardTest {
    private static final int MOST = 200;

    /// Pixels: two sides of a small button.
    private static final int LEAST_SEEN = 30;

    private static final double CLEARLY = 0.25;
    private static final double EDGE = 3;

    /// Joints, Cover, Apply.
    private static final List<Integer> MANY_KINDS = List.of(0, 5, 7);

    @TempDir static Path folder;

    private OpenWindow window;

    @BeforeAll
    void open() throws InterruptedException {
        window = new OpenWindow(folder);
    }

    @AfterAll
    void close() {
        window.close();
    }

    @BeforeEach
    void atRest() {
        for (int i = 0; i < 3; i++) window.press(KeyCode.ESCAPE);
    }

    private Node focused() {
        return FxToolkit.on(() -> window.stage().getScene().getFocusOwner());
    }

    private void focus(String selector) {
        Node node = window.find(selector).getFirst();
        FxToolkit.run(node::requestFocus);
        assertThat(focused()).isEqualTo(node);
    }

    /// The panel of the right side with this number, from the top.
    private void panel(int index) {
        Node button = window.find(".activity-rail .toggle-button").get(index);
        if (!((javafx.scene.control.ToggleButton) button).isSelected()) {
            window.fire(".activity-rail .toggle-button", index);
        }
        FxToolkit.rendered();
    }

    private void lesson(int number) {
        panel(3);
        Node row = window.find(".lesson-row").get(number - 1);
        FxToolkit.run(((ButtonBase) row.getParent())::fire);
        FxToolkit.rendered();
    }

    private String heading() {
        return ((Label) window.find(".lesson-heading").getFirst()).getText();
    }

    /// Every stop of the Tab key from where the focus is, until it comes round.
    private List<Node> stops() {
        List<Node> stops = new ArrayList<>();
        FxToolkit.run(window.find(".stage").getFirst()::requestFocus);
        for (int i = 0; i < MOST; i++) {
            window.press(KeyCode.TAB);
            Node now = focused();
            if (stops.contains(now)) break;
            stops.add(now);
        }
        return stops;
    }

    @Test
    void theTabKeyComesRoundAndEverythingHasAName() {
        for (int i = 0; i < window.find(".activity-rail .toggle-button").size(); i++) {
            panel(i);
            List<Node> stops = stops();
            assertThat(stops).as("panel " + i).hasSizeBetween(15, MOST - 1);
            assertThat(stops.stream().anyMatch(node -> in(node, ".network-view")))
                    .as("the map is reached from panel " + i)
                    .isTrue();
            assertThat(stops.stream().filter(stop -> name(stop).isBlank()).toList())
                    .as("stops without a name, panel " + i)
                    .isEmpty();
        }
    }

    /// In pixels: what has the focus looks different from what has not. One of each kind.
    @Test
    void theFocusIsSeen() {
        Set<String> known = new HashSet<>();
        List<String> unseen = new ArrayList<>();
        for (int panel : MANY_KINDS) {
            panel(panel);
            List<Node> stops = stops();
            FxToolkit.run(window.find(".stage").getFirst()::requestFocus);
            for (Node stop : stops) {
                window.press(KeyCode.TAB);
                if (!known.add(kind(stop))) continue;
                for (boolean dark : new boolean[] {false, true}) {
                    window.dark(dark);
                    if (!seen(stop)) unseen.add(kind(stop) + (dark ? ", dark" : ", light"));
                }
            }
        }
        assertThat(unseen).isEmpty();
    }

    private static String kind(Node node) {
        boolean chosen = node instanceof CheckBox box && box.isSelected();
        return node.getTypeSelector() + node.getStyleClass() + (chosen ? " chosen" : "");
    }

    /// It has the focus, loses it, and has it again.
    private boolean seen(Node stop) {
        assertThat(focused()).isEqualTo(stop);
        FxToolkit.rendered();
        WritableImage with = around(stop);
        window.press(KeyCode.TAB, true, false);
        FxToolkit.rendered();
        WritableImage without = around(stop);
        window.press(KeyCode.TAB);
        return differing(with, without) >= LEAST_SEEN;
    }

    private WritableImage around(Node node) {
        return FxToolkit.on(() -> {
            Bounds at = node.localToScene(node.getLayoutBounds());
            SnapshotParameters part = new SnapshotParameters();
            part.setViewport(
                    new Rectangle2D(
                            at.getMinX() - EDGE,
                            at.getMinY() - EDGE,
                            at.getWidth() + 2 * EDGE,
                            at.getHeight() + 2 * EDGE));
            return window.root().snapshot(part, null);
        });
    }

    private static int differing(WritableImage a, WritableImage b) {
        int differing = 0;
        for (int y = 0; y < Math.min(a.getHeight(), b.getHeight()); y++) {
            for (int x = 0; x < Math.min(a.getWidth(), b.getWidth()); x++) {
                Color left = a.getPixelReader().getColor(x, y);
                Color right = b.getPixelReader().getColor(x, y);
                double distance =
                        Math.abs(left.getRed() - right.getRed())
                                + Math.abs(left.getGreen() - right.getGreen())
                                + Math.abs(left.getBlue() - right.getBlue());
                if (distance > CLEARLY) differing++;
            }
        }
        return differing;
    }

    private static boolean in(Node node, String selector) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n.getStyleClass().contains(selector.substring(1))) return true;
        }
        return false;
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null) return node.getAccessibleText();
        String text =
                switch (node) {
                    case Labeled labeled -> labeled.getText();
                    case TextInputControl field -> field.getPromptText();
                    case Text link -> link.getText();
                    default -> null;
                };
        return Objects.requireNonNullElse(text, "");
    }

    /// With a remote in the hand, after a click on the map, in the playground, on a slider.
    @Test
    void aLessonIsTurnedWhereverTheFocusIs() {
        lesson(5);
        String first = heading();
        focus(".network-view");
        window.press(KeyCode.PAGE_DOWN);
        String second = heading();
        assertThat(second).isNotEqualTo(first);
        // The open inspector leaves the stage so narrow that the switches are folded.
        window.fire(".layer-switches .toggle-button", 0);
        Node slider = window.find(".layer-switches .slider").getFirst();
        assertThat(slider).isInstanceOf(Slider.class);
        FxToolkit.run(slider::requestFocus);
        window.press(KeyCode.PAGE_UP);
        assertThat(heading()).isEqualTo(first);
        window.fire(".lesson-head .button", 0);
        lesson(4);
        first = heading();
        focus(".playground .cell-grid");
        window.press(KeyCode.PAGE_DOWN);
        assertThat(heading()).isNotEqualTo(first);
        window.fire(".lesson-head .button", 0);
    }

    /// As with tabs: the neighbour is chosen at once, and the frames are left alone.
    @Test
    void theViewsOfTheInspectorAreTurnedByArrows() {
        FxToolkit.run(() -> window.main().view().models().selection().open("stem.conv2"));
        while (window.find(".inspector-pages").isEmpty()) FxToolkit.rendered();
        focus(".inspector-pages .toggle-button");
        assertThat(chosenPage()).isZero();
        window.press(KeyCode.LEFT);
        assertThat(chosenPage()).as("none before the first").isZero();
        for (int page = 1; page <= 2; page++) {
            window.press(KeyCode.RIGHT);
            assertThat(chosenPage()).isEqualTo(page);
            assertThat(focused())
                    .isEqualTo(window.find(".inspector-pages .toggle-button").get(page));
        }
        window.press(KeyCode.UP);
        window.press(KeyCode.UP);
        assertThat(chosenPage()).isZero();
        assertThat(window.find(".channel-grid")).isNotEmpty();
    }

    private int chosenPage() {
        List<Node> pages = window.find(".inspector-pages .toggle-button");
        List<Node> chosen =
                pages.stream()
                        .filter(each -> ((javafx.scene.control.ToggleButton) each).isSelected())
                        .toList();
        assertThat(chosen).hasSize(1);
        return pages.indexOf(chosen.getFirst());
    }

    @Test
    void aChannelIsChosenByArrows() {
        FxToolkit.run(() -> window.main().view().models().selection().open("stem.conv2"));
        while (window.find(".channel-grid").isEmpty()) FxToolkit.rendered();
        focus(".channel-grid");
        // The maps arrive with the next result.
        while (channel() == 0) {
            window.press(KeyCode.RIGHT);
            FxToolkit.rendered();
        }
        int first = channel();
        window.press(KeyCode.RIGHT);
        assertThat(channel()).isEqualTo(first + 1);
        window.press(KeyCode.LEFT);
        assertThat(channel()).isEqualTo(first);
    }

    private int channel() {
        return FxToolkit.on(window.main().view().models().selection().channelProperty()::getValue);
    }

    /// It has no other frame to step to; the key would move the focus instead.
    @Test
    void aStepKeyOverAStillImageLeavesTheFocus() {
        window.source(new SourceSpec.Demo(DemoScene.ONE));
        focus(".stage");
        Node stage = focused();
        for (KeyCode key : List.of(KeyCode.RIGHT, KeyCode.LEFT)) {
            window.press(key);
            assertThat(focused()).as(key.toString()).isEqualTo(stage);
        }
        window.source(new SourceSpec.Demo());
    }

    /// What is covered belongs to what was played.
    @Test
    void theSameSourceOpenedAgainIsNotCovered() {
        var models = window.main().view().models();
        long before = FxToolkit.on(models.live().openingsProperty()::get);
        SourceSpec same = FxToolkit.on(models.live().sourceProperty()::get);
        FxToolkit.run(() -> {
            models.lab().covers().begin(100, 100, 30);
            models.live().open(same);
        });
        while (FxToolkit.on(models.live().openingsProperty()::get) == before) {
            FxToolkit.rendered();
        }
        assertThat(FxToolkit.on(models.lab().covers().noneProperty()::get)).isTrue();
    }

    /// Forms, the way on and the way out are stops of the Tab key, in this order; Escape leaves without a trace.
    @Test
    void theExportDialogIsWalkedByKeys() {
        Path image = folder.resolve("image.png");
        window.source(new SourceSpec.Picture(image));
        window.chooseLater(".take-away", "results");
        Stage dialog = (Stage) window.others().getFirst();
        List<Node> stops = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Node now = FxToolkit.on(() -> dialog.getScene().getFocusOwner());
            if (stops.contains(now)) break;
            stops.add(now);
            FxToolkit.run(() -> OpenWindow.press(dialog.getScene(), KeyCode.TAB, false, false));
        }
        assertThat(stops.stream().filter(CheckBox.class::isInstance).count())
                .isEqualTo(ClipExport.Kind.values().length + 1);
        assertThat(stops.stream().filter(Button.class::isInstance).count()).isEqualTo(2);
        assertThat(stops).allMatch(stop -> shown(stop) && !name(stop).isBlank());
        FxToolkit.run(() -> OpenWindow.press(dialog.getScene(), KeyCode.ESCAPE, false, false));
        for (int i = 0; i < 40 && !window.others().isEmpty(); i++) FxToolkit.rendered();
        assertThat(window.others()).isEmpty();
        assertThat(window.find(".jobs-button")).isEmpty();
    }

    /// From the stage to the export's dialog: Tab, the space bar, arrows, Enter.
    @Test
    void theExportIsReachedByKeys() {
        window.source(new SourceSpec.Picture(folder.resolve("image.png")));
        reach("take-away");
        pressSpace();
        FxToolkit.rendered();
        Scene menu = menu();
        String wanted = new Texts().get("results");
        for (int i = 0; i < 10 && !wanted.equals(lit(menu)); i++) {
            FxToolkit.run(() -> OpenWindow.press(menu, KeyCode.DOWN, false, false));
        }
        assertThat(lit(menu)).isEqualTo(wanted);
        Platform.runLater(() -> OpenWindow.press(menu, KeyCode.ENTER, false, false));
        FxToolkit.rendered();
        Stage dialog = (Stage) window.others().getFirst();
        FxToolkit.run(() -> OpenWindow.press(dialog.getScene(), KeyCode.ESCAPE, false, false));
        for (int i = 0; i < 40 && !window.others().isEmpty(); i++) FxToolkit.rendered();
        assertThat(window.others()).isEmpty();
    }

    /// Its choices; recording itself has a key.
    @Test
    void theChoicesOfARecordingAreReachedByKeys() {
        reach("record-button");
        window.press(KeyCode.TAB);
        pressSpace();
        FxToolkit.rendered();
        Scene menu = menu();
        FxToolkit.run(() -> OpenWindow.press(menu, KeyCode.DOWN, false, false));
        assertThat(lit(menu)).isNotEmpty();
        FxToolkit.run(() -> OpenWindow.press(menu, KeyCode.ESCAPE, false, false));
    }

    /// Down and up: buttons act when the key goes up.
    private void pressSpace() {
        window.press(KeyCode.SPACE);
        FxToolkit.run(() -> {
            Node focused = window.stage().getScene().getFocusOwner();
            Event.fireEvent(
                    focused,
                    new KeyEvent(
                            KeyEvent.KEY_RELEASED,
                            "",
                            "",
                            KeyCode.SPACE,
                            false,
                            false,
                            false,
                            false));
        });
    }

    /// By the Tab key.
    private void reach(String style) {
        FxToolkit.run(window.find(".stage").getFirst()::requestFocus);
        for (int i = 0; i < MOST && !focused().getStyleClass().contains(style); i++) {
            window.press(KeyCode.TAB);
        }
        assertThat(focused().getStyleClass()).contains(style);
    }

    private static Scene menu() {
        return FxToolkit.on(() ->
                Window.getWindows().stream()
                        .filter(each -> each instanceof ContextMenu && each.isShowing())
                        .findFirst()
                        .orElseThrow()
                        .getScene());
    }

    /// The text of the item that has the focus.
    private static String lit(Scene menu) {
        return FxToolkit.on(() ->
                menu.getRoot().lookupAll(".menu-item").stream()
                        .filter(Node::isFocused)
                        .flatMap(item -> item.lookupAll(".label").stream())
                        .map(label -> ((Label) label).getText())
                        .filter(text -> text != null && !text.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void whatClosesGivesTheFocusBack() {
        focus(".stage");
        window.press(KeyCode.F, false, true);
        FxToolkit.rendered();
        assertThat(focused()).isInstanceOf(TextInputControl.class);
        window.press(KeyCode.ESCAPE);
        FxToolkit.rendered();
        assertThat(focused()).isNotNull();
        assertThat(in(focused(), ".network-view")).as("after finding: " + focused()).isTrue();
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.ENTER);
        FxToolkit.rendered();
        assertThat(window.find(".inspector")).isNotEmpty();
        window.press(KeyCode.ESCAPE);
        FxToolkit.rendered();
        assertThat(window.find(".inspector")).isEmpty();
        assertThat(focused()).as("after the inspector").isNotNull();
        assertThat(shown(focused())).as("is seen: " + focused()).isTrue();
    }

    private static boolean shown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) if (!n.isVisible()) return false;
        return node.getScene() != null;
    }
}
