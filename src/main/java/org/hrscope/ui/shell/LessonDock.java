package org.hrscope.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.FxThread;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.inspector.DecodePanel;
import org.hrscope.ui.lessons.LessonProgress;
import org.hrscope.ui.lessons.LessonsPanel;
import org.hrscope.ui.lessons.LessonsViewModel;
import org.hrscope.ui.lessons.Predictor;
import org.hrscope.ui.lessons.Subject;
import org.hrscope.ui.lessons.TwinView;
import org.hrscope.ui.lessons.Wish.Piece;
import org.hrscope.ui.network.NetworkDock;
import org.hrscope.ui.network.NetworkViewModel;
import org.hrscope.ui.network.OpenedNetwork;
import org.hrscope.ui.playground.PlaygroundView;
import org.hrscope.ui.playground.PlaygroundViewModel;
import org.hrscope.ui.stage.StageTools;
import org.hrscope.ui.teach.GuidedClicks;
import org.jspecify.annotations.Nullable;

/// Where lessons appear: their panel at the side, and their exhibits over the stage. FX thread.
final class LessonDock implements Part {
    private final LessonsViewModel lessons;
    private final LessonsPanel panel;
    private final TwinView twins;
    private final Supplier<PlaygroundView> playgrounds;
    private final Supplier<Node> clickPanels;

    /// Each is made when a lesson first shows it and kept: it listens to what lives as long as the window.
    private final Map<Piece, Node> made = new EnumMap<>(Piece.class);

    private final InspectorDock inspector;
    private final LabDock lab;
    private final TeachDock teach;
    private final GuidedClicks guided;
    private final Map<Piece, Supplier<? extends Node>> uses;
    private final Predictor predictor;
    private final NetworkViewModel network;
    private final StackPane overStage = new StackPane();
    private final DecodePanel decoding;
    private final Supplier<@Nullable PipelineResult> shown;

    /// The parts of the window that lessons show something in.
    ///
    /// @param uses  make the sections of the Apply panel
    /// @param shown the result on stage; null before the first
    record Rooms(
            NetworkDock map,
            InspectorDock inspector,
            LabDock lab,
            TeachDock teach,
            StageTools tools,
            ActionDock action,
            Map<Piece, Supplier<? extends Node>> uses,
            Supplier<@Nullable PipelineResult> shown) {}

    /// @param progress made in earlier sessions
    LessonDock(Shell shell, ViewModels models, Rooms rooms, LessonProgress progress) {
        inspector = rooms.inspector;
        lab = rooms.lab;
        teach = rooms.teach;
        uses = rooms.uses;
        shown = rooms.shown;
        decoding = inspector.decoders();
        network = models.network();
        Texts texts = shell.texts();
        Controls controls = shell.controls();
        twins = new TwinView(models.look().joints(), shell.jobs(), shell.notices()::problem, texts);
        PlaygroundViewModel bench = new PlaygroundViewModel();
        playgrounds = () -> new PlaygroundView(bench, texts, controls, shell.theme());
        predictor =
                new Predictor(
                        shell.jobs(),
                        shown,
                        models.lab().networkProperty(),
                        models.live().decoderProperty(),
                        shell.notices()::problem);
        guided = teach.guided();
        clickPanels = () -> teach.clicksView(guided, () -> rooms.tools.choose(teach.tool()));
        LessonClicks clicks = new LessonClicks(guided, rooms.tools, teach.tool());
        LessonGuide.Work work = new LessonGuide.Work(clicks, rooms.action.model());
        LessonGuide guide =
                new LessonGuide(models, rooms.map, this::exhibit, bench, predictor, work);
        lessons = new LessonsViewModel(guide, texts, progress);
        panel = new LessonsPanel(lessons, controls, texts, shell.theme());
        exhibit(Piece.NONE);
        // Making a network takes a while: the twin made for one step serves the later ones, too.
        lessons.lessonProperty()
                .subscribe((_, now) -> {
                    if (now == null) twins.stop();
                });
        network.networkProperty().subscribe(this::use);
        // Steps in a row may show the same twin, which could not be made for the first of them.
        lessons.stepProperty().subscribe((_, _) -> new FxThread().later(this::twin));
    }

    private void twin() {
        OpenedNetwork opened = network.networkProperty().get();
        if (opened == null || !overStage.getChildren().contains(twins)) return;
        twins.start(new Subject(opened.file().info(), opened.net()));
    }

    private void use(@Nullable OpenedNetwork opened) {
        if (opened == null) return;
        Subject subject = new Subject(opened.file().info(), opened.net(), teach.joints());
        lessons.subject(subject);
        if (overStage.getChildren().contains(twins)) twins.start(subject);
    }

    private void exhibit(Piece piece) {
        overStage.getChildren().clear();
        panel.exhibits().getChildren().clear();
        OpenedNetwork opened = network.networkProperty().get();
        switch (piece) {
            case NONE -> {}
            case PLAYGROUND -> overStage.getChildren().add(once(piece, playgrounds));
            case DECODING -> panel.exhibits().getChildren().add(decoding);
            case SHARES -> panel.exhibits().getChildren().add(once(piece, inspector::sharesView));
            case EFFECTS -> panel.exhibits().getChildren().add(once(piece, lab::effects));
            case CLICKS -> panel.exhibits().getChildren().add(once(piece, clickPanels));
            case CURVES -> panel.exhibits().getChildren().add(once(piece, teach::curves));
            case ACTION, OWN_ACTION, INTERACTION, ANIMATION -> {
                Supplier<? extends Node> maker = Objects.requireNonNull(uses.get(piece));
                panel.exhibits().getChildren().add(once(piece, maker));
            }
            case TWINS -> overStage.getChildren().add(twins);
        }
        // Also in the steps between, where the network may have been taught a joint.
        if (opened != null && (piece == Piece.TWINS || twins.started())) {
            twins.start(new Subject(opened.file().info(), opened.net()));
        }
        overStage.setVisible(!overStage.getChildren().isEmpty());
    }

    private Node once(Piece piece, Supplier<? extends Node> maker) {
        return made.computeIfAbsent(piece, first -> maker.get());
    }

    LessonsPanel panel() {
        return panel;
    }

    /// Goes over the stage.
    Node overStage() {
        return overStage;
    }

    @Override
    public void bind(Keys keys) {
        // A presenter's remote sends them, wherever the last click was; otherwise they page through
        // channels.
        BooleanExpression open = lessons.lessonProperty().isNotNull();
        keys.firstWhen(open::get, KeyCode.PAGE_UP, "lesson.back", lessons::back);
        keys.firstWhen(open::get, KeyCode.PAGE_DOWN, "lesson.next", lessons::next);
    }

    /// The next step of the open lesson.
    ///
    /// @return whether one is open
    boolean step() {
        if (lessons.lessonProperty().get() == null) return false;
        lessons.next();
        return true;
    }

    @Override
    public void pulse() {
        twins.pulse(shown.get());
        predictor.pulse();
    }

    @Override
    public void update(long now) {
        guided.update(now);
    }

    /// Also where the window ends without being closed: by a signal.
    @Override
    public boolean end() {
        predictor.forget();
        twins.stop();
        return true;
    }

    /// Ends the open lesson, so that none of its changes are saved with the window's settings.
    ///
    /// @return the progress made, also in earlier sessions
    LessonProgress close() {
        lessons.leave();
        return lessons.progress();
    }
}
