package org.hrscope.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.NodePicture;

/// Images of the whole window in all its states, to be looked at; no test. Started by hand, headless:
/// `WindowPictures FOLDER LANGUAGE light|dark WIDTHxHEIGHT [PARTS]`, the parts being names of walks below.
final class WindowPictures {
    private final Path folder;
    private final OpenWindow window;

    private WindowPictures(Path folder, OpenWindow window) {
        this.folder = folder;
        this.window = window;
    }

    public static void main(String[] arguments) throws Exception {
        new FxToolkit().beforeAll(null);
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path settings = Files.createTempDirectory("hrscope-pictures");
        try (OpenWindow window = new OpenWindow(settings)) {
            String[] size = arguments[3].split("x");
            window.resize(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
            window.language(Locale.forLanguageTag(arguments[1]));
            if (arguments[2].equals("light")) window.dark(false);
            else window.dark(true);
            WindowPictures all = new WindowPictures(folder, window);
            Set<String> parts = arguments.length > 4 ? Set.of(arguments[4].split(",")) : Set.of();
            if (wanted(parts, "panels")) all.panels();
            if (wanted(parts, "lessons")) all.lessons();
            if (wanted(parts, "inspector")) all.inspector();
            if (wanted(parts, "windows")) all.windows();
            if (parts.contains("grown")) all.grown();
            if (wanted(parts, "pops")) all.pops();
        }
        Platform.exit();
        System.exit(0);
    }

    private void pops() {
        window.press(KeyCode.ESCAPE);
        panel(3);
        for (int i = 0; i < 9; i++) {
            FxToolkit.rendered();
            Node row = window.find(".lesson-row").get(i);
            FxToolkit.run(((ButtonBase) row.getParent())::fire);
            List<Node> links = window.find(".lesson .md-link");
            if (!links.isEmpty()) {
                window.click(links.getFirst());
                for (int j = 0; j < 3; j++) {
                    FxToolkit.rendered();
                    for (Window w : window.others())
                        System.out.println(
                                i
                                        + " "
                                        + w.getX()
                                        + " "
                                        + w.getY()
                                        + " "
                                        + w.getWidth()
                                        + " "
                                        + w.getHeight()
                                        + " pref "
                                        + FxToolkit.on(() -> w.getScene().getRoot().prefHeight(-1))
                                        + " min "
                                        + FxToolkit.on(() -> w.getScene().getRoot().minHeight(-1)));
                    settle(200);
                }
                others("term-" + i);
            }
            window.fire(".lesson-head .button", 0);
        }
        panel(0);
        window.choose(".help-menu", "help.hints");
        settle(500);
        for (int i = 1; i < 4; i++) {
            take("hint-stage-" + i);
            others("hint-" + i);
            settle(400);
        }
        window.choose(".source-menu", "sample.menu");
        settle(1500);
        others("samples");
        window.pressLater(KeyCode.L, false, true);
        settle(300);
        others("address");
        window.choose(".help-menu", "help.about");
        settle(300);
        others("about");
        window.fire(".meter-button", 0);
        settle(300);
        others("meter");
        java.util.concurrent.CountDownLatch done = new java.util.concurrent.CountDownLatch(1);
        for (String key : List.of("job.download", "job.results"))
            window.run(key, "td-hm_hrnet-w32_8xb64-210e_coco-256x192", done);
        settle(3000);
        window.fire(".jobs-button", 0);
        settle(300);
        take("jobs-bar");
        others("jobs");
        done.countDown();
    }

    private void grown() {
        panel(7);
        settle(1500);
        for (Node button : window.find(".side .button")) {
            if (button instanceof Labeled l && l.getText() != null && l.getText().contains("W32")) {
                FxToolkit.run(((ButtonBase) button)::fire);
                break;
            }
        }
        for (int i = 0; i < 60; i++) {
            settle(1000);
            boolean there =
                    window.find(".chip").stream()
                            .anyMatch(n ->
                                    ((javafx.scene.control.MenuButton) n).getItems() != null
                                            && String.valueOf(n.getAccessibleText())
                                                    .contains("W32"));
            if (there && i > 5) break;
        }
        settle(3000);
        take("grown");
        panel(4);
        settle(1000);
        take("grown-cut");
    }

    private static boolean wanted(Set<String> parts, String part) {
        return parts.isEmpty() || parts.contains(part);
    }

    private void take(String name) {
        take(window.stage().getScene(), name);
    }

    private void take(Scene scene, String name) {
        FxToolkit.rendered();
        NodePicture picture = FxToolkit.on(() -> NodePicture.of(scene.snapshot(null)));
        try {
            picture.write(folder.resolve(name + ".png"));
        } catch (org.hrscope.domain.Problem e) {
            throw new IllegalStateException(e);
        }
    }

    private static void settle(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void panel(int index) {
        ToggleButton button =
                (ToggleButton) window.find(".activity-rail .toggle-button").get(index);
        if (!button.isSelected()) window.fire(".activity-rail .toggle-button", index);
    }

    private void panels() {
        settle(500);
        take("start");
        window.press(KeyCode.DOWN);
        int count = window.find(".activity-rail .toggle-button").size();
        for (int i = 0; i < count; i++) {
            panel(i);
            settle(400);
            take("panel-" + i);
        }
        panel(0);
    }

    private void lessons() {
        panel(3);
        take("lessons");
        int lessons = window.find(".lesson-row").size();
        for (int i = 0; i < lessons; i++) {
            FxToolkit.rendered();
            System.out.println(i + " " + window.find(".lesson-row").size());
            Node row = window.find(".lesson-row").get(i);
            FxToolkit.run(((ButtonBase) row.getParent())::fire);
            int step = 1;
            while (true) {
                settle(700);
                String name = "lesson-%d-%02d".formatted(i + 1, step++);
                take(name);
                tried(name);
                if (window.find(".lesson-foot > .primary").getFirst().isDisabled()) break;
                if (!window.find(".question-reply").isEmpty() && step > 12) break;
                boolean last = List.of("Finish", "完成").contains(primary().getText());
                if (last) break;
                FxToolkit.run(((ButtonBase) primary())::fire);
            }
            window.fire(".lesson-head .button", 0);
        }
        panel(0);
    }

    private Labeled primary() {
        return (Labeled) window.find(".lesson-foot > .primary").getFirst();
    }

    private void tried(String name) {
        for (int i = 0; i < 40 && window.find(".lesson-trying").size() > 0; i++) settle(100);
        if (window.find(".question").isEmpty()) return;
        List<Node> options = window.find(".question-option");
        if (options.isEmpty()) {
            TextField field = (TextField) window.find(".question .text-field").getFirst();
            FxToolkit.run(() -> {
                field.setText("1 2 3");
                field.fireEvent(new javafx.event.ActionEvent());
            });
        } else {
            FxToolkit.run(((ButtonBase) options.getFirst())::fire);
        }
        settle(300);
        take(name + "a");
        for (Node button : window.find(".question .button")) {
            if (button instanceof Labeled l && List.of("Show me", "看答案").contains(l.getText()))
                FxToolkit.run(((ButtonBase) button)::fire);
        }
        settle(300);
        take(name + "b");
    }

    private void inspector() {
        Node map = window.find(".network-view").getFirst();
        FxToolkit.run(map::requestFocus);
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.RIGHT);
        if (window.find(".inspector").isEmpty()) window.press(KeyCode.I);
        for (int node = 0; node < 4; node++) {
            for (int tool = 0; tool < 8; tool++) {
                List<Node> tools = window.find(".inspector .toggle-button");
                if (tool == 0 && node == 0)
                    for (Node n : tools) System.out.println(((Labeled) n).getAccessibleText());
                if (tool >= tools.size()) break;
                FxToolkit.run(((ButtonBase) tools.get(tool))::fire);
                settle(500);
                take("inspector-%d-%d".formatted(node, tool));
            }
            FxToolkit.run(map::requestFocus);
            for (int step = 0; step < (node == 2 ? 60 : 4); step++) window.press(KeyCode.RIGHT);
            FxToolkit.rendered();
        }
        window.press(KeyCode.I);
    }

    private void windows() {
        record Opened(String name, KeyCode key, boolean shift, boolean control) {}
        for (Opened each :
                List.of(
                        new Opened("keys", KeyCode.F1, false, false),
                        new Opened("library", KeyCode.L, false, false),
                        new Opened("playground", KeyCode.K, false, false),
                        new Opened("smoothing", KeyCode.S, true, false))) {
            window.press(each.key, each.shift, each.control);
            settle(600);
            others(each.name);
        }
    }

    private void others(String name) {
        int i = 0;
        for (Window other : window.others()) {
            take(other.getScene(), name + (i++ == 0 ? "" : "-" + i));
            FxToolkit.run(other::hide);
        }
    }
}
