package org.hrscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.hrscope.capture.CameraInfo;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.pipeline.ActivationFollower;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.FxThread;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Notices;
import org.hrscope.ui.common.PulseGuard;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.explain.ExplainPanel;
import org.hrscope.ui.explain.ExplainViewModel;
import org.hrscope.ui.inspector.InspectorViewModel;
import org.hrscope.ui.joints.JointsPanel;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.meter.MeterView;
import org.hrscope.ui.meter.StepTimes;
import org.hrscope.ui.network.NetworkDock;
import org.hrscope.ui.network.NetworkViewModel;
import org.hrscope.ui.opening.ModelPanel;
import org.hrscope.ui.opening.Opener;
import org.hrscope.ui.opening.SourceMenu;
import org.hrscope.ui.player.EstimationControls;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.player.TimelineBar;
import org.hrscope.ui.player.TransportBar;
import org.hrscope.ui.stage.LayersViewModel;
import org.hrscope.ui.stage.PersonSelection;
import org.hrscope.ui.stage.StageChoices;
import org.hrscope.ui.stage.StageLayer;
import org.hrscope.ui.stage.StagePane;
import org.hrscope.ui.stage.StageView;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Assembles the window, and runs the pulse that pulls results into it. FX thread.
final class MainWindow extends BorderPane {
    private static final long METER_PAUSE = 250_000_000;

    private final LiveViewModel live;
    private final Opener opener;
    private final LayersViewModel layers;
    private final JointsViewModel joints = new JointsViewModel();
    private final PersonSelection people = new PersonSelection();
    private final Label nobody = new Label();
    private final NetworkViewModel network = new NetworkViewModel();
    private final ActivationFollower follower;
    private final NetworkDock dock;
    private final LessonDock lessons;
    private final StepTimes times = new StepTimes();
    private final Texts texts;
    private final Theme theme;
    private final Notices notices;
    private final StageView stage;
    private final MeterView meter;
    private final SourceMenu sources;
    private final Snapshot snapshot;
    private final InspectorDock inspector;
    private final Keys keys = new Keys();
    private final PulseGuard guard;
    private final JobsButton running;
    private final AnimationTimer timer;
    private long metered;
    private boolean posed;

    /// What the main window needs from outside, and what it remembers.
    ///
    /// @param cameras    may take a second; called off the FX thread
    /// @param pictures   where images of the stage are saved
    /// @param finished   names of lessons finished in earlier sessions
    record Ways(
            Callable<List<CameraInfo>> cameras,
            Path pictures,
            Runnable library,
            Runnable playground,
            List<String> finished) {}

    MainWindow(Shell shell, LiveViewModel live, Opener opener, LayersViewModel layers, Ways ways) {
        this.live = live;
        this.opener = opener;
        this.layers = layers;
        notices = shell.notices();
        texts = shell.texts();
        theme = shell.theme();
        Controls controls = shell.controls();
        FxThread fx = new FxThread();
        follower = new ActivationFollower(p -> fx.execute(() -> notices.problem(p)));
        guard = new PulseGuard(notices::problem);
        stage = new StageView(layers, joints, new JointNames(texts));
        meter = new MeterView(times, texts, controls, theme);
        sources = new SourceMenu(shell, live, opener, ways.cameras);
        snapshot = new Snapshot(shell, ways.pictures);
        inspector = new InspectorDock(shell, live, follower, joints, stage);
        network.networkProperty()
                .addListener((property, before, now) ->
                        inspector.inspector().network(now == null ? null : now.net()));
        network.setOnOpen(inspector.inspector()::open);
        inspector
                .inspector()
                .nodeProperty()
                .addListener((property, before, now) -> {
                    if (now != null) network.selectedProperty().set(now);
                    times.inspecting(now != null, System.nanoTime());
                });
        running = new JobsButton(shell);
        theme.style(this);
        setTop(
                new TopBar(
                        sources,
                        new TransportBar(live, controls),
                        new EstimationControls(live, controls),
                        new HBox(running, meter),
                        TopBar.tools(
                                controls,
                                texts,
                                theme,
                                () -> snapshot.take(stage),
                                ways.playground,
                                this::showKeys)));
        dock = new NetworkDock(shell, network, live.modelFileProperty(), follower);
        GuidedWindow guided =
                new GuidedWindow(
                        live, layers, joints, network, inspector.inspector(), dock, opener);
        lessons = new LessonDock(shell, guided, inspector, ways.finished);
        SplitPane whole = new SplitPane(content(controls, ways.library), dock);
        whole.setOrientation(Orientation.VERTICAL);
        double[] share = {0.62};
        whole.setDividerPositions(share);
        // Folding the dock gives its height to the stage; unfolding takes it back.
        dock.openProperty()
                .addListener((property, before, now) -> {
                    if (now) whole.setDividerPositions(share);
                    else share[0] = whole.getDividerPositions()[0];
                });
        setCenter(whole);
        people.identityProperty().addListener((property, before, now) -> chosen(now.intValue()));
        acceptDrops();
        bindKeys();
        keys.on(KeyCode.L, "library", ways.library);
        keys.on(KeyCode.K, "playground", ways.playground);
        timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        pulse();
                    }
                };
    }

    private SplitPane content(Controls controls, Runnable library) {
        StagePane pane =
                new StagePane(
                        stage,
                        layers,
                        joints,
                        controls,
                        texts,
                        new StageChoices(live::draw, people.identityProperty()::set));
        StackPane.setAlignment(notices, Pos.BOTTOM_CENTER);
        pane.getChildren().addAll(lessons.overStage(), lostSign(), nobodySign(), notices);
        VBox centre = new VBox(pane, new TimelineBar(live, joints, controls));
        VBox.setVgrow(pane, javafx.scene.layout.Priority.ALWAYS);
        Tab explain = tab("tab.explain", explainPanel(controls));
        TabPane side =
                new TabPane(
                        tab("tab.joints", new JointsPanel(joints, controls, texts)),
                        explain,
                        tab("tab.lessons", lessons.panel()),
                        inspector.decodeTab(),
                        tab("tab.model", new ModelPanel(live, opener, texts, library)));
        side.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        side.minWidthProperty()
                .bind(
                        Bindings.when(explain.selectedProperty())
                                .then(ExplainPanel.LEAST_WIDTH)
                                .otherwise(260.0));
        SplitPane split = new SplitPane(centre, side);
        SplitPane.setResizableWithParent(side, false);
        split.setDividerPositions(0.715);
        inspector.dockIn(split);
        return split;
    }

    private ExplainPanel explainPanel(Controls controls) {
        ExplainViewModel model =
                new ExplainViewModel(
                        network.networkProperty(),
                        network.selectedProperty(),
                        network.timesProperty(),
                        texts);
        return new ExplainPanel(model, controls, texts, theme);
    }

    private Tab tab(String key, javafx.scene.Node content) {
        Tab tab = new Tab();
        tab.textProperty().bind(texts.of(key));
        tab.setContent(content);
        return tab;
    }

    /// Shown over the last frame while a camera is gone.
    private Label lostSign() {
        Label sign = new Label();
        sign.setGraphic(new org.kordamp.ikonli.javafx.FontIcon(MaterialDesignC.CAMERA_OFF));
        sign.textProperty().bind(texts.of("camera.lost"));
        sign.getStyleClass().add("lost-sign");
        sign.visibleProperty().bind(live.lostProperty());
        StackPane.setAlignment(sign, Pos.TOP_CENTER);
        return sign;
    }

    /// Says quietly that the frame shows no one.
    private Label nobodySign() {
        nobody.textProperty().bind(texts.of("people.nobody"));
        nobody.getStyleClass().add("nobody-sign");
        nobody.setVisible(false);
        nobody.setMouseTransparent(true);
        StackPane.setAlignment(nobody, Pos.TOP_CENTER);
        return nobody;
    }

    void start(Scene scene) {
        keys.attach(scene);
        timer.start();
        stage.requestFocus();
    }

    /// @return whether the follower's thread has ended
    boolean stop() {
        timer.stop();
        dock.close();
        boolean ended = follower.end();
        stage.clear();
        return ended;
    }

    /// Ends the open lesson.
    ///
    /// @return names of all finished lessons
    List<String> closeLessons() {
        return lessons.close();
    }

    /// Whether the stage has received a pose.
    boolean posed() {
        return posed;
    }

    private void pulse() {
        guard.run("stage", () -> live.pulse(this::show));
        guard.run("inspector", inspector::pulse);
        guard.run("network map", () -> dock.pulse(stage.shown()));
        guard.run("lessons", () -> lessons.pulse(stage.shown()));
        long now = System.nanoTime();
        if (now - metered < METER_PAUSE) return;
        metered = now;
        guard.run("jobs", running::update);
        guard.run("meter", () -> meter.update(now));
    }

    private void show(PipelineResult result) {
        long start = System.nanoTime();
        people.show(result.people());
        spread(result.choosing(people.identityProperty().get()));
        posed = true;
        long end = System.nanoTime();
        times.shown(result, end - start, end);
    }

    /// Every panel speaks of the chosen person. Takes ownership of the result.
    private void spread(PipelineResult result) {
        List<Keypoint> found =
                result.person().map(person -> person.pose().keypoints()).orElse(List.of());
        joints.show(result.model().skeleton(), found);
        inspector.show(result);
        stage.show(result);
        follower.offer(result);
        nobody.setVisible(result.people().isEmpty());
    }

    private void chosen(int identity) {
        PipelineResult shown = stage.shown();
        if (shown == null || shown.chosen() == identity) return;
        if (shown.people().of(identity).isEmpty()) return;
        spread(shown.retained().choosing(identity));
    }

    void problem(Problem problem) {
        notices.problem(problem);
    }

    private void acceptDrops() {
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles() || event.getDragboard().hasUrl()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        setOnDragDropped(event -> {
            var board = event.getDragboard();
            if (board.hasFiles()) {
                opener.open(board.getFiles().getFirst().toString());
            } else if (board.hasUrl()) {
                opener.open(board.getUrl());
            }
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private void bindKeys() {
        keys.on(KeyCode.SPACE, "transport.play", live::togglePlaying);
        keys.on(KeyCode.LEFT, "transport.back", () -> live.step(-1));
        keys.on(KeyCode.RIGHT, "transport.on", () -> live.step(1));
        keys.on(KeyCode.HOME, "transport.start", () -> live.seek(0));
        keys.on(KeyCode.H, "layer.heatmaps", () -> layers.toggle(StageLayer.HEATMAPS));
        keys.on(KeyCode.C, "heatmap.hues", () -> flip(layers.huesProperty()));
        keys.on(KeyCode.UP, "joints.previous", () -> joints.stepSolo(-1));
        keys.on(KeyCode.DOWN, "joints.next", () -> joints.stepSolo(1));
        StageLayer[] all = StageLayer.values();
        for (int i = 0; i < all.length; i++) {
            StageLayer layer = all[i];
            keys.on(
                    KeyCode.getKeyCode(String.valueOf(i + 1)),
                    layer.textKey(),
                    () -> layers.toggle(layer));
        }
        keys.on(KeyCode.OPEN_BRACKET, "people.previous", () -> people.step(-1));
        keys.on(KeyCode.CLOSE_BRACKET, "people.next", () -> people.step(1));
        keys.on(KeyCode.M, "estimate.flip", () -> flip(live.flipProperty()));
        keys.on(KeyCode.N, "network.fold", dock::toggle);
        keys.on(KeyCode.F, "view.fit", stage::fit);
        keys.on(KeyCode.EQUALS, "view.larger", () -> stage.zoom(1.25));
        keys.on(KeyCode.MINUS, "view.smaller", () -> stage.zoom(0.8));
        keys.on(KeyCode.O, "source.file", sources::chooseFile, KeyCombination.SHORTCUT_DOWN);
        keys.on(
                KeyCode.O,
                "source.folder",
                sources::chooseFolder,
                KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN);
        keys.on(KeyCode.L, "source.address", sources::askAddress, KeyCombination.SHORTCUT_DOWN);
        keys.on(KeyCode.S, "snapshot", () -> snapshot.take(stage), KeyCombination.SHORTCUT_DOWN);
        keys.on(KeyCode.PAGE_UP, "lesson.back", lessons::back);
        keys.on(KeyCode.PAGE_DOWN, "lesson.next", lessons::next);
        InspectorViewModel inside = inspector.inspector();
        keys.on(KeyCode.I, "inspector.toggle", inside::toggle);
        keys.on(KeyCode.P, "inspector.pin", inside::togglePin);
        keys.on(KeyCode.V, "inspector.over", () -> flip(inside.overPictureProperty()));
        keys.on(KeyCode.ESCAPE, "inspector.escape", this::escape);
        keys.on(KeyCode.SLASH, "keys", this::showKeys, KeyCombination.SHIFT_ANY);
        keys.on(KeyCode.F1, "keys", this::showKeys);
    }

    /// The topmost closes first.
    private void escape() {
        if (notices.isVisible()) notices.hide();
        else inspector.inspector().close();
    }

    private static void flip(javafx.beans.property.BooleanProperty property) {
        property.set(!property.get());
    }

    private void showKeys() {
        PopOver popOver = new PopOver(new KeysView(keys, texts));
        popOver.setArrowSize(0);
        popOver.setDetachable(false);
        theme.style(popOver.getRoot());
        popOver.show(getScene().getWindow());
    }
}
