package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.PaleTexts;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.opening.FasterStates;
import org.hrscope.ui.stage.StageView;
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
        static Size of(String text) {
            String[] sides = text.split("x", -1);
            return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        }

        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    /// A person who wants to see others asks for them: `-Dhrscope.sizes=1366x768,1920x1080`.
    private static final List<Size> SIZES =
            Arrays.stream(System.getProperty("hrscope.sizes", "1280x720,1024x700").split(","))
                    .map(Size::of)
                    .toList();

    private static final double TIGHT = 1024;
    private static final int HINTS = 3;

    /// Pulses after which what fades out is seen to.
    private static final int FADING = 12;

    private static final int CUT = 4;
    private static final double LEGEND_EDGE = 10;

    /// A height at which the image leaves hardly more room than the legend takes.
    private static final int LOW = 600;

    /// Pages of the inspector.
    private static final int MAPS = 0;

    private static final int EQUATION = 1;

    /// To typed questions, by number of the lesson, on the bundled network.
    private static final Map<Integer, String> ANSWERS =
            Map.of(
                    2, "17*64*48",
                    3, "64 x 96 x 72",
                    4, "4",
                    5, "(256, 64, 48)",
                    6, "128 × 8 × 6",
                    7, "6",
                    8, "97",
                    9, "288");

    @TempDir static Path folder;

    private final SeenViews seen = SeenViews.asked();
    private final List<String> findings = new ArrayList<>();
    private OpenWindow window;
    private String where = "";
    private Locale language = Texts.LANGUAGES.getFirst();

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
        for (boolean dark : seen.themes()) {
            window.dark(dark);
            for (Locale next : Texts.LANGUAGES) {
                language = next;
                window.language(language);
                for (Size size : SIZES) {
                    window.resize(size.width, size.height);
                    // A least size of the window would have the last word.
                    Bounds now = window.root().getLayoutBounds();
                    assertThat(new Size((int) now.getWidth(), (int) now.getHeight()))
                            .isEqualTo(size);
                    where = language + " " + size + (dark ? " dark " : " ");
                    walk.run(size);
                }
            }
        }
        assertThat(findings.stream().distinct().toList()).isEmpty();
    }

    private void look(String what) {
        look(window.root(), what);
    }

    private void look(Parent root, String what) {
        seen.awaited(root);
        FxToolkit.run(() -> {
            // A pop-up is laid out by its window alone, which has the size it had at first.
            int passes = root.getScene().getWindow() instanceof PopupWindow ? 0 : 3;
            for (int i = 0; i < passes; i++) {
                root.applyCss();
                root.layout();
            }
            for (String found : TextFindings.in(root)) findings.add(where + what + ": " + found);
            for (String found : PaleTexts.in(root)) findings.add(where + what + ": " + found);
            for (String found : StaleTexts.in(root, language)) {
                findings.add(where + what + ": " + found);
            }
        });
        seen.keep(root, where + what);
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
                painted("panel " + i);
            }
        });
    }

    /// A snapshot takes long: once for each panel.
    private void painted(String what) {
        for (String found : FxToolkit.on(() -> PaintedTexts.missingIn(window.root().getScene()))) {
            findings.add(where + what + ": " + found);
        }
    }

    /// The legend over the stage, and the table, with the inspector open beside them.
    @Test
    void aCut() throws InterruptedException {
        panel(CUT);
        FxToolkit.run(() -> window.main().view().models().selection().open("stage3.0.fused.1"));
        window.press(KeyCode.X);
        while (window.find(".pair-legend").isEmpty()
                || window.find(".lab-table .lab-name").size() < 3
                || !largest().equals("0")) {
            Thread.sleep(20);
        }
        everywhere(size -> {
            FxToolkit.rendered();
            look("cut");
            besideTheImage();
            window.resize(size.width, LOW);
            FxToolkit.rendered();
            besideTheImage();
            window.resize(size.width, size.height);
            recording("cut, recording");
            window.fire(".inspector-pages .toggle-button", EQUATION);
            FxToolkit.rendered();
            look("cut, equation");
            window.fire(".inspector-pages .toggle-button", MAPS);
            FxToolkit.rendered();
        });
        window.press(KeyCode.Z, false, true);
    }

    /// Paused: that is said on the stage.
    private void recording(String what) {
        window.press(KeyCode.R, false, true);
        while (window.find(".record-sign").isEmpty()) FxToolkit.rendered();
        FxToolkit.rendered();
        look(what);
        window.press(KeyCode.R, false, true);
        while (!window.find(".record-sign").isEmpty() || window.find(".notice").isEmpty()) {
            FxToolkit.rendered();
        }
        // That no frame came.
        window.hideNotice();
    }

    /// Where the image leaves room, the legend stands there.
    private void besideTheImage() {
        FxToolkit.run(() -> {
            Node image = window.root().lookup(".stage ImageView");
            Node legend = window.root().lookup(".pair-legend");
            double top = image.localToScene(image.getLayoutBounds()).getMinY();
            double stage = legend.getParent().localToScene(0, 0).getY();
            Bounds at = legend.localToScene(legend.getLayoutBounds());
            double foot = image.localToScene(image.getLayoutBounds()).getMaxY();
            double height = legend.getParent().getLayoutBounds().getHeight();
            double free = height - (foot - top);
            if (free > at.getHeight() + LEGEND_EDGE && at.getMaxY() > top)
                findings.add(where + "the legend is over the image");
            if (at.getMinX() < legend.getParent().localToScene(0, 0).getX())
                findings.add(where + "the legend is over the tools");
        });
    }

    /// Of the selected channel, in the inspector: nothing comes out of what is cut.
    private String largest() {
        List<Node> figures = window.find(".channel-figures .meter-value");
        return figures.isEmpty() ? "" : ((Label) figures.get(2)).getText();
    }

    /// A network that was made faster, one that was made again, and one that is not worth it.
    @Test
    void whatIntegersCost() {
        for (int i = 0; window.find(".faster").isEmpty(); i++) panel(i);
        Node faster = window.find(".faster").getFirst();
        everywhere(size -> {
            for (double ratio : new double[] {0.437, 1.03}) {
                for (boolean compared : new boolean[] {false, true}) {
                    FxToolkit.run(() -> FasterStates.show(faster, ratio, compared));
                    FxToolkit.rendered();
                    look("faster " + ratio + (compared ? ", compared" : ""));
                }
            }
        });
    }

    /// Whoever stands at the left edge of the image is seen.
    @Test
    void theLayerSwitchesAreBesideTheImage() {
        everywhere(size -> {
            for (boolean inspecting : new boolean[] {false, true}) {
                if (inspecting) window.press(KeyCode.I);
                FxToolkit.rendered();
                FxToolkit.run(() -> {
                    Node image = window.root().lookup(".stage ImageView");
                    Node switches = window.root().lookup(".layer-switches");
                    double left = image.localToScene(image.getLayoutBounds()).getMinX();
                    double right = switches.localToScene(switches.getLayoutBounds()).getMaxX();
                    boolean unfolded = switches.lookup(".slider").isVisible();
                    if (unfolded && left < right) findings.add(where + "switches over the image");
                });
            }
            window.press(KeyCode.I);
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
                // Unfolding scrolls to it.
                if (title.isSelected()) FxToolkit.run(title::fire);
                FxToolkit.run(title::fire);
                FxToolkit.rendered();
                inView(title.getParent(), section);
                look("apply " + section);
            }
        });
    }

    /// All of it, or its top where it is higher than the place.
    private void inView(Node section, String what) {
        FxToolkit.run(() -> {
            Node place = section;
            while (!(place instanceof ScrollPane)) place = place.getParent();
            Bounds room = place.localToScene(place.getLayoutBounds());
            Bounds at = section.localToScene(section.getLayoutBounds());
            if (at.getMaxY() > room.getMaxY() + 1 && at.getMinY() > room.getMinY() + 1)
                findings.add(where + what + ": out of view");
        });
    }

    /// Without scrolling.
    private void whole(Node pane, String what) {
        FxToolkit.run(() -> {
            ScrollPane scroll = (ScrollPane) pane;
            double high = scroll.getContent().getLayoutBounds().getHeight();
            if (high > scroll.getViewportBounds().getHeight() + 1)
                findings.add(where + what + ": the sum is cut");
        });
    }

    private void oneRow(String row, String what) {
        FxToolkit.run(() -> {
            Parent all = (Parent) window.root().lookup(row);
            List<Bounds> parts =
                    all.getChildrenUnmodifiable().stream()
                            .filter(Node::isManaged)
                            .map(Node::getBoundsInParent)
                            .toList();
            double top = parts.getFirst().getMaxY();
            if (parts.stream().anyMatch(part -> part.getMinY() >= top))
                findings.add(where + what + ": " + row + " in several rows");
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
                    oneRow(".inspector-tools", number + i);
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
        window.dark(false);
        language = Texts.LANGUAGES.getFirst();
        window.language(language);
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

    /// On the way through them: no joint is under one, and the space bar and Tab are the window's.
    @Test
    void theHintsLeaveTheFigureInView() {
        everywhere(size -> {
            window.choose(".help-menu", "help.hints");
            for (int hint = 1; hint <= HINTS; hint++) {
                while (window.others().isEmpty() || SeenViews.isAppearing(hint()))
                    FxToolkit.rendered();
                seen.keep(window.root(), where + "under hint " + hint);
                int number = hint;
                Parent root = hint();
                FxToolkit.run(() -> {
                    Bounds over = root.localToScreen(root.getLayoutBounds());
                    StageView stage = (StageView) window.root().lookup(".stage");
                    long covered =
                            Objects.requireNonNull(stage.shown()).people().all().stream()
                                    .flatMap(one -> one.pose().keypoints().stream())
                                    .map(joint -> joint.moved(stage.viewport().toStage()))
                                    .map(joint -> stage.localToScreen(joint.x(), joint.y()))
                                    .filter(over::contains)
                                    .count();
                    if (covered > 0) findings.add(where + "hint " + number + ": over joints");
                });
                Window shown = window.others().getFirst();
                boolean held = isHeld();
                window.press(KeyCode.SPACE);
                assertThat(isHeld()).as("the space bar plays").isNotEqualTo(held);
                window.press(KeyCode.SPACE);
                // It would fade out before it goes.
                for (int i = 0; i < FADING; i++) FxToolkit.rendered();
                assertThat(shown.isShowing() && !SeenViews.isAppearing(root))
                        .as("hint " + hint + " stays")
                        .isTrue();
                window.press(KeyCode.ENTER);
                while (shown.isShowing()) FxToolkit.rendered();
            }
            FxToolkit.rendered();
            assertThat(window.others()).isEmpty();
        });
    }

    private boolean isHeld() {
        return FxToolkit.on(window.main().view().models().live().pausedProperty()::get);
    }

    private Parent hint() {
        return window.others().getFirst().getScene().getRoot();
    }

    private void open(int lesson) {
        FxToolkit.rendered();
        Node row = window.find(".lesson-row").get(lesson);
        FxToolkit.run(((javafx.scene.control.ButtonBase) row.getParent())::fire);
        // An unfinished lesson resumes where it was left.
        while (!window.find(".lesson-foot > .button").getFirst().isDisabled()) {
            window.fire(".lesson-foot > .button", 0);
        }
    }

    /// The Teach panel and the curves of a joint that was taught, as the first lesson has them.
    @Test
    void whatWasTaught() throws InterruptedException {
        panel(lessonsPanel());
        open(0);
        while (window.find(".guided-clicks").isEmpty()) window.fire(".lesson-foot > .primary", 0);
        window.fire(".guided-clicks .check-box", 0);
        window.fire(".guided-clicks > .button-row > .button", 0);
        while (!learnt()) Thread.sleep(20);
        everywhere(size -> {
            look("taught");
            if (size.width > TIGHT) inView(window.find(".guided-clicks").getFirst(), "taught");
            window.fire(".lesson-foot > .primary", 0);
            assertThat(window.find(".learning-curve")).hasSize(2);
            look("curves");
            window.fire(".lesson-foot > .button", 0);
        });
        window.fire(".lesson-head .button", 0);
    }

    /// Whether the last click is made, and its figures are there.
    private boolean learnt() {
        return window.find(".guided-clicks > .button-row > .button").getFirst().isDisabled()
                && window.find(".teach-learnt > .label").stream()
                        .anyMatch(figures -> ((Label) figures).getText().contains("%"));
    }

    private void lesson(int index) {
        open(index);
        int steps = window.find(".lesson-dot").size();
        for (int step = 1; step <= steps; step++) {
            String here = "lesson " + (index + 1) + " step " + step;
            twins(here, step);
            look(here);
            seenAtOnce(here);
            if (step == steps) answers(here, index);
            else if (asking()) options(here, false);
            else prediction(here);
            if (step < steps) window.fire(".lesson-foot > .primary", 0);
        }
        window.fire(".lesson-head .button", 0);
    }

    /// The untrained network is made in the first step; it serves all later ones.
    private void twins(String here, int step) {
        String waiting = ".twins > .stage-opening";
        if (step > 1 && !window.find(waiting).isEmpty())
            findings.add(where + here + ": made again");
        while (!window.find(waiting).isEmpty()) FxToolkit.rendered();
    }

    /// What a step says, is about, or asks to be pressed, is not below the fold.
    private void seenAtOnce(String here) {
        boolean tight = window.stage().getWidth() <= TIGHT;
        for (String part :
                List.of(
                        ".lesson-content > .markdown",
                        ".lesson .decode-table",
                        ".lesson-content > .primary",
                        ".size-formulas"))
            if (!tight && !reading()) window.find(part).forEach(node -> inView(node, here));
        if (!tight) window.find(".sum-text").forEach(sum -> whole(sum, here));
        if (reading()) window.find(".call-code").forEach(node -> inView(node, here));
    }

    /// Whether a lesson speaks of the calls in the playground.
    private boolean reading() {
        return window.find(".lesson-content .md-code").stream()
                .anyMatch(code -> ((Text) code).getText().contains("nn.Conv2d"));
    }

    /// All that can be said to the last question.
    private void answers(String here, int index) {
        if (window.find(".question-option").isEmpty()) {
            answer("1 2 3");
            look(here + ", wrong answer");
            Node typed = window.find(".question .text-field").getFirst();
            answerInView(here + ", wrong answer", typed);
            answer(ANSWERS.get(index + 1));
            look(here + ", right answer");
            answerInView(here + ", right answer", typed);
            assertThat(window.find(".lesson-foot > .primary").getFirst().isDisabled())
                    .as(here + " accepts " + ANSWERS.get(index + 1))
                    .isFalse();
        } else {
            options(here, true);
        }
    }

    /// What a step asks to be predicted; it is tried first, which takes a moment.
    private void prediction(String step) {
        boolean predicts = asking() || !window.find(".lesson-trying").isEmpty();
        // Many runs of the network: once for each language, where it is tightest; unless somebody
        // looks.
        if (!predicts || window.stage().getWidth() > TIGHT && !seen.wanted()) return;
        while (!asking()) FxToolkit.rendered();
        look(step + ", asking");
        options(step, false);
    }

    /// A wrong one first: the right one settles it. At the end of a lesson the first is wrong, before that the last.
    private void options(String at, boolean ascending) {
        int count = window.find(".question-option").size();
        for (int n = 0; n < count; n++) {
            int i = ascending ? n : count - 1 - n;
            window.fire(".question-option", i);
            look(at + ", option " + i);
            // The first right one settles it.
            Node marked =
                    FxToolkit.on(() ->
                            OpenWindow.found(window.root(), ".question-option").stream()
                                    .filter(LayoutTest::isMarked)
                                    .findFirst()
                                    .orElseThrow());
            answerInView(at + ", option " + i, marked);
        }
    }

    private static boolean isMarked(Node option) {
        return option.getPseudoClassStates().stream()
                .anyMatch(state -> List.of("done", "tried").contains(state.getPseudoClassName()));
    }

    /// What was chosen and the verdict, all that is said to it where that fits, and no answer in part.
    private void answerInView(String what, Node chosen) {
        FxToolkit.rendered();
        FxToolkit.run(() -> {
            Node viewport = window.root().lookup(".lesson > .tall-pane .viewport");
            Bounds room = viewport.localToScene(viewport.getLayoutBounds());
            List<Node> answers = OpenWindow.found(window.root(), ".question-option");
            for (Node each : answers) {
                Bounds at = each.localToScene(each.getLayoutBounds());
                if (at.getMinY() < room.getMinY() - 1 && at.getMaxY() > room.getMinY() + 1)
                    findings.add(where + what + ": an answer cut under the heading");
            }
            Bounds from = chosen.localToScene(chosen.getLayoutBounds());
            Node reply = window.root().lookup(".question-reply");
            Bounds said = reply.localToScene(reply.getLayoutBounds());
            Node verdict = reply.lookup(".lesson-name");
            double most = room.getMaxY() + 1;
            if (from.getMinY() < room.getMinY() - 1)
                findings.add(where + what + ": what was chosen is out of view");
            if (verdict.localToScene(verdict.getLayoutBounds()).getMaxY() > most)
                findings.add(where + what + ": the verdict is out of view");
            if (said.getMaxY() > most && said.getMaxY() - from.getMinY() < room.getHeight())
                findings.add(where + what + ": the reply is out of view, but would fit");
        });
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
        everywhere(size -> {
            opened(size, "key list", () -> window.press(KeyCode.F1));
            opened(size, "library", () -> window.press(KeyCode.L));
            opened(size, "playground", () -> window.press(KeyCode.K));
            opened(size, "smoothing", () -> window.press(KeyCode.S, true, false));
            opened(size, "meter chart", () -> window.fire(".meter-button", 0));
            opened(size, "samples", () -> window.choose(".source-menu", "sample.menu"));
            opened(size, "address", () -> window.pressLater(KeyCode.L, false, true));
            opened(size, "about", () -> window.choose(".help-menu", "help.about"));
            opened(size, "hint", () -> window.choose(".help-menu", "help.hints"));
        });
    }

    /// Opened by `way`, closed by Escape.
    private void opened(Size size, String name, Runnable way) {
        way.run();
        FxToolkit.rendered();
        List<Window> shown = window.others();
        assertThat(shown).as(name).hasSize(1);
        Window other = shown.getFirst();
        if (other instanceof Stage stage) {
            FxToolkit.run(() -> {
                stage.setWidth(Math.min(stage.getWidth(), size.width));
                stage.setHeight(Math.min(stage.getHeight(), size.height));
            });
            FxToolkit.rendered();
        }
        Parent root = other.getScene().getRoot();
        for (int i = 0; i < 40 && SeenViews.isAppearing(root); i++) FxToolkit.rendered();
        look(root, name);
        if (other.getWidth() > size.width || other.getHeight() > size.height) {
            String found = "%s%s: larger than the window, %.0fx%.0f";
            findings.add(found.formatted(where, name, other.getWidth(), other.getHeight()));
        }
        if (other instanceof Stage) {
            FxToolkit.run(() -> OpenWindow.press(other.getScene(), KeyCode.ESCAPE, false, false));
        } else {
            window.press(KeyCode.ESCAPE);
        }
        // Some fade out.
        for (int i = 0; i < 40 && !window.others().isEmpty(); i++) FxToolkit.rendered();
        assertThat(window.others()).as(name + " after Escape").isEmpty();
    }

    @Test
    void theJobsUnderWay() {
        CountDownLatch done = new CountDownLatch(1);
        for (String key : List.of("job.download", "job.results")) {
            window.run(key, "td-hm_hrnet-w32_8xb64-210e_coco-256x192", done);
        }
        while (window.find(".jobs-button").isEmpty()) FxToolkit.rendered();
        everywhere(size -> {
            opened(size, "jobs", () -> window.fire(".jobs-button", 0));
            opened(size, "quit", () -> window.pressLater(KeyCode.Q, false, true));
        });
        done.countDown();
    }

    @Test
    void aTerm() {
        panel(lessonsPanel());
        everywhere(size -> {
            // The lesson on layer1 begins with the term that takes most words.
            Node row = window.find(".lesson-row").get(4);
            FxToolkit.run(((javafx.scene.control.ButtonBase) row.getParent())::fire);
            Node link = window.find(".lesson .md-link").getFirst();
            opened(size, "term", () -> window.click(link));
            window.fire(".lesson-head .button", 0);
            FxToolkit.rendered();
        });
    }

    @Test
    void aTextThatIsPaintedOverIsFound() {
        panel(0);
        Label title = (Label) window.find(".joints .panel-title").getFirst();
        javafx.scene.layout.Pane head = (javafx.scene.layout.Pane) title.getParent();
        javafx.scene.layout.Region over = new javafx.scene.layout.Region();
        FxToolkit.run(() -> {
            over.setStyle("-fx-background-color: -hr-surface");
            over.setManaged(false);
            over.resizeRelocate(0, 0, head.getWidth(), head.getHeight());
            head.getChildren().add(over);
        });
        painted("covered");
        assertThat(findings).anyMatch(found -> found.contains(title.getText()));
        FxToolkit.run(() -> head.getChildren().remove(over));
        findings.clear();
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
        FxToolkit.run(() -> title.textProperty().bind(window.texts().of("side.joints")));
        assertThat(findings).isNotEmpty().allMatch(found -> found.contains("Joints, with"));
        findings.clear();
    }
}
