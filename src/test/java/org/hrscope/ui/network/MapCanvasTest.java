package org.hrscope.ui.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hrscope.ablation.Gains;
import org.hrscope.ablation.SplitValues;
import org.hrscope.domain.ModelInfos;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.ModelFile;
import org.hrscope.pipeline.ActivationFollower;
import org.hrscope.pixels.ChannelAlarm;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.Pointer;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.NodePicture;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lab.Bundled;
import org.hrscope.ui.lab.Lab;
import org.hrscope.ui.network.HrNetMapLayoutTest.Sample;
import org.hrscope.ui.selection.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

/// The map drawn without a screen.
@ExtendWith(FxToolkit.class)
class MapCanvasTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 260;
    private static final int COLOUR = 0xffee8822;

    private Ribbon ribbon;
    private ActivationFollower.Glance glance;
    private final Selection selection = new Selection();
    private final Lab lab = new Lab(new Jobs(Runnable::run, Runnable::run), problem -> {});
    private final NetworkViewModel model = new NetworkViewModel(selection, lab);

    /// What stands in the scene.
    private record Stand(MapGestures pane, MapCanvas view, Scene scene) {}

    private Stand stand(Sample sample) {
        MapCanvas view = new MapCanvas(model, new Texts(), new SimpleBooleanProperty(true));
        ribbon = new Ribbon(model, view, (names, with) -> glance = with, new Texts());
        MapGestures pane =
                new MapGestures(
                        model,
                        view,
                        ribbon,
                        new SimpleObjectProperty<>(),
                        new Controls(new Texts()),
                        new Texts());
        Scene scene = new Scene(pane, WIDTH, HEIGHT);
        model.show(new OpenedNetwork(file(), null, null, null, sample.map(), null, Map.of()));
        pane.resize(WIDTH, HEIGHT);
        pane.layout();
        Map<String, Thumbnails.Picture> pictures = new HashMap<>();
        for (MapNode node : sample.map().nodes()) {
            int[] pixels = new int[96 * 72];
            java.util.Arrays.fill(pixels, COLOUR);
            pictures.put(node.name(), new Thumbnails.Picture(72, 96, pixels));
        }
        view.pulse(pictures);
        return new Stand(pane, view, scene);
    }

    /// The map of the network that cuts are for.
    private void ofLab() {
        ModelFile bundled = Bundled.file();
        lab.use(bundled);
        model.show(
                new OpenedNetwork(bundled, null, null, null, Sample.BUNDLED.map(), null, Map.of()));
    }

    private static ModelFile file() {
        return new ModelFile(null, ModelInfos.of(192, 256, 17));
    }

    /// The middle of a node in the view.
    private double[] middle(Stand stand, String name) {
        MapNode.Box box = model.map().node(name).orElseThrow().box();
        var place = stand.view.toView();
        return new double[] {
            MapEdges.GUTTER + place.x(box.centerX(), 0), MapEdges.HEAD + place.y(0, box.centerY())
        };
    }

    /// From its box, along the axis on which it is farther away.
    private static double distance(Stand stand, MapNode node, double[] at) {
        MapNode.Box box = node.box();
        var place = stand.view.toView();
        double left = MapEdges.GUTTER + place.x(box.x(), 0);
        double right = MapEdges.GUTTER + place.x(box.right(), 0);
        double top = MapEdges.HEAD + place.y(0, box.y());
        double bottom = MapEdges.HEAD + place.y(0, box.bottom());
        double aside = Math.max(left - at[0], at[0] - right);
        return Math.max(0, Math.max(aside, Math.max(top - at[1], at[1] - bottom)));
    }

    private static int pixel(WritableImage image, double[] at) {
        return image.getPixelReader().getArgb((int) at[0], (int) at[1]);
    }

    @Test
    void whatIsBeingOpenedIsNamedUntilItsMapIsThere() throws Exception {
        FxToolkit.on(() -> {
            MapCanvas view = new MapCanvas(model, new Texts(), new SimpleBooleanProperty(true));
            MapGestures pane =
                    new MapGestures(
                            model,
                            view,
                            new Ribbon(model, view, (names, with) -> {}, new Texts()),
                            new SimpleObjectProperty<>(file()),
                            new Controls(new Texts()),
                            new Texts());
            Label sign = (Label) pane.lookup(".stage-opening");
            assertThat(sign.getText()).contains(file().info().name());
            assertThat(sign.isVisible()).isTrue();
            model.show(
                    new OpenedNetwork(
                            file(), null, null, null, Sample.BUNDLED.map(), null, Map.of()));
            assertThat(sign.isVisible()).isFalse();
            return true;
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyNodeShowsItsPictureWhenFitted(Sample sample) throws Exception {
        FxToolkit.on(() -> {
            Stand stand = stand(sample);
            WritableImage image = stand.scene.snapshot(null);
            for (MapNode node : sample.map().nodes()) {
                if (node.bead()) continue;
                assertThat(pixel(image, middle(stand, node.name())))
                        .as(node.name())
                        .isEqualTo(COLOUR);
            }
            assertThat(stand.view.visible())
                    .hasSize((int) sample.map().nodes().stream().filter(n -> !n.bead()).count());
            return true;
        });
    }

    @Test
    void whereNobodyIsTheMapShowsThatNothingRuns() throws Exception {
        FxToolkit.on(() -> {
            Stand stand = stand(Sample.W32);
            double[] at = middle(stand, "heatmaps");
            assertThat(pixel(stand.scene.snapshot(null), at)).isEqualTo(COLOUR);
            model.alarms().put("heatmaps", new ChannelAlarm(1, 0, 0, 17));
            stand.view.clear();
            stand.view.pulse(null);
            assertThat(pixel(stand.scene.snapshot(null), at)).isNotEqualTo(COLOUR);
            assertThat(model.alarms()).isEmpty();
            model.alarms().put("heatmaps", new ChannelAlarm(1, 0, 0, 17));
            stand.view.clear();
            assertThat(model.alarms()).as("where there are no pictures").isEmpty();
            return true;
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"W16", "W48"})
    void theWholeMapIsExportedWhateverIsSeenOfIt(Sample sample) throws Exception {
        FxToolkit.on(() -> {
            Stand stand = stand(sample);
            stand.view.zoom(8, 300, 100);
            String svg = stand.view.svg();
            var file =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(svg)))
                            .getDocumentElement();
            int nodes = (int) sample.map().nodes().stream().filter(node -> !node.bead()).count();
            int beads = sample.map().nodes().size() - nodes;
            assertThat(file.getElementsByTagName("image").getLength()).isEqualTo(nodes);
            assertThat(file.getElementsByTagName("ellipse").getLength())
                    .isGreaterThanOrEqualTo(beads);
            assertThat(svg).contains(">heatmaps</text>").doesNotContain("NaN");
            NodePicture picture = stand.view.picture();
            assertThat(picture.width())
                    .isEqualTo((int) Math.ceil(Double.parseDouble(file.getAttribute("width"))));
            assertThat(picture.height())
                    .isEqualTo((int) Math.ceil(Double.parseDouble(file.getAttribute("height"))));
            var place = file.getElementsByTagName("image").item(0).getAttributes();
            int x = (int) Double.parseDouble(place.getNamedItem("x").getNodeValue()) + 9;
            int y = (int) Double.parseDouble(place.getNamedItem("y").getNodeValue()) + 9;
            assertThat(picture.bgra().asIntBuffer().get(y * picture.width() + x))
                    .isEqualTo(Integer.reverseBytes(COLOUR));
            return true;
        });
    }

    @Test
    void onlyWhatIsSeenIsAskedFor() throws Exception {
        FxToolkit.on(() -> {
            Stand stand = stand(Sample.W32);
            double[] at = middle(stand, "heatmaps");
            stand.view.zoom(12, at[0], at[1]);
            Set<String> seen = stand.view.visible();
            assertThat(seen).contains("heatmaps").hasSizeLessThan(9).doesNotContain("layer1.0");
            return true;
        });
    }

    @Test
    void allButTheSelectionFades() throws Exception {
        FxToolkit.on(() -> {
            Stand stand = stand(Sample.W16);
            selection.nodeProperty().set("stage3.0.fused.1");
            stand.view.pulse(null);
            WritableImage image = stand.scene.snapshot(null);
            assertThat(pixel(image, middle(stand, "stage3.0.fused.1"))).isEqualTo(COLOUR);
            int far = pixel(image, middle(stand, "layer1.0"));
            assertThat(far).isNotEqualTo(COLOUR);
            assertThat(pixel(image, middle(stand, "stage3.0.branches.1"))).isEqualTo(far);
            assertThat(pixel(image, middle(stand, "stage4.0.branches.1"))).isEqualTo(far);
            return true;
        });
    }

    @Test
    void pointerAndKeysOpenNodes() throws Exception {
        FxToolkit.on(() -> {
            Stand stand = stand(Sample.W16);
            double[] at = middle(stand, "layer1.1");
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_CLICKED)) {
                Pointer.fire(stand.view, type, at[0], at[1]);
            }
            assertThat(selection.nodeProperty().get()).isEqualTo("layer1.1");
            assertThat(selection.openedProperty().get()).isTrue();
            selection.openedProperty().set(false);
            Event.fireEvent(stand.view, key(KeyCode.RIGHT));
            assertThat(selection.openedProperty().get()).isFalse();
            Event.fireEvent(stand.view, key(KeyCode.ENTER));
            assertThat(selection.nodeProperty().get()).isEqualTo("layer1.2");
            assertThat(selection.openedProperty().get()).isTrue();
            assertThat(stand.view.getAccessibleText()).startsWith("layer1.2\nBottleneck");
            return true;
        });
    }

    private static void wheel(Stand stand, double[] at, double by) {
        Event.fireEvent(
                stand.view,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        at[0],
                        at[1],
                        at[0],
                        at[1],
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        by,
                        0,
                        by,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(stand.view, at[0], at[1])));
    }

    /// What is under the pointer stays under it; a double click on nothing shows all of it again.
    @Test
    void theWheelZoomsAboutThePointerAndADoubleClickBesideEverythingFits() throws Exception {
        FxToolkit.on(() -> {
            Stand stand = stand(Sample.W16);
            double[] at = middle(stand, "layer1.1");
            double[] far = middle(stand, "heatmaps");
            wheel(stand, at, 300);
            assertThat(middle(stand, "layer1.1")[0]).isCloseTo(at[0], within(1.0));
            assertThat(middle(stand, "layer1.1")[1]).isCloseTo(at[1], within(1.0));
            assertThat(middle(stand, "heatmaps")[0]).isGreaterThan(far[0] + 50);
            double[] before = middle(stand, "layer1.1");
            Pointer.fire(stand.view, MouseEvent.MOUSE_PRESSED, 400, 100);
            Pointer.fire(stand.view, MouseEvent.MOUSE_DRAGGED, 420, 105);
            Pointer.fire(stand.view, MouseEvent.MOUSE_DRAGGED, 431, 92);
            Pointer.fire(stand.view, MouseEvent.MOUSE_RELEASED, 431, 92);
            assertThat(middle(stand, "layer1.1")[0]).isCloseTo(before[0] + 31, within(1e-6));
            assertThat(middle(stand, "layer1.1")[1]).isCloseTo(before[1] - 8, within(1e-6));
            Event.fireEvent(stand.view, key(KeyCode.F));
            assertThat(middle(stand, "heatmaps")[0]).isCloseTo(far[0], within(1.0));
            Event.fireEvent(stand.view, key(KeyCode.EQUALS));
            double[] larger = middle(stand, "heatmaps");
            Event.fireEvent(stand.view, key(KeyCode.MINUS));
            assertThat(middle(stand, "heatmaps")[0]).isCloseTo(far[0], within(1.0));
            assertThat(larger[0]).isGreaterThan(far[0] + 50);
            return true;
        });
    }

    /// They are a few pixels wide.
    @Test
    void aClickCloseToABeadMeansTheNearest() throws Exception {
        FxToolkit.on(() -> {
            Stand stand = stand(Sample.W16);
            List<MapNode> beads = model.map().nodes().stream().filter(MapNode::bead).toList();
            double[] bead = middle(stand, "stage3.0.fuse_layers.2.0");
            for (double off : new double[] {0, 3, 7}) {
                for (double[] at :
                        new double[][] {
                            {bead[0] - off, bead[1]},
                            {bead[0], bead[1] - off},
                            {bead[0], bead[1] + off}
                        }) {
                    MapNode hit = stand.view.nodeAt(at[0], at[1]);
                    assertThat(hit).as("%s px beside", off).isNotNull();
                    double least =
                            beads.stream()
                                    .mapToDouble(each -> distance(stand, each, at))
                                    .min()
                                    .orElseThrow();
                    assertThat(distance(stand, hit, at)).isEqualTo(least);
                }
            }
            return true;
        });
    }

    /// Beside all nodes nothing is selected any more, and the drag that panned was no click.
    @Test
    void aClickBesideEverythingSelectsNothing() throws Exception {
        FxToolkit.on(() -> {
            Stand stand = stand(Sample.W16);
            selection.nodeProperty().set("layer1.1");
            double[] beside = {MapEdges.GUTTER + 3, HEIGHT - 3};
            assertThat(stand.view.nodeAt(beside[0], beside[1])).isNull();
            Pointer.fire(stand.view, MouseEvent.MOUSE_PRESSED, beside[0], beside[1]);
            assertThat(selection.nodeProperty().get()).isEqualTo("layer1.1");
            click(stand, beside);
            assertThat(selection.nodeProperty().get()).isNull();
            assertThat(stand.view.getAccessibleText()).isEqualTo(new Texts().get("network"));
            return true;
        });
    }

    /// The tip names what is under the pointer, within the pane, and goes with it.
    @Test
    void theTipStaysInsideAndLeavesWithThePointer() throws Exception {
        FxToolkit.on(() -> {
            Stand stand = stand(Sample.W16);
            Node tip = stand.pane.lookup(".joint-tip");
            assertThat(tip).as("the tip's style class").isNotNull();
            for (String node : List.of("layer1.1", "heatmaps", "stage3.0.fused.1")) {
                double[] at = middle(stand, node);
                Pointer.fire(stand.view, MouseEvent.MOUSE_MOVED, at[0], at[1]);
                assertThat(tip.isVisible()).as(node).isTrue();
                stand.pane.layout();
                Bounds bounds = tip.getBoundsInParent();
                assertThat(bounds.getMinX()).isNotNegative();
                assertThat(bounds.getMinY()).isNotNegative();
                assertThat(bounds.getMaxX()).isLessThanOrEqualTo(WIDTH);
                assertThat(bounds.getMaxY()).isLessThanOrEqualTo(HEIGHT);
            }
            Pointer.fire(stand.view, MouseEvent.MOUSE_EXITED, 0, 0);
            assertThat(tip.isVisible()).isFalse();
            return true;
        });
    }

    private static void click(Stand stand, double[] at) {
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_CLICKED)) {
            Pointer.fire(stand.view, type, at[0], at[1]);
        }
    }

    @Test
    void aClickOnABeadCutsThePathAndASecondOneRestoresIt() throws Exception {
        FxToolkit.on(() -> {
            Stand stand = stand(Sample.W16);
            ofLab();
            String path = "stage3.0.fuse_layers.2.0";
            double[] at = middle(stand, path);
            int whole = pixel(stand.scene.snapshot(null), at);
            click(stand, at);
            assertThat(selection.nodeProperty().get()).isEqualTo(path);
            assertThat(selection.openedProperty().get()).isFalse();
            assertThat(model.marks().gains()).hasSize(1);
            assertThat(model.marks().gains().get(model.map().node(path).orElseThrow()).cut())
                    .isTrue();
            stand.view.pulse(null);
            assertThat(pixel(stand.scene.snapshot(null), at)).isNotEqualTo(whole);
            click(stand, at);
            assertThat(lab.cuts().noneProperty().get()).isTrue();
            click(stand, middle(stand, "stage3.0.branches.1"));
            assertThat(selection.openedProperty().get()).isTrue();
            assertThat(lab.cuts().noneProperty().get()).isTrue();
            return true;
        });
    }

    @Test
    void aBranchOffersItsBlocksAndItsOwnPart() throws Exception {
        FxToolkit.on(() -> {
            stand(Sample.W16);
            ofLab();
            MapNode branch = model.map().node("stage3.0.branches.1").orElseThrow();
            assertThat(model.inside(branch))
                    .extracting(gate -> gate.name())
                    .contains("stage3.0.fuse_layers.1.1")
                    .hasSizeGreaterThan(1);
            lab.cuts().toggle(model.inside(branch).getFirst().name());
            lab.cuts().toggle(branch.name(), java.util.OptionalInt.of(3));
            assertThat(model.marks().gains().get(branch)).isEqualTo(new MapMarks.Mark(1, 2, 1));
            return true;
        });
    }

    /// Beside the whole network's values a cut place is still marked, and its ribbon and its alarm are those of the
    /// values shown.
    @Test
    void whatIsCutButNotShownSoHasItsRibbonAndAlarm() throws Exception {
        FxToolkit.on(() -> {
            stand(Sample.W16);
            ofLab();
            MapNode path = model.map().node("stage4.1.fuse_layers.0.3").orElseThrow();
            MapNode branch = model.map().node("stage3.0.branches.1").orElseThrow();
            lab.cuts().toggle(path.name());
            lab.cuts().toggle(branch.name(), java.util.OptionalInt.of(3));
            model.alarms().put(branch.name(), new ChannelAlarm(0, 0, 1, 32));
            assertThat(model.marks().gains().get(path).inEffect()).isTrue();
            assertThat(model.alarm(branch)).as("the channel that is cut").isEmpty();
            model.alarms().put(branch.name(), new ChannelAlarm(0, 0, 2, 32));
            assertThat(model.alarm(branch).orElseThrow().dead()).isEqualTo(1);
            model.shownGainsProperty().unbind();
            model.shownGainsProperty().set(Gains.NONE);
            assertThat(model.marks().gains().get(path).cut()).isTrue();
            assertThat(model.marks().gains().get(path).inEffect()).isFalse();
            assertThat(model.alarm(branch).orElseThrow().dead()).isEqualTo(2);
            return true;
        });
    }

    @Test
    void aNodeOutsideIsBroughtIn() throws Exception {
        FxToolkit.on(() -> {
            Stand stand = stand(Sample.W48);
            double[] at = middle(stand, "heatmaps");
            stand.view.zoom(8, at[0], at[1]);
            selection.nodeProperty().set("layer1.0");
            double[] moved = middle(stand, "layer1.0");
            assertThat(moved[0]).isBetween(MapEdges.GUTTER, (double) WIDTH);
            assertThat(moved[1]).isBetween(MapEdges.HEAD, (double) HEIGHT);
            return true;
        });
    }

    @Test
    void aNodeIsFoundByWordsOfItsNameAndEnterGoesToTheNext() throws Exception {
        FxToolkit.on(() -> {
            Stand stand = stand(Sample.W16);
            stand.pane.find();
            TextField typed = (TextField) stand.pane.lookup(".find-bar .text-field");
            typed.setText("STAGE3 fused");
            assertThat(selection.nodeProperty().get()).isEqualTo("stage3.0.fused.0");
            Event.fireEvent(typed, key(KeyCode.ENTER));
            assertThat(selection.nodeProperty().get()).isEqualTo("stage3.0.fused.1");
            Event.fireEvent(typed, key(KeyCode.UP));
            Event.fireEvent(typed, key(KeyCode.UP));
            assertThat(selection.nodeProperty().get()).isEqualTo("stage3.0.fused.2");
            typed.setText("nothing like it");
            assertThat(selection.nodeProperty().get()).isEqualTo("stage3.0.fused.2");
            Event.fireEvent(typed, key(KeyCode.ESCAPE));
            assertThat(typed.getParent().getParent().isVisible()).isFalse();
            stand.pane.find();
            typed.setText("stage2.0.fused.1");
            assertThat(selection.openedProperty().get()).isFalse();
            Event.fireEvent(typed, key(KeyCode.ENTER));
            assertThat(selection.nodeProperty().get()).isEqualTo("stage2.0.fused.1");
            assertThat(selection.openedProperty().get()).isTrue();
            assertThat(typed.getParent().getParent().isVisible()).isFalse();
            return true;
        });
    }

    /// Shares run along the lines of the last exchange, from where they come.
    @Test
    void aSelectedJointHasARibbonAndASentence() throws Exception {
        FxToolkit.on(() -> {
            Stand stand = stand(Sample.BUNDLED);
            ofLab();
            double[] at = middle(stand, "stage4.1.fuse_layers.0.3");
            // Beside the bead, and below the line's own width.
            double[] beside = {at[0] - 6, at[1] + 8};
            stand.view.pulse(null);
            WritableImage bare = stand.scene.snapshot(null);
            ribbon.pulse(true);
            assertThat(ribbon.getText()).isEmpty();
            selection.jointProperty().set(9);
            ribbon.pulse(true);
            Map<String, Tensor> values = new HashMap<>();
            for (String name : lab.networkProperty().get().shares().orElseThrow().values()) {
                int channels = name.equals("heatmaps") ? 17 : 16;
                float[] all = new float[channels * 4];
                boolean coarsest = name.endsWith("0.3");
                java.util.Arrays.fill(all, name.equals("heatmaps") ? 1 : coarsest ? 2 : 0.01f);
                values.put(name, Tensor.of(Shape.of(1, channels, 2, 2), all));
            }
            SplitValues.heatmaps(lab.networkProperty().get().shares().orElseThrow(), 9, values, 0);
            glance.at(null, values);
            ribbon.pulse(true);
            stand.view.pulse(null);
            assertThat(ribbon.getText()).contains("left wrist");
            WritableImage with = stand.scene.snapshot(null);
            assertThat(pixel(with, beside)).isNotEqualTo(pixel(bare, beside));
            int likeTheLine = 0;
            for (int y = (int) at[1] - 12; y < at[1] + 12; y++) {
                for (int x = (int) at[0] - 12; x < at[0] + 12; x++) {
                    Color now = with.getPixelReader().getColor(x, y);
                    boolean other = !now.equals(bare.getPixelReader().getColor(x, y));
                    double off = Math.abs(now.getHue() - MapColours.LIGHT.up().getHue());
                    if (other && now.getSaturation() > 0.2 && off < 12) likeTheLine++;
                }
            }
            assertThat(likeTheLine).as("one colour code: that of the legend").isGreaterThan(20);
            selection.jointProperty().set(Selection.NONE);
            ribbon.pulse(true);
            assertThat(ribbon.getText()).isEmpty();
            return true;
        });
    }

    private static double side(Stand stand, String name) {
        MapNode node = stand.view.shown(name).orElseThrow();
        return node.box().height() * stand.view.toView().a();
    }

    private static void resize(Stand stand, double width, double height) {
        stand.pane.resize(width, height);
        stand.pane.layout();
    }

    @ParameterizedTest
    @EnumSource
    void aTallerDockHasLargerThumbnailsAndNothingIsLost(Sample sample) throws Exception {
        FxToolkit.on(() -> {
            Stand stand = stand(sample);
            double before = 0;
            for (int height : new int[] {140, 200, 260, 340, 430}) {
                resize(stand, WIDTH, height);
                double side = side(stand, "layer1.0");
                double rows =
                        middle(stand, "stage4.0.branches.3")[1] - middle(stand, "layer1.0")[1];
                assertThat(rows).as("rows at " + height).isGreaterThan(before * 1.1);
                before = rows;
                assertThat(side).isGreaterThan(10);
                assertThat(stand.view.visible())
                        .hasSize(
                                (int) sample.map().nodes().stream().filter(n -> !n.bead()).count());
            }
            return true;
        });
    }

    @Test
    void theMapRefitsUntilSomebodyHasMovedIt() throws Exception {
        FxToolkit.on(() -> {
            Stand stand = stand(Sample.W16);
            double small = side(stand, "layer1.0");
            resize(stand, WIDTH, 420);
            assertThat(side(stand, "layer1.0")).isGreaterThan(small);
            stand.view.pan(30, 5);
            double[] at = middle(stand, "layer1.0");
            resize(stand, WIDTH, 300);
            assertThat(middle(stand, "layer1.0")).isEqualTo(at);
            stand.view.fit();
            resize(stand, WIDTH, HEIGHT);
            assertThat(side(stand, "layer1.0")).isEqualTo(small);
            return true;
        });
    }

    @Test
    void theNodesOfALessonStayInViewAtEverySize() throws Exception {
        FxToolkit.on(() -> {
            Stand stand = stand(Sample.W48);
            stand.view.frame(Set.of("stem.conv1", "layer1.1"));
            for (int width : new int[] {500, 900, WIDTH}) {
                resize(stand, width, 180);
                assertThat(stand.view.visible())
                        .contains("stem.conv1", "stem.conv2", "layer1.1")
                        .doesNotContain("heatmaps");
            }
            return true;
        });
    }

    /// Prints what a paint takes of the processor: the FX thread's part, and the whole with the software renderer,
    /// which works on a thread of its own.
    @ParameterizedTest
    @EnumSource(names = {"W32", "W48"})
    void paintingTakes(Sample sample) throws Exception {
        FxToolkit.on(() -> {
            Stand stand = stand(sample);
            WritableImage image = stand.scene.snapshot(null);
            List<Double> paints = new ArrayList<>();
            List<Double> wholes = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                stand.view.pan(i % 2 == 0 ? 3 : -3, 0);
                long start = processorTime();
                stand.view.paint();
                long painted = processorTime();
                stand.scene.snapshot(image);
                paints.add((painted - start) / 1e6);
                wholes.add((processorTime() - start) / 1e6);
            }
            System.out.printf(
                    "%s at %d x %d: paint %.2f ms (p95 %.2f); with rendering %.2f ms (p95 %.2f)%n",
                    sample,
                    WIDTH,
                    HEIGHT,
                    share(paints, 0.5),
                    share(paints, 0.95),
                    share(wholes, 0.5),
                    share(wholes, 0.95));
            return true;
        });
    }

    /// Of the FX thread and the renderer: what else the machine does is left out.
    private static long processorTime() {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (var each : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (each == null) continue;
            String name = each.getThreadName();
            if (name.contains("JavaFX") || name.contains("Quantum") || name.contains("Prism")) {
                sum += threads.getThreadCpuTime(each.getThreadId());
            }
        }
        return sum;
    }

    private static double share(List<Double> times, double share) {
        return times.stream().sorted().toList().get((int) (share * (times.size() - 1)));
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }
}
