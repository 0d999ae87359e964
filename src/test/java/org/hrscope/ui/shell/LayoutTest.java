package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
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

/// Every lesson step, side panel and secondary window, in every language and in small windows: all texts can be read.
@Timeout(300)
@ExtendWith(FxToolkit.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayoutTest {
    private record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    private static final List<Size> SIZES = List.of(new Size(1280, 720), new Size(1024, 700));

    @TempDir static Path folder;

    private final List<String> findings = new ArrayList<>();
    private OpenWindow window;
    private String where = "";

    @BeforeAll
    void open() throws InterruptedException {
        window = new OpenWindow(folder);
    }

    @AfterAll
    void close() {
        window.close();
    }

    private interface Walk {
        void run(Size size);
    }

    private void everywhere(Walk walk) {
        for (Locale language : Texts.LANGUAGES) {
            window.language(language);
            for (Size size : SIZES) {
                window.resize(size.width, size.height);
                where = language + " " + size + " ";
                walk.run(size);
            }
        }
        assertThat(findings.stream().distinct().toList()).isEmpty();
    }

    private void look(String what) {
        look(window.root(), what);
    }

    private void look(Parent root, String what) {
        FxToolkit.run(() -> {
            for (int i = 0; i < 3; i++) {
                root.applyCss();
                root.layout();
            }
            for (String found : TextFindings.in(root)) findings.add(where + what + ": " + found);
        });
    }

    private void panel(int index) {
        List<Node> buttons = window.find(".activity-rail .toggle-button");
        Labeled button = (Labeled) buttons.get(index);
        if (!((ToggleButton) button).isSelected()) {
            window.fire(".activity-rail .toggle-button", index);
        }
    }

    private int panels() {
        return window.find(".activity-rail .toggle-button").size();
    }

    @Test
    void sidePanels() {
        window.press(KeyCode.DOWN);
        everywhere(size -> {
            for (int i = 0; i < panels(); i++) {
                panel(i);
                FxToolkit.rendered();
                look("panel " + i);
            }
        });
    }

    /// Folded sections are not laid out.
    @Test
    void theSectionsOfApply() {
        everywhere(size -> {
            if (window.find("#apply-action").isEmpty()) window.press(KeyCode.U);
            FxToolkit.rendered();
            for (String section : List.of("action", "interaction", "animation")) {
                ToggleButton title = (ToggleButton) window.find("#apply-" + section).getFirst();
                if (!title.isSelected()) FxToolkit.run(title::fire);
                FxToolkit.rendered();
                look("apply " + section);
            }
        });
    }

    @Test
    void theInspectorBesideEachPanel() {
        Node map = window.find(".network-view").getFirst();
        FxToolkit.run(map::requestFocus);
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.RIGHT);
        if (window.find(".inspector").isEmpty()) window.press(KeyCode.I);
        FxToolkit.rendered();
        assertThat(window.find(".inspector")).isNotEmpty();
        // Short and long names, and nodes with few and many inputs.
        for (int node = 0; node < 3; node++) {
            String number = "inspector on node " + node + ", panel ";
            everywhere(size -> {
                for (int i = 0; i < panels(); i++) {
                    panel(i);
                    look(number + i);
                }
            });
            FxToolkit.run(map::requestFocus);
            for (int step = 0; step < 5; step++) window.press(KeyCode.RIGHT);
            FxToolkit.rendered();
        }
        window.press(KeyCode.I);
    }

    /// Whatever an earlier test has left.
    @BeforeEach
    void atRest() {
        findings.clear();
        window.language(Texts.LANGUAGES.getFirst());
        window.resize(1280, 720);
        for (int i = 0; i < 3; i++) window.press(KeyCode.ESCAPE);
    }

    @Test
    void lessons() {
        panel(lessonsPanel());
        everywhere(size -> {
            look("lesson list");
            int lessons = window.find(".lesson-row").size();
            assertThat(lessons).isEqualTo(10);
            for (int i = 0; i < lessons; i++) lesson(i);
        });
    }

    private int lessonsPanel() {
        return 3;
    }

    private void lesson(int index) {
        FxToolkit.rendered();
        Node row = window.find(".lesson-row").get(index);
        FxToolkit.run(((javafx.scene.control.ButtonBase) row.getParent())::fire);
        // An unfinished lesson resumes where it was left.
        while (!window.find(".lesson-foot > .button").getFirst().isDisabled()) {
            window.fire(".lesson-foot > .button", 0);
        }
        int step = 1;
        look("lesson " + (index + 1) + " step " + step);
        while (!asking()) {
            window.fire(".lesson-foot > .primary", 0);
            look("lesson " + (index + 1) + " step " + ++step);
        }
        String question = "lesson " + (index + 1) + " question";
        List<Node> options = window.find(".question-option");
        if (options.isEmpty()) {
            answer("1 2 3");
            look(question + ", wrong answer");
        }
        for (int i = 0; i < options.size(); i++) {
            int option = i;
            FxToolkit.run(((javafx.scene.control.ButtonBase) options.get(option))::fire);
            look(question + ", option " + i);
        }
        window.fire(".lesson-head .button", 0);
    }

    private boolean asking() {
        return !window.find(".question").isEmpty();
    }

    private void answer(String numbers) {
        FxToolkit.run(() -> {
            TextField field =
                    (TextField) OpenWindow.found(window.root(), ".question .text-field").getFirst();
            field.setText(numbers);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }

    @Test
    void secondaryWindows() {
        record Opened(String name, KeyCode key, boolean shift, boolean control) {}
        List<Opened> all =
                List.of(
                        new Opened("key list", KeyCode.F1, false, false),
                        new Opened("library", KeyCode.L, false, false),
                        new Opened("playground", KeyCode.K, false, false),
                        new Opened("smoothing", KeyCode.S, true, false));
        everywhere(size -> {
            for (Opened each : all) {
                window.press(each.key, each.shift, each.control);
                FxToolkit.rendered();
                List<Window> shown = window.others();
                assertThat(shown).as(each.name).hasSize(1);
                Window other = shown.getFirst();
                if (other instanceof Stage stage) {
                    FxToolkit.run(() -> {
                        stage.setWidth(Math.min(stage.getWidth(), size.width));
                        stage.setHeight(Math.min(stage.getHeight(), size.height));
                    });
                    FxToolkit.rendered();
                }
                look(other.getScene().getRoot(), each.name);
                if (other instanceof PopupWindow
                        && (other.getWidth() > size.width || other.getHeight() > size.height)) {
                    findings.add(
                            where
                                    + each.name
                                    + ": larger than the window, "
                                    + other.getWidth()
                                    + "x"
                                    + other.getHeight());
                }
                if (other instanceof Stage) {
                    FxToolkit.run(
                            () -> OpenWindow.press(other.getScene(), KeyCode.ESCAPE, false, false));
                } else {
                    window.press(KeyCode.ESCAPE);
                }
                FxToolkit.rendered();
                assertThat(window.others()).as(each.name + " after Escape").isEmpty();
            }
        });
    }

    /// What the other tests rely on.
    @Test
    void aLongerTextIsFound() {
        window.resize(1024, 700);
        panel(0);
        Label title = (Label) window.find(".joints .panel-title").getFirst();
        FxToolkit.run(() -> {
            title.textProperty().unbind();
            title.setText(
                    "Joints, with their scores and with everything else there is to say about them");
        });
        look("longer");
        assertThat(findings).isNotEmpty().allMatch(found -> found.contains("Joints, with"));
        findings.clear();
    }
}
