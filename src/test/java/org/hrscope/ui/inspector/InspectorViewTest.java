package org.hrscope.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipFile;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hrscope.ablation.Gains;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.export.NpzReader;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.ReceptiveWindow;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.pipeline.ActivationFollower;
import org.hrscope.pipeline.ActivationFollower.Glance;
import org.hrscope.pipeline.Alteration;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.ColorMap;
import org.hrscope.pixels.ColourScale;
import org.hrscope.pixels.Cover;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.equation.Arithmetic;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.lab.Bundled;
import org.hrscope.ui.lab.Cuts;
import org.hrscope.ui.lab.Lab;
import org.hrscope.ui.maps.FeatureMapView;
import org.hrscope.ui.maps.MapCell;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.LayersViewModel;
import org.hrscope.ui.stage.StageView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is really painted, on JavaFX's headless platform.
@ExtendWith(FxToolkit.class)
class InspectorViewTest {
    @TempDir Path folder;

    private final Texts texts = new Texts();
    private final SimpleBooleanProperty still = new SimpleBooleanProperty(true);
    private final Selection selection = new Selection();
    private final SimpleObjectProperty<HrNet> network = new SimpleObjectProperty<>();
    private final ActivationFollower follower = new ActivationFollower(problem -> {});
    private final List<Set<String>> asked = new ArrayList<>();
    private Glance glance = (result, values) -> {};
    private Glance exporting = (result, values) -> {};
    private final InspectorViewModel inspector =
            new InspectorViewModel(this::request, Runnable::run, still, selection, network);

    @AfterEach
    void close() {
        follower.close();
    }

    private void request(Set<String> names, Glance with) {
        glance = with;
    }

    /// Channel c holds c everywhere, in maps of 4 x 3.
    private void bring(int channels) throws Problem {
        bring(channels, null);
    }

    private void bring(int channels, @Nullable Alteration altered) throws Problem {
        float[] values = new float[channels * 12];
        for (int i = 0; i < values.length; i++) values[i] = i / 12;
        try (PoseEstimator estimator =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
                PipelineResult result = NodeResults.of(estimator, 5, Decoder.QUARTER)) {
            String node = Objects.requireNonNull(inspector.nodeProperty().get());
            Map<String, Tensor> brought =
                    Map.of(node, Tensor.of(Shape.of(1, channels, 4, 3), values));
            glance.at(result, brought, altered);
        }
        FxToolkit.run(inspector::pulse);
    }

    private static <P extends Parent> P shown(P parent, int width, int height) {
        return FxToolkit.on(() -> {
            Scene scene = new Scene(new StackPane(parent), width, height);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return parent;
        });
    }

    private static int[] pixels(Node node, int width, int height) {
        WritableImage image = FxToolkit.on(() -> node.snapshot(null, null));
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = image.getPixelReader().getArgb(i % width, i / width);
        }
        return pixels;
    }

    private static void press(Node node, KeyCode key) {
        FxToolkit.run(() ->
                Event.fireEvent(
                        node,
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
    }

    @Test
    void gridShowsSixtyFourAtOnceAndScrollsOnOneCanvas() throws Problem {
        ChannelGridView grid = FxToolkit.on(() -> new ChannelGridView(inspector));
        shown(grid, 300, 320);
        FxToolkit.run(() -> {
            inspector.open("node");
            inspector
                    .colouringProperty()
                    .set(new Colouring(ColorMap.VIRIDIS, ColourScale.Range.LAYER, 1));
        });
        bring(384);
        assertThat(grid.getChildrenUnmodifiable()).as("canvas and scroll bar").hasSize(2);
        int[] top = pixels(grid, 300, 320);
        ColourScale scale = new ColourScale(ColorMap.VIRIDIS, 0, 383);
        for (int channel : new int[] {0, 17, 63}) {
            assertThat(Arrays.stream(top).filter(p -> p == scale.argb(channel)).count())
                    .as("pixels of channel %d", channel)
                    .isGreaterThan(100);
        }
        assertThat(top).doesNotContain(scale.argb(383));
        press(grid, KeyCode.END);
        assertThat(inspector.channelProperty().get()).isEqualTo(383);
        assertThat(pixels(grid, 300, 320)).contains(scale.argb(383)).doesNotContain(scale.argb(0));
        press(grid, KeyCode.LEFT);
        assertThat(inspector.channelProperty().get()).isEqualTo(382);
        press(grid, KeyCode.HOME);
        assertThat(inspector.channelProperty().get()).isZero();
        long start = System.nanoTime();
        for (int i = 0; i < 50; i++) press(grid, KeyCode.PAGE_DOWN);
        System.out.printf(
                Locale.ROOT, "a page scrolled: %.2f ms%n", (System.nanoTime() - start) / 50e6);
    }

    @Test
    void mapShowsCellsWindowsAndTakesKeys() {
        MapCell[] chosen = {null};
        FeatureMapView canvas = FxToolkit.on(() -> new FeatureMapView(cell -> chosen[0] = cell));
        shown(canvas, 120, 160);
        ColourScale scale = new ColourScale(ColorMap.CIVIDIS, 0, 5);
        FeatureMaps map = new FeatureMaps(1, 2, 3, new float[] {0, 1, 2, 3, 4, 5});
        FxToolkit.run(() -> canvas.show(map, scale));
        int[] plain = pixels(canvas, 120, 160);
        // 40 pixels a cell, in the middle of the height.
        for (int i = 0; i < 6; i++) {
            int x = i % 3 * 40 + 20;
            int y = 40 + i / 3 * 40 + 20;
            assertThat(plain[y * 120 + x]).isEqualTo(scale.argb(i));
        }
        FxToolkit.run(() -> canvas.window(new ReceptiveWindow(1, 0, 2, 1)));
        assertThat(pixels(canvas, 120, 160)).isNotEqualTo(plain);
        press(canvas, KeyCode.DOWN);
        assertThat(chosen[0]).isEqualTo(new MapCell(1, 1));
    }

    private InspectorTools tools() {
        return new InspectorTools(inspector, shell().controls());
    }

    /// A clipped choice cannot be read, and an overlay button beyond the edge cannot be pressed.
    @ParameterizedTest
    @ValueSource(ints = {320, 436, 460, 700})
    void toolsGoIntoAsManyRowsAsTheyNeed(int width) {
        InspectorTools tools = FxToolkit.on(this::tools);
        VBox panel = FxToolkit.on(() -> new VBox(tools));
        FxToolkit.run(() -> new Theme().style(panel));
        shown(panel, width, 300);
        for (Locale language : Texts.LANGUAGES) {
            for (ColourScale.Range range : ColourScale.Range.values()) {
                FxToolkit.run(() -> {
                    texts.languageProperty().set(language);
                    inspector
                            .colouringProperty()
                            .set(new Colouring(ColorMap.CIVIDIS, range, 0.25f));
                    panel.getScene().getRoot().applyCss();
                    panel.getScene().getRoot().layout();
                });
                for (Node each : tools.getChildren()) {
                    if (!each.isManaged()) continue;
                    String what = language + " " + range + " " + each;
                    Bounds at = each.getBoundsInParent();
                    assertThat(at.getMinX()).as(what).isNotNegative();
                    assertThat(at.getMaxX()).as(what).isLessThanOrEqualTo(width);
                    assertThat(at.getMaxY()).as(what).isLessThanOrEqualTo(tools.getHeight());
                    assertThat(((Region) each).getWidth())
                            .as(what)
                            .isGreaterThanOrEqualTo(((Region) each).prefWidth(-1) - 0.5);
                }
            }
        }
    }

    @Test
    void toolsFollowColoursThatAreSetElsewhere() {
        InspectorTools tools = FxToolkit.on(this::tools);
        shown(tools, 460, 100);
        Colouring restored = new Colouring(ColorMap.CIVIDIS, ColourScale.Range.FIXED, 2.75f);
        FxToolkit.run(() -> inspector.colouringProperty().set(restored));
        List<Object> values =
                tools.getChildren().stream()
                        .filter(ComboBox.class::isInstance)
                        .<Object>map(each -> ((ComboBox<?>) each).getValue())
                        .toList();
        assertThat(values).contains(ColorMap.CIVIDIS, ColourScale.Range.FIXED);
        TextField fixed =
                (TextField)
                        tools.getChildren().stream()
                                .filter(TextField.class::isInstance)
                                .findFirst()
                                .orElseThrow();
        assertThat(fixed.isVisible()).isTrue();
        assertThat(fixed.getText()).isEqualTo("2.75");
        assertThat(inspector.colouringProperty().get()).as("not written back").isEqualTo(restored);
        FxToolkit.run(() -> {
            fixed.setText("3.5");
            fixed.fireEvent(new ActionEvent());
        });
        assertThat(inspector.colouringProperty().get())
                .isEqualTo(new Colouring(ColorMap.CIVIDIS, ColourScale.Range.FIXED, 3.5f));
    }

    @Test
    void panelSaysWhatItShowsInBothLanguages() throws Problem {
        InspectorPanel panel =
                panel(new Cuts(problem -> {}), new SimpleObjectProperty<>(Gains.NONE));
        FxToolkit.run(() -> inspector.open("some.node"));
        bring(20);
        assertThat(words(panel))
                .contains("some.node", "Tensor: 20 maps of 4\u00a0×\u00a03", "Channel 0", "(0–19)")
                .contains("Frame 5, same as the stage");
        FxToolkit.run(() -> {
            texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
            inspector.channelProperty().set(3);
            inspector.cellProperty().set(new MapCell(2, 1));
            inspector.togglePin();
            inspector.overPictureProperty().set(true);
        });
        assertThat(words(panel))
                .contains("通道 3", "（0–19）", "x  2  y  1   3.00000", "some.\u200anode #3\n第 5 帧")
                .contains("第 5 帧，与画面一致");
        int[] before = pixels(panel, 480, 620);
        FxToolkit.run(() ->
                inspector
                        .colouringProperty()
                        .set(new Colouring(ColorMap.MAGMA, ColourScale.Range.LAYER, 1)));
        FxToolkit.run(inspector::pulse);
        assertThat(pixels(panel, 480, 620)).isNotEqualTo(before);
    }

    /// A pass with gains may fail: the maps are then still those of one without.
    @Test
    void theHeadTellsOfGainsInTheMapsShown() throws Problem {
        Lab lab = new Lab(new Jobs(Runnable::run, Runnable::run), problem -> {});
        lab.use(Bundled.file());
        String node = "stage3.0.fused.1";
        FxToolkit.run(() -> lab.cuts().toggle(node));
        Gains cut = lab.cuts().gainsProperty().get();
        InspectorPanel panel = panel(lab.cuts(), new SimpleObjectProperty<>(cut));
        FxToolkit.run(() -> inspector.open(node));
        bring(32);
        String said = texts.get("inspector.gain", 0f);
        assertThat(words(panel).toString()).doesNotContain(said);
        bring(32, lab.cuts().gatesProperty().get().alteration(Bundled.file(), cut, Cover.NONE));
        assertThat(words(panel).toString()).contains(said);
    }

    private InspectorPanel panel(Cuts cuts, ObservableValue<Gains> gains) {
        StageView stage = FxToolkit.on(() -> stage());
        InspectorPanel panel =
                FxToolkit.on(() -> {
                    var parts =
                            new InspectorPanel.Parts(
                                    (names, with) -> {},
                                    still,
                                    new SimpleLongProperty(5),
                                    stage.overlay(),
                                    cuts,
                                    gains,
                                    List::of,
                                    new SimpleObjectProperty<>(),
                                    new SimpleObjectProperty<>(),
                                    new Arithmetic(
                                            shell(),
                                            follower,
                                            selection,
                                            new SimpleObjectProperty<>(),
                                            (value, channel, altered) -> 1));
                    return new InspectorPanel(shell(), inspector, parts);
                });
        return shown(panel, 480, 620);
    }

    private Shell shell() {
        return new Shell(texts, new Theme(), new Jobs(Runnable::run, Runnable::run));
    }

    private List<String> altered = List.of();

    /// A file of cut values says so, and can be read as any other.
    @Test
    void whatIsCutIsSaidInTheFile() throws Exception {
        altered = List.of("gain layer1.3#2=0.0", "cover 3 strokes");
        Path file = exportedAll();
        try (PoseEstimator estimator =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
                PipelineResult result = NodeResults.of(estimator, 5, Decoder.QUARTER)) {
            exporting.at(result, Map.of("layer1.3", Tensor.of(Shape.of(1, 1, 1, 2), 1, 2)));
        }
        assertThat(NpzReader.read(file)).containsOnlyKeys("layer1.3");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] said = zip.getInputStream(zip.getEntry("altered.txt")).readAllBytes();
            assertThat(new String(said, StandardCharsets.UTF_8))
                    .isEqualTo("gain layer1.3#2=0.0\ncover 3 strokes\n");
        }
    }

    /// Asks for all nodes of W32, which come by [#exporting].
    private Path exportedAll() {
        network.set(HrNet.of(HrNetSpec.published(HrNetSpec.Version.V1, 32, 17), 256, 192));
        MapExport all =
                FxToolkit.on(() ->
                        new MapExport(
                                shell(),
                                inspector,
                                (names, with) -> {
                                    asked.add(names);
                                    if (!names.isEmpty()) exporting = with;
                                },
                                () -> altered,
                                FxToolkit::run));
        Path file = folder.resolve("all.npz");
        all.all(file);
        return file;
    }

    @Test
    void allNodesOfOneFrameAreWrittenOnce() throws Problem {
        Path file = exportedAll();
        assertThat(asked.getFirst()).contains("image", "layer1.3", "stage4.2.fused.0", "heatmaps");
        try (PoseEstimator estimator =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
                PipelineResult result = NodeResults.of(estimator, 5, Decoder.QUARTER)) {
            Tensor first = Tensor.of(Shape.of(1, 1, 1, 2), 1, -0f);
            exporting.at(result, Map.of("layer1.3", first, "heatmaps", first));
            exporting.at(result, Map.of("too.late", first));
        }
        assertThat(NpzReader.names(file)).containsExactly("heatmaps", "layer1.3");
        assertThat(NpzReader.read(file, "layer1.3").orElseThrow().toArray())
                .containsExactly(1, -0f);
        assertThat(asked).last().isEqualTo(Set.of());
    }

    /// Else the follower would go on reading all of them, several times a second, for nobody.
    @Test
    void whatBreaksTheExportEndsItToo() {
        Path file = exportedAll();
        Map<String, Tensor> broken = new HashMap<>();
        broken.put("layer1.3", null);
        assertThatThrownBy(() -> exporting.at(null, broken))
                .isInstanceOf(NullPointerException.class);
        assertThat(asked).last().isEqualTo(Set.of());
        assertThat(file).doesNotExist();
    }

    /// Maps as large as the largest of W32: copied and coloured beside, taken over on the FX thread.
    @Test
    void takingMapsOverIsQuick() throws Problem {
        shown(FxToolkit.on(() -> new ChannelGridView(inspector)), 300, 400);
        FxToolkit.run(() -> inspector.open("node"));
        try (PoseEstimator estimator =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
                PipelineResult result = NodeResults.of(estimator, 5, Decoder.QUARTER)) {
            Tensor large = Tensor.of(Shape.of(1, 64, 128, 96), new float[64 * 128 * 96]);
            double[] beside = new double[15];
            double[] onFx = new double[15];
            for (int i = 0; i < beside.length; i++) {
                long start = System.nanoTime();
                glance.at(result, Map.of("node", large));
                long middle = System.nanoTime();
                FxToolkit.run(inspector::pulse);
                beside[i] = (middle - start) / 1e6;
                onFx[i] = (System.nanoTime() - middle) / 1e6;
            }
            Arrays.sort(beside);
            Arrays.sort(onFx);
            System.out.printf(
                    Locale.ROOT,
                    "64 maps of 128 x 96: %.1f ms beside, %.1f ms on the FX thread%n",
                    beside[7],
                    onFx[7]);
        }
        assertThat(Objects.requireNonNull(inspector.shownProperty().get()).grid().channels())
                .isEqualTo(64);
    }

    private StageView stage() {
        return new StageView(
                new LayersViewModel(),
                new JointsViewModel(selection),
                selection,
                new org.hrscope.ui.common.JointNames(new org.hrscope.ui.common.Texts()));
    }

    private static String words(Parent panel) {
        StringBuilder words = new StringBuilder();
        panel.lookupAll(".label")
                .forEach(label -> words.append(((Label) label).getText()).append('\n'));
        return words.toString();
    }
}
