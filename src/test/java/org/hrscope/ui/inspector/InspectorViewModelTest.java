package org.hrscope.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.ReceptiveWindow;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.pipeline.ActivationFollower.Glance;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.ChannelOrder;
import org.hrscope.pixels.ColorMap;
import org.hrscope.pixels.ColourScale;
import org.hrscope.ui.maps.MapCell;
import org.hrscope.ui.selection.Selection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the inspector and the decode view know, without a toolkit.
class InspectorViewModelTest {
    private static final String NODE = "stage4.0.fused.0";

    private final List<Set<String>> asked = new ArrayList<>();
    private final SimpleBooleanProperty paused = new SimpleBooleanProperty();
    private final Selection selection = new Selection();
    private final SimpleObjectProperty<HrNet> network = new SimpleObjectProperty<>();
    private Glance glance = (result, values) -> {};
    private final InspectorViewModel inspector =
            new InspectorViewModel(this::request, Runnable::run, paused, selection, network);
    private final HrNet net =
            HrNet.of(
                    new HrNetSpec(
                            HrNetSpec.Version.V1,
                            16,
                            17,
                            1,
                            4,
                            List.of(
                                    new HrNetSpec.Stage(1, 2),
                                    new HrNetSpec.Stage(1, 2),
                                    new HrNetSpec.Stage(1, 2))),
                    256,
                    192);
    private PoseEstimator estimator = open();

    private static PoseEstimator open() {
        try {
            return new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
        } catch (Problem e) {
            throw new AssertionError(e);
        }
    }

    private void request(Set<String> names, Glance with) {
        asked.add(names);
        glance = with;
    }

    @BeforeEach
    void anHrNet() {
        network.set(net);
    }

    @AfterEach
    void close() {
        estimator.close();
    }

    /// Three channels of 2 x 2 cells.
    private NodeMaps bring(long frame, float... values) throws Problem {
        try (PipelineResult result = NodeResults.of(estimator, frame, Decoder.QUARTER)) {
            Tensor tensor = Tensor.of(Shape.of(1, values.length / 4, 2, 2), values);
            glance.at(result, Map.of(NODE, tensor, "stage4.0.branches.0", tensor));
        }
        inspector.pulse();
        return Objects.requireNonNull(inspector.shownProperty().get()).maps();
    }

    @Test
    void aKeptCellIsShownOnceThePointerLeaves() {
        inspector.point(new MapCell(3, 5));
        inspector.point(null);
        assertThat(inspector.cellProperty().get()).isNull();
        inspector.keep(new MapCell(3, 5));
        inspector.point(new MapCell(4, 4));
        inspector.point(null);
        assertThat(inspector.cellProperty().get()).isEqualTo(new MapCell(3, 5));
        inspector.keep(new MapCell(3, 5));
        inspector.point(null);
        assertThat(inspector.cellProperty().get()).as("let go").isNull();
    }

    @Test
    void asksForTheNodeAndWhatItIsComputedFrom() {
        inspector.open(NODE);
        assertThat(asked.getLast())
                .containsExactlyInAnyOrder(
                        NODE,
                        "stage4.0.branches.0",
                        "stage4.0.fuse_layers.0.1",
                        "stage4.0.fuse_layers.0.2",
                        "stage4.0.fuse_layers.0.3");
        inspector.close();
        assertThat(asked.getLast()).isEmpty();
        assertThat(inspector.nodeProperty().get()).isNull();
        inspector.toggle();
        assertThat(inspector.nodeProperty().get()).isEqualTo(NODE);
        network.set(HrNet.of(HrNetSpec.published(HrNetSpec.Version.V1, 48, 17), 256, 192));
        assertThat(inspector.nodeProperty().get()).as("W48 has it too").isEqualTo(NODE);
        assertThat(asked.getLast()).as("with its own paths").hasSize(5);
        selection.nodeProperty().set("layer1.0");
        assertThat(inspector.nodeProperty().get()).as("wherever selected").isEqualTo("layer1.0");
        selection.nodeProperty().set(null);
        assertThat(inspector.nodeProperty().get()).isNull();
        assertThat(asked.getLast()).isEmpty();
    }

    @Test
    void copiesBitForBitAndSaysWhose() throws Problem {
        inspector.open(NODE);
        float[] values = {0, 1, Float.MIN_VALUE, 3, 4, -0f, 6, 7, 8, 9, 10, 11};
        NodeMaps maps = bring(7, values);
        assertThat(maps.tensor().toArray()).isEqualTo(values);
        assertThat(maps.tensor().shape()).isEqualTo(Shape.of(1, 3, 2, 2));
        assertThat(maps.frame().index()).isEqualTo(7);
        assertThat(maps.model()).isEqualTo(estimator.info());
        assertThat(maps.signed()).isFalse();
        assertThat(maps.before()).containsOnlyKeys("stage4.0.branches.0");
        assertThat(maps.channels().get(2).mean()).isEqualTo(9.5);
    }

    /// Else the former node's figures would stand under the new name.
    @Test
    void anotherNodeShowsNothingUntilItsMapsArrive() throws Problem {
        inspector.open(NODE);
        bring(1, 1, 2, 3, 4);
        selection.nodeProperty().set("layer1.0");
        assertThat(inspector.shownProperty().get()).isNull();
        selection.nodeProperty().set(NODE);
        assertThat(bring(2, 1, 2, 3, 4).node()).isEqualTo(NODE);
    }

    @Test
    void tilesKeepTheirPlacesWhileFramesFlow() throws Problem {
        inspector.open(NODE);
        inspector.orderProperty().set(ChannelOrder.ACTIVITY);
        bring(1, 0, 0, 0, 1, 5, 5, 5, 5, 2, 2, 2, 2);
        assertThat(inspector.placesProperty().get()).containsExactly(1, 2, 0);
        bring(2, 9, 9, 9, 9, 5, 5, 5, 5, 2, 2, 2, 2);
        assertThat(inspector.placesProperty().get()).as("playing").containsExactly(1, 2, 0);
        paused.set(true);
        assertThat(inspector.placesProperty().get()).as("paused").containsExactly(0, 1, 2);
        inspector.channelProperty().set(1);
        inspector.step(1);
        assertThat(inspector.channelProperty().get()).isEqualTo(2);
        inspector.step(9);
        assertThat(inspector.channelProperty().get()).isEqualTo(2);
    }

    @Test
    void likenessIsToTheSelectedJoint() throws Problem {
        inspector.open(NODE);
        NodeMaps first = bring(1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0);
        inspector.orderProperty().set(ChannelOrder.LIKENESS);
        assertThat(inspector.placesProperty().get()).containsExactly(0, 1, 2);
        selection.jointProperty().set(5);
        FeatureMaps like = FeatureMaps.of(first.estimate().heatmaps()).channel(5).resized(2, 2);
        List<Integer> places = inspector.placesProperty().get();
        double best = ChannelOrder.cosine(first.maps(), places.getFirst(), like.values());
        double worst = ChannelOrder.cosine(first.maps(), places.getLast(), like.values());
        assertThat(best).isGreaterThan(worst);
    }

    @Test
    void scalesByChannelLayerAndFixedValue() throws Problem {
        inspector.open(NODE);
        bring(1, 0, 0, 0, 1, 0, 0, 0, 4);
        Colouring look = Colouring.USUAL;
        NodeMaps maps = Objects.requireNonNull(inspector.shownProperty().get()).maps();
        assertThat(maps.scale(0, look)).isEqualTo(new ColourScale(ColorMap.VIRIDIS, 0, 1));
        Colouring layer = new Colouring(ColorMap.MAGMA, ColourScale.Range.LAYER, 1);
        assertThat(maps.scale(0, layer)).isEqualTo(new ColourScale(ColorMap.MAGMA, 0, 4));
        inspector
                .colouringProperty()
                .set(new Colouring(ColorMap.MAGMA, ColourScale.Range.FIXED, 2));
        inspector.pulse();
        var shown = Objects.requireNonNull(inspector.shownProperty().get());
        ColourScale fixed = new ColourScale(ColorMap.MAGMA, 0, 2);
        assertThat(maps.scale(0, shown.colouring())).isEqualTo(fixed);
        assertThat(shown.grid().pixels()).contains(fixed.argb(1), fixed.argb(4));
        NodeMaps signed = bring(2, 0, 0, -3, 1, 0, 0, 0, 4);
        assertThat(signed.scale(0, look)).isEqualTo(new ColourScale(ColorMap.DIVERGING, -3, 3));
    }

    @Test
    void pinnedMapStaysAndIsSubtracted() throws Problem {
        inspector.open(NODE);
        bring(1, 1, 2, 3, 4, 0, 0, 0, 0);
        inspector.togglePin();
        bring(2, 5, 5, 5, 5, 1, 1, 1, 0);
        inspector.channelProperty().set(1);
        PinnedMap pinned = Objects.requireNonNull(inspector.pinnedProperty().get());
        assertThat(pinned.frame().index()).isEqualTo(1);
        assertThat(pinned.channel()).isZero();
        FeatureMaps now = Objects.requireNonNull(inspector.map());
        assertThat(pinned.difference(now).values()).containsExactly(0, -1, -2, -4);
        assertThat(pinned.scaleWith(now, Colouring.USUAL).high()).isEqualTo(4);
        assertThat(pinned.likeness(now)).isCloseTo(6 / Math.sqrt(3 * 30), within(1e-12));
        FeatureMaps other = new FeatureMaps(1, 1, 1, new float[] {3});
        assertThat(pinned.difference(other).values()).as("of another size").containsExactly(0.5f);
        ColourScale red = PinnedMap.differenceScale(pinned.difference(now), Colouring.USUAL);
        assertThat(red).isEqualTo(new ColourScale(ColorMap.DIVERGING, -4, 4));
        inspector.togglePin();
        assertThat(inspector.pinnedProperty().get()).isNull();
    }

    @Test
    void aCellSeesItsWindow() throws Problem {
        inspector.open("stem.conv2");
        inspector.cellProperty().set(new MapCell(10, 20));
        assertThat(inspector.windows())
                .containsEntry("stem.conv1", new ReceptiveWindow(19, 39, 21, 41))
                .containsEntry("image", new ReceptiveWindow(37, 77, 43, 83));
        network.set(null);
        assertThat(inspector.windows()).isEmpty();
    }

    @Test
    void valuesOfAnotherNodeComeTooLate() throws Problem {
        inspector.open(NODE);
        Glance late = glance;
        inspector.open("layer1.0");
        try (PipelineResult result = NodeResults.of(estimator, 1, Decoder.QUARTER)) {
            late.at(result, Map.of(NODE, Tensor.of(Shape.of(1, 1, 1, 1), 1)));
        }
        inspector.pulse();
        assertThat(inspector.shownProperty().get()).isNull();
    }

    /// The row of the decoder in use is the joint on the stage.
    @Test
    void everyDecodersRowIsWhatTheLivePathGivesUnderIt() throws Problem {
        for (Decoder decoder : Decoder.values()) {
            try (PipelineResult result = NodeResults.of(estimator, 3, decoder)) {
                var estimate = result.person().orElseThrow().estimate();
                for (int joint = 0; joint < 17; joint++) {
                    Decoding decoding =
                            Decoding.of(
                                    estimate.heatmaps(),
                                    estimate.geometry(),
                                    result.model(),
                                    3,
                                    joint);
                    Keypoint live = estimate.pose().keypoints().get(joint);
                    Decoding.Reading own =
                            decoding.readings().stream()
                                    .filter(r -> r.decoder() == decoder)
                                    .findFirst()
                                    .orElseThrow();
                    assertThat(own.picture().x()).isCloseTo(live.x(), within(1e-9));
                    assertThat(own.picture().y()).isCloseTo(live.y(), within(1e-9));
                    assertThat(own.picture().score()).isEqualTo(live.score());
                    FeatureMaps round = decoding.neighbourhood(7);
                    int x = decoding.peakX() - decoding.left(7);
                    int y = decoding.peakY() - decoding.top(7);
                    assertThat(round.cells()).isEqualTo(49);
                    assertThat(round.at(0, y, x))
                            .isEqualTo(decoding.map().at(0, decoding.peakY(), decoding.peakX()));
                }
            }
        }
    }

    @Test
    void figuresStandLongEnoughToBeRead() throws Problem {
        long[] clock = {0};
        DecodeViewModel decode = new DecodeViewModel(selection, paused, () -> clock[0]);
        decode.activeProperty().set(true);
        selection.jointProperty().set(2);
        long[] expected = {0, 0, 2, 3};
        long[] times = {0, 100_000_000, 250_000_000, 260_000_000};
        for (int frame = 0; frame < times.length; frame++) {
            clock[0] = times[frame];
            if (frame == 3) paused.set(true);
            try (PipelineResult result = NodeResults.of(estimator, frame, Decoder.QUARTER)) {
                decode.show(result);
            }
            Decoding shown = Objects.requireNonNull(decode.decodingProperty().get());
            assertThat(shown.frame()).isEqualTo(expected[frame]);
        }
        selection.jointProperty().set(Selection.NONE);
        assertThat(decode.decodingProperty().get()).isNull();
    }
}
