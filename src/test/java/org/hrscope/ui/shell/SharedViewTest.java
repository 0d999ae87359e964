package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.stage.Stage;
import org.hrscope.bundle.SharedView;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.motion.AngleName;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.settings.Settings;
import org.hrscope.settings.SettingsStore;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.NodePicture;
import org.hrscope.ui.inspector.PinnedMap;
import org.hrscope.ui.opening.Networks;
import org.hrscope.ui.stage.StageLayer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Two whole windows without a screen: what one shares, the other shows.
@ExtendWith(FxToolkit.class)
@Timeout(120)
class SharedViewTest {
    private static final AngleName ANGLE =
            new AngleName(List.of("left_wrist", "right_hip", "left_knee"));

    private static final int FRAMES = 30;

    @TempDir Path folder;

    /// A window with settings and data of its own.
    private final class Opened implements AutoCloseable {
        final Stage stage;
        final HrscopeWindow window;

        Opened(String name, Path source) {
            Path home = folder.resolve(name);
            AtomicReference<Stage> made = new AtomicReference<>();
            window =
                    FxToolkit.on(() -> {
                        Stage in = new Stage();
                        made.set(in);
                        HrscopeWindow opened = new HrscopeWindow(in, parts(home, source));
                        opened.show();
                        return opened;
                    });
            stage = made.get();
        }

        private HrscopeWindow.Parts parts(Path home, Path source) {
            SourceOpener opener = new SourceOpener(new Cameras(), pool -> new DemoSource());
            return new HrscopeWindow.Parts(
                    (settings, listener) ->
                            new PoseEngine(
                                    spec -> opener.open(spec, new FramePool()), settings, listener),
                    List::of,
                    new Networks(
                            new ModelOpener(ModelProfile.EMPTY),
                            new CheckpointImport(),
                            home.resolve("models"),
                            null),
                    Settings::first,
                    new SettingsStore(home),
                    () -> {
                        throw new IllegalStateException("no library wanted");
                    },
                    home.resolve("pictures"),
                    source.toString());
        }

        ViewOnFile view() {
            return window.main().view();
        }

        @Nullable PipelineResult shown() {
            return view().stage().shown();
        }

        void await(String what, BooleanSupplier condition) {
            long patience = System.nanoTime() + 60_000_000_000L;
            while (!FxToolkit.on(condition::getAsBoolean)) {
                assertThat(System.nanoTime()).as(what).isLessThan(patience);
                sleep();
            }
        }

        /// Until nothing changes any more.
        NodePicture settled() {
            NodePicture before = null;
            for (int same = 0; same < 5; ) {
                sleep();
                NodePicture now = FxToolkit.on(() -> NodePicture.of(view().stage()));
                same = before != null && before.bgra().equals(now.bgra()) ? same + 1 : 0;
                before = now;
            }
            return before;
        }

        /// Goes to the next frame, which everything chosen until now has an effect on: a frame on stage is estimated
        /// again only some time after each choice.
        void step() {
            long next = FxToolkit.on(() -> shown().frame().origin().index()) + 1;
            FxToolkit.run(() -> view().models().live().step(1));
            await("the next frame", () -> shown().frame().origin().index() == next);
        }

        NodePicture full() {
            return FxToolkit.on(() -> view().stage().atSourceSize());
        }

        List<List<Keypoint>> joints() {
            return FxToolkit.on(this::jointsNow);
        }

        /// On the FX thread.
        List<List<Keypoint>> jointsNow() {
            return shown().people().all().stream()
                    .map(person -> person.pose().keypoints())
                    .toList();
        }

        @Override
        public void close() {
            FxToolkit.run(() -> {
                stage.hide();
                window.close();
            });
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(60);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The demo figure as an uncompressed clip.
    private Path clip() throws IOException {
        Path file = folder.resolve("clip.y4m");
        int width = 320;
        int height = 240;
        try (OutputStream out = Files.newOutputStream(file);
                DemoSource demo = new DemoSource(3, width, height)) {
            out.write(
                    "YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C444\n"
                            .formatted(width, height)
                            .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < FRAMES; i++) {
                demo.seek(6L * i);
                try (Frame frame = demo.next()) {
                    out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                    out.write(planes(frame.pixels().duplicate().clear(), width * height));
                }
            }
        }
        return file;
    }

    private static byte[] planes(ByteBuffer bgra, int count) {
        byte[] yuv = new byte[3 * count];
        for (int i = 0; i < count; i++) {
            int blue = bgra.get(4 * i) & 255;
            int green = bgra.get(4 * i + 1) & 255;
            int red = bgra.get(4 * i + 2) & 255;
            double luma = 0.299 * red + 0.587 * green + 0.114 * blue;
            yuv[i] = (byte) (16 + luma * 219 / 255);
            yuv[count + i] = (byte) (128 + (blue - luma) * 0.496);
            yuv[2 * count + i] = (byte) (128 + (red - luma) * 0.627);
        }
        return yuv;
    }

    /// Everything differs from what a fresh window shows.
    private void dress(Opened one) {
        FxToolkit.run(() -> {
            ViewModels models = one.view().models();
            models.live().decoderProperty().set(Decoder.DARK);
            models.live().flipProperty().set(true);
            models.look().layers().toggle(StageLayer.NAMES);
            models.look().layers().shownProperty(StageLayer.ANGLES).set(true);
            models.look().layers().angleProperty().set(ANGLE);
            models.look().layers().huesProperty().set(true);
            models.look().layers().heatmapOpacityProperty().set(0.4);
            models.look().joints().switchOn(2, false);
            models.selection().jointProperty().set(9);
            models.selection().open("stage3.0.fused.1");
            models.selection().channelProperty().set(14);
        });
    }

    private void assertSame(Opened one, Opened other) {
        other.await(
                "the shared view",
                () -> other.view().models().selection().channelProperty().get() == 14);
        one.settled();
        List<List<Keypoint>> joints = one.joints();
        other.await("the joints", () -> other.jointsNow().equals(joints));
        other.settled();
        assertThat(other.joints()).isNotEmpty().isEqualTo(joints);
        FxToolkit.run(() -> {
            ViewModels here = one.view().models();
            ViewModels there = other.view().models();
            assertThat(there.selection().jointProperty().get()).isEqualTo(9);
            assertThat(there.selection().nodeProperty().get()).isEqualTo("stage3.0.fused.1");
            assertThat(there.selection().personProperty().get())
                    .isEqualTo(here.selection().personProperty().get());
            assertThat(there.live().decoderProperty().get()).isEqualTo(Decoder.DARK);
            assertThat(there.live().flipProperty().get()).isTrue();
            assertThat(there.look().layers().angleProperty().get()).isEqualTo(ANGLE);
            assertThat(there.lab().cuts().gainsProperty().get())
                    .isEqualTo(here.lab().cuts().gainsProperty().get());
            assertThat(there.look().joints().on(2)).isFalse();
        });
        assertThat(differing(one.full(), other.full())).as("stage at the frame's size").isZero();
    }

    /// How many pixels differ.
    private static long differing(NodePicture one, NodePicture other) {
        assertThat(List.of(other.width(), other.height()))
                .isEqualTo(List.of(one.width(), one.height()));
        IntBuffer here = one.bgra().duplicate().asIntBuffer();
        IntBuffer there = other.bgra().duplicate().asIntBuffer();
        return IntStream.range(0, here.remaining())
                .filter(i -> here.get(i) != there.get(i))
                .count();
    }

    private Path share(Opened one, boolean enclosing) {
        Path file = folder.resolve("view.hrscope");
        FxToolkit.run(() -> one.window.main().away().share(file, enclosing));
        one.await("the file", () -> Files.exists(file));
        return file;
    }

    @Test
    void aPausedClipOpensElsewhereToTheSameStageAndJoints() throws Exception {
        try (Opened one = new Opened("one", clip())) {
            one.await("the clip", () -> plays(one, SourceSpec.Video.class, 17));
            dress(one);
            FxToolkit.run(() ->
                    one.view()
                            .models()
                            .lab()
                            .cuts()
                            .toggle("stage3.0.fuse_layers.2.0", OptionalInt.empty()));
            one.step();
            one.await("the cut", () -> cut(one));
            one.settled();
            Path file = share(one, false);
            try (Opened other = new Opened("other", file)) {
                other.await("the cut there", () -> cut(other));
                assertSame(one, other);
                assertThat(differing(one.settled(), other.settled())).as("in the window").isZero();
                assertThat(other.shown().frame().origin().index())
                        .isEqualTo(one.shown().frame().origin().index());
            }
        }
    }

    /// The clip is gone where it is opened: its frame stands for it.
    @Test
    void anEnclosedFrameNeedsNoClip() throws Exception {
        Path clip = clip();
        Path file;
        try (Opened one = new Opened("one", clip)) {
            one.await("the clip", () -> plays(one, SourceSpec.Video.class, 11));
            dress(one);
            Path finder = folder.resolve("own_finder.onnx");
            Files.copy(Path.of("models/person_finder_320.onnx"), finder);
            FxToolkit.run(() -> one.view().models().opener().finder().use(finder));
            one.await("the finder", () -> finder(one) != null);
            one.step();
            one.await("a map to pin", () -> pinned(one) != null);
            PinnedMap pinned = FxToolkit.on(() -> pinned(one));
            file = share(one, true);
            Files.move(clip, folder.resolve("elsewhere.bin"));
            try (Opened other = new Opened("other", file)) {
                assertSame(one, other);
                other.await("the finder", () -> finder.equals(finder(other)));
                PinnedMap there =
                        FxToolkit.on(() -> other.view().inspector().pinnedProperty().get());
                assertThat(there).usingRecursiveComparison().as("the pinned map").isEqualTo(pinned);
                assertThat(other.view().models().live().sourceProperty().get())
                        .isInstanceOf(SourceSpec.Picture.class);
            }
        }
    }

    /// It is refused while the view is still being read.
    @Test
    void whatIsRefusedMeanwhileStaysToBeRead() throws Exception {
        try (Opened one = new Opened("one", clip())) {
            one.await("the clip", () -> plays(one, SourceSpec.Video.class, 0));
            Path file = share(one, false);
            var live = one.view().models().live();
            var notices = one.window.shell().notices();
            SourceSpec clip = live.sourceProperty().get();
            FxToolkit.run(() -> live.open(new SourceSpec.Video(folder.resolve("missing.mp4"))));
            one.await("the refusal", () -> notices.getStyleClass().contains("notice-problem"));
            FxToolkit.run(() -> {
                var shell = one.window.shell();
                var parts = new MissingParts.Dialogs(shell, () -> one.stage, () -> {});
                new ViewOpening(shell, one.view(), parts, folder).open(file);
            });
            one.await("the view's source", () -> live.sourceProperty().get() != clip);
            assertThat(notices.isVisible()).isTrue();
        }
    }

    /// Such as one of a network that is not here.
    @Test
    void aNodeThatTheNetworkDoesNotHaveStaysClosed() throws Exception {
        try (Opened one = new Opened("one", clip())) {
            one.await(
                    "the map",
                    () ->
                            one.shown() != null
                                    && one.view().models().network().networkProperty().get()
                                            != null);
            FxToolkit.run(() -> {
                ViewModels models = one.view().models();
                models.selection().open("stage3.0.fused.1");
                SharedView seen = one.view().draft("en").view();
                models.selection().open("stem.conv1");
                new ViewFromFile(one.view()).show(with(seen, "stage9.9.fused.9"));
                assertThat(models.selection().nodeProperty().get()).isNull();
                assertThat(models.selection().openedProperty().get()).isFalse();
                new ViewFromFile(one.view()).show(seen);
                assertThat(models.selection().openedProperty().get()).isTrue();
            });
        }
    }

    private static SharedView with(SharedView view, String node) {
        return new SharedView(
                view.person(),
                view.joint(),
                view.solo(),
                view.hidden(),
                node,
                true,
                3,
                view.over(),
                view.layers(),
                view.heatmapOpacity(),
                view.hues(),
                view.byPerson(),
                view.mirror(),
                view.pair(),
                view.part(),
                view.colours(),
                view.angle(),
                view.pinned());
    }

    /// Pins what the inspector shows, as soon as there is something.
    private static @Nullable PinnedMap pinned(Opened one) {
        var pinned = one.view().inspector().pinnedProperty();
        if (pinned.get() == null) one.view().inspector().togglePin();
        return pinned.get();
    }

    private static @Nullable Path finder(Opened one) {
        return one.view().models().opener().finder().fileProperty().get();
    }

    /// Whether the whole and the cut network are compared on this frame.
    private static boolean cut(Opened one) {
        var pair = one.view().stage().pair().pairProperty().get();
        PipelineResult shown = one.shown();
        return pair != null && shown != null && pair.frame().equals(shown.frame().origin());
    }

    /// Paused on a frame well after the start, where everybody is followed from frame to frame.
    private static boolean plays(Opened one, Class<? extends SourceSpec> kind, int least) {
        PipelineResult shown = one.shown();
        var live = one.view().models().live();
        if (shown == null || !kind.isInstance(live.sourceProperty().get())) return false;
        if (live.infoProperty().get().frames() != FRAMES || shown.people().isEmpty()) return false;
        if (live.peopleProperty().get() != PersonMode.EVERYONE) return false;
        long index = shown.frame().origin().index();
        if (index < least || index > least + 10) return false;
        live.hold(true);
        return true;
    }
}
