package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import org.hrscope.ablation.Gains;
import org.hrscope.action.ActionStore;
import org.hrscope.capture.DemoScene;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeletons;
import org.hrscope.domain.Task;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseModel;
import org.hrscope.people.FinderOpener;
import org.hrscope.pipeline.ActivationFollower;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.pixels.Cover;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.apply.ActionViewModel;
import org.hrscope.ui.common.FxThread;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.lab.Lab;
import org.hrscope.ui.lessons.Lesson;
import org.hrscope.ui.lessons.LessonProgress;
import org.hrscope.ui.lessons.LessonWindow;
import org.hrscope.ui.lessons.LessonsViewModel;
import org.hrscope.ui.lessons.Prediction;
import org.hrscope.ui.lessons.Predictor;
import org.hrscope.ui.lessons.Subject;
import org.hrscope.ui.lessons.Wish;
import org.hrscope.ui.lessons.Wish.Piece;
import org.hrscope.ui.network.MapPlace;
import org.hrscope.ui.network.NetworkDock;
import org.hrscope.ui.network.NetworkViewModel;
import org.hrscope.ui.network.OpenedNetwork;
import org.hrscope.ui.opening.CameraModes;
import org.hrscope.ui.opening.Networks;
import org.hrscope.ui.opening.Opener;
import org.hrscope.ui.opening.Silent;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.playground.PlaygroundViewModel;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.BoxTool;
import org.hrscope.ui.stage.LayersViewModel;
import org.hrscope.ui.stage.SelectTool;
import org.hrscope.ui.stage.StageLayer;
import org.hrscope.ui.stage.StageTools;
import org.hrscope.ui.stage.Viewport;
import org.hrscope.ui.teach.GuidedClicks;
import org.hrscope.ui.teach.TeachTool;
import org.hrscope.ui.teach.TeachViewModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// The lessons drive the real parts of the window, and put everything back. Headless.
@ExtendWith(FxToolkit.class)
@Timeout(120)
class LessonGuideTest {
    private static final String MINE = "stage2.0.fused.1";
    private static final int MY_CHANNEL = 7;
    private static final Cover MY_COVER =
            Cover.NONE.with(new Cover.Dab(31, 17, 43, 29, 11)).with(Cover.Fill.BLUR);
    private static final Gains MY_CUT = Gains.NONE.with("stage2.0.fuse_layers.0.1", 0);

    private final Texts texts = new Texts();
    private final Jobs atOnce = new Jobs(Runnable::run, Runnable::run);
    private final LayersViewModel layers = new LayersViewModel();
    private final PlaygroundViewModel playground = new PlaygroundViewModel();
    private final ActivationFollower follower = new ActivationFollower(problem -> {});
    private final List<Piece> pieces = new ArrayList<>(List.of(Piece.NONE));
    private LiveViewModel live;
    private Selection selection;
    private JointsViewModel joints;
    private NetworkViewModel network;
    private NetworkDock dock;
    private Lab lab;
    private TeachViewModel teach;
    private final TeachTool tool = new TeachTool((x, y) -> {});
    private final BoxTool box = new BoxTool(drawn -> {});
    private final StageTools tools = new StageTools(new SelectTool(), box, tool);
    private Recording window;
    private ActionViewModel action;
    private LessonsViewModel lessons;

    /// The real guide, where the clearest joint is known in advance; it writes down what it was asked for.
    private static final class Recording implements LessonWindow {
        private final LessonGuide guide;
        private final List<Prediction.Kind> asked = new ArrayList<>();
        private List<Wish> shown = List.of();
        private int clearest;

        Recording(LessonGuide guide) {
            this.guide = guide;
        }

        @Override
        public void show(List<Wish> wishes) {
            shown = wishes;
            guide.show(wishes);
        }

        @Override
        public void leave() {
            guide.leave();
        }

        @Override
        public void useBundled() {
            guide.useBundled();
        }

        @Override
        public void useSize(int width) {
            guide.useSize(width);
        }

        @Override
        public int bestJoint(int otherwise) {
            assertThat(guide.bestJoint(otherwise)).as("nobody is on stage").isEqualTo(otherwise);
            return clearest;
        }

        @Override
        public void predict(Prediction.Kind kind, int joint, Consumer<Prediction> ready) {
            assertThat(joint).isEqualTo(clearest);
            asked.add(kind);
            guide.predict(kind, joint, ready);
        }
    }

    @BeforeEach
    void open() throws Exception {
        ModelFile file;
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).bundled()) {
            file = model.file();
        }
        FxToolkit.run(() -> build(file));
        while (FxToolkit.on(() -> live.infoProperty().get()) == null) Thread.sleep(5);
        FxToolkit.run(this::likeNobodyElse);
    }

    private void build(ModelFile file) {
        live =
                new LiveViewModel(
                        EngineSettings.standard(),
                        new FxThread(),
                        new Silent(),
                        listener ->
                                new PoseEngine(
                                        spec -> new DemoSource(),
                                        EngineSettings.standard(),
                                        listener));
        live.open(new SourceSpec.Demo());
        Opener opener =
                new Opener(
                        atOnce,
                        live,
                        new Networks(
                                new ModelOpener(ModelProfile.EMPTY),
                                new CheckpointImport(),
                                Path.of("."),
                                null),
                        new Silent(),
                        new CameraModes(null),
                        List.of());
        lab = new Lab(atOnce, problem -> {});
        ViewModels models = ViewModels.of(live, opener, layers, lab);
        selection = models.selection();
        joints = models.look().joints();
        network = models.network();
        Theme theme = new Theme();
        dock =
                new NetworkDock(
                        new Shell(texts, theme, atOnce),
                        network,
                        new SimpleObjectProperty<>(file),
                        new SimpleObjectProperty<>(() -> new FinderOpener().lookInto(null)),
                        follower);
        theme.style(dock);
        new Scene(dock, 1400, 320);
        dock.applyCss();
        dock.layout();
        OpenedNetwork opened = java.util.Objects.requireNonNull(network.networkProperty().get());
        action =
                new ActionViewModel(
                        atOnce, new ActionStore(Path.of("no such folder")), problem -> {});
        action.choose("raised-hand");
        LessonGuide guide =
                new LessonGuide(
                        models,
                        dock,
                        pieces::add,
                        playground,
                        new Predictor(
                                atOnce,
                                () -> null,
                                models.lab().networkProperty(),
                                models.live().decoderProperty(),
                                problem -> {}),
                        new LessonGuide.Work(new LessonClicks(guided(file), tools, tool), action));
        window = new Recording(guide);
        lessons = new LessonsViewModel(window, texts, LessonProgress.NONE);
        lessons.subject(new Subject(opened.file().info(), opened.net()));
    }

    private GuidedClicks guided(ModelFile file) {
        teach =
                new TeachViewModel(
                        atOnce,
                        new TeachViewModel.Ways(
                                taught -> {}, taught -> {}, () -> {}, LessonGuideTest::fail),
                        new SimpleObjectProperty<@Nullable ModelFile>(file));
        teach.add("left thumb");
        return new GuidedClicks(
                teach,
                new GuidedClicks.Ways(() -> null, () -> true, paused -> {}, LessonGuideTest::fail));
    }

    private static void fail(Problem problem) {
        throw new AssertionError(problem);
    }

    /// A window that a person has arranged.
    private void likeNobodyElse() {
        joints.show(Skeletons.byId("coco17").orElseThrow(), List.of());
        joints.solo(3);
        selection.jointProperty().set(5);
        layers.restore(List.of("BOX", "SCORES"));
        selection.open(MINE);
        selection.channelProperty().set(MY_CHANNEL);
        lab.covers().put(MY_COVER);
        tools.choose(box);
        lab.cuts().put(MY_CUT);
        dock.canvas()
                .place(
                        new MapPlace(
                                new Viewport.Place(
                                        AffineTransform2D.scaleThenShift(1.7, 1.7, -300, -100),
                                        false),
                                null));
    }

    @AfterEach
    void close() {
        FxToolkit.run(() -> {
            dock.close();
            live.close();
        });
        follower.close();
    }

    private Map<String, Object> state() {
        Map<String, Object> state = new TreeMap<>();
        state.put("layers", layers.names());
        state.put("hues", layers.huesProperty().get());
        state.put("solo", joints.soloProperty().get());
        state.put("cover", lab.covers().coverProperty().get());
        state.put("channel", selection.channelProperty().get());
        state.put("cuts", lab.cuts().gainsProperty().get());
        state.put("finder", network.finderWantedProperty().get());
        state.put("joint", selection.jointProperty().get());
        state.put("node", String.valueOf(selection.nodeProperty().get()));
        state.put("inside", selection.openedProperty().get());
        state.put("paused", live.pausedProperty().get());
        state.put("unfolded", dock.openProperty().get());
        state.put("place", dock.canvas().place());
        state.put("piece", pieces.getLast());
        state.put("tool", tools.active().face().id());
        state.put("taught", List.copyOf(teach.joints()));
        state.put("teaching", String.valueOf(teach.activeProperty().get()));
        state.put("action", action.chosenProperty().get().name());
        return state;
    }

    @Test
    void everyStepIsDoneAndEverythingIsPutBack() {
        FxToolkit.run(() -> {
            Map<String, Object> before = state();
            assertThat(before.get("cuts")).isEqualTo(MY_CUT);
            assertThat(before.get("cover")).isEqualTo(MY_COVER);
            assertThat(before.get("channel")).isEqualTo(MY_CHANNEL);
            for (Lesson lesson : lessons.lessons()) {
                window.clearest = 6 + lessons.lessons().indexOf(lesson);
                lessons.open(lesson);
                for (List<Wish> step : lesson.steps()) {
                    assertThat(window.shown).hasSameSizeAs(step);
                    for (int i = 0; i < step.size(); i++) check(step.get(i), window.shown.get(i));
                    if (step.stream().noneMatch(Wish.Joint.class::isInstance)) aboutAllJoints();
                    aboutNoOtherNode(step);
                    onTheWholeNetworkAndImage(step);
                    lessons.next();
                }
                lessons.leave();
                assertThat(state()).as(lesson.name()).isEqualTo(before);
            }
            assertThat(window.asked).containsExactly(Prediction.Kind.MOVES, Prediction.Kind.SHARES);
            assertThat(pieces)
                    .contains(
                            Piece.TWINS,
                            Piece.CLICKS,
                            Piece.CURVES,
                            Piece.DECODING,
                            Piece.PLAYGROUND);
        });
    }

    private void aboutAllJoints() {
        assertThat(selection.jointProperty().get()).isEqualTo(Selection.NONE);
        assertThat(joints.soloProperty().get()).isEqualTo(Selection.NONE);
    }

    private void aboutNoOtherNode(List<Wish> step) {
        boolean inspects = step.stream().anyMatch(Wish.Inspect.class::isInstance);
        assertThat(selection.openedProperty().get()).isEqualTo(inspects);
        if (!inspects && step.stream().noneMatch(Wish.Select.class::isInstance))
            assertThat(selection.nodeProperty().get()).isNull();
    }

    private void onTheWholeNetworkAndImage(List<Wish> step) {
        assertThat(lab.covers().coverProperty().get()).isEqualTo(Cover.NONE);
        if (step.stream().noneMatch(Wish.CutPath.class::isInstance))
            assertThat(lab.cuts().gainsProperty().get()).isEqualTo(Gains.NONE);
    }

    /// @param written in the course
    /// @param wish    with the lesson's joint filled in
    private void check(Wish written, Wish wish) {
        if (!(written instanceof Wish.Joint)) assertThat(wish).isEqualTo(written);
        switch (wish) {
            case Wish.Select(String node) ->
                    assertThat(selection.nodeProperty().get()).isEqualTo(node);
            case Wish.Inspect(String node) -> {
                assertThat(selection.openedProperty().get()).isTrue();
                assertThat(selection.nodeProperty().get()).isEqualTo(node);
            }
            case Wish.Zoom(Set<String> _) -> {
                assertThat(dock.openProperty().get()).isTrue();
                assertThat(dock.canvas().place().aim()).isNotNull();
            }
            case Wish.Layers(Set<StageLayer> seen) ->
                    assertThat(layers.names())
                            .containsExactlyInAnyOrderElementsOf(
                                    seen.stream().map(StageLayer::name).toList());
            case Wish.Hues(boolean each) -> assertThat(layers.huesProperty().get()).isEqualTo(each);
            case Wish.Joint(int joint, boolean alone) -> {
                assertThat(written).isEqualTo(new Wish.Joint(Wish.Joint.CLEAREST, alone));
                assertThat(joint).isEqualTo(window.clearest);
                assertThat(selection.jointProperty().get()).isEqualTo(joint);
                assertThat(joints.soloProperty().get()).isEqualTo(alone ? joint : Selection.NONE);
            }
            case Wish.Hold(boolean still) ->
                    assertThat(live.pausedProperty().get()).isEqualTo(still);
            case Wish.CutPath(String path) ->
                    assertThat(lab.cuts().gainsProperty().get())
                            .isEqualTo(path == null ? Gains.NONE : Gains.NONE.with(path, 0));
            case Wish.Predict(Prediction.Kind kind) -> {
                // The lesson itself knows the answer to the latter.
                if (kind != Prediction.Kind.CLICKS) assertThat(window.asked).last().isEqualTo(kind);
            }
            case Wish.Teach() -> {
                assertThat(tools.active()).isEqualTo(tool);
                assertThat(teach.joints()).containsExactly("left thumb", "head_top");
                assertThat(teach.activeProperty().get()).isEqualTo("head_top");
            }
            // Answered in the lesson's own panel.
            case Wish.OfferSize _ -> {}
            case Wish.Count(String name) ->
                    assertThat(action.chosenProperty().get().name()).isEqualTo(name);
            // Opened on another thread.
            case Wish.Scene _ -> {}
            case Wish.FoldMap _ -> assertThat(dock.openProperty().get()).isFalse();
            case Wish.Exhibit(Piece piece) -> assertThat(pieces.getLast()).isEqualTo(piece);
            case Wish.Playground asked -> {
                assertThat(pieces.getLast()).isEqualTo(Piece.PLAYGROUND);
                assertThat(playground.playingProperty().get()).isEqualTo(asked.playing());
                assertThat(playground.codeProperty().get()).isEqualTo(asked.code());
                asked.sizes()
                        .forEach((size, number) ->
                                assertThat(playground.setting().get(size)).isEqualTo(number));
            }
        }
    }

    /// However fast one goes on, the source of before comes back, and stands still if it did.
    @Test
    void theSourceIsBorrowed() throws InterruptedException {
        FxToolkit.run(() -> {
            live.hold(true);
            lessons.open(lessons.lessons().getLast());
            lessons.next();
        });
        waitFor(DemoScene.ARCHER);
        FxToolkit.run(() -> {
            lessons.back();
            lessons.leave();
        });
        waitFor(DemoScene.ALL);
        FxToolkit.run(() -> {
            live.pulse(PipelineResult::close);
            assertThat(live.pausedProperty().get()).isTrue();
        });
    }

    private void waitFor(DemoScene scene) throws InterruptedException {
        SourceSpec wanted = new SourceSpec.Demo(scene);
        while (!wanted.equals(FxToolkit.on(() -> live.sourceProperty().get()))) Thread.sleep(5);
    }

    @Test
    void whatThePersonChangesMeanwhileIsKept() {
        FxToolkit.run(() -> {
            lessons.open(lessons.lessons().get(1));
            layers.toggle(StageLayer.NAMES);
            lessons.next();
            lessons.leave();
            assertThat(layers.names()).containsExactly("BOX", "NAMES", "SCORES");
        });
    }

    /// Its channel is none of the node that a person has chosen instead.
    @Test
    void aNodeChosenMeanwhileKeepsItsOwnChannel() {
        FxToolkit.run(() -> {
            lessons.open(lessons.lessons().get(2));
            selection.nodeProperty().set("stage3.0.fused.0");
            selection.channelProperty().set(2);
            lessons.leave();
            assertThat(selection.nodeProperty().get()).isEqualTo("stage3.0.fused.0");
            assertThat(selection.channelProperty().get()).isEqualTo(2);
        });
    }

    @Test
    void lessonsAreAboutThePoseNetworkWhateverTheMapShowed() {
        FxToolkit.run(() -> {
            network.finderWantedProperty().set(true);
            assertThat(shownTask()).isEqualTo(Task.PEOPLE);
            lessons.open(lessons.lessons().get(2));
            assertThat(shownTask()).isEqualTo(Task.POSE);
            lessons.leave();
            assertThat(shownTask()).isEqualTo(Task.PEOPLE);
        });
    }

    private Task shownTask() {
        return java.util.Objects.requireNonNull(network.networkProperty().get())
                .file()
                .info()
                .task();
    }
}
