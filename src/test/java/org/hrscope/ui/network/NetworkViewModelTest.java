package org.hrscope.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hrscope.capture.FramePool;
import org.hrscope.convert.RandomNetwork;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.inference.KernelTimes;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.lab.Lab;
import org.hrscope.ui.network.NetworkViewModel.Direction;
import org.hrscope.ui.selection.Selection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Going through the map by keyboard, and folding times onto it. Without a toolkit.
class NetworkViewModelTest {
    private static ModelFile file;
    private static OpenedNetwork bundled;

    @TempDir private Path folder;

    private final Selection selection = new Selection();
    private final Lab lab = new Lab(new Jobs(Runnable::run, Runnable::run), problem -> {});
    private final NetworkViewModel model = new NetworkViewModel(selection, lab);

    @BeforeAll
    static void open() throws Problem {
        try (var opened = new ModelOpener(ModelProfile.EMPTY).bundled()) {
            file = opened.file();
        }
        bundled = OpenedNetwork.of(file);
    }

    @BeforeEach
    void show() {
        model.show(bundled);
    }

    private String go(String from, Direction step, boolean aside) {
        selection.nodeProperty().set(from);
        model.step(step, aside);
        return String.valueOf(selection.nodeProperty().get());
    }

    @Test
    void firstStepSelectsThePicture() {
        model.step(Direction.RIGHT, false);
        assertThat(selection.nodeProperty().get()).isEqualTo("image");
    }

    @Test
    void rightLeadsFromThePictureToTheHeatmaps() {
        List<String> way = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            model.step(Direction.RIGHT, false);
            String at = String.valueOf(selection.nodeProperty().get());
            if (!way.contains(at)) way.add(at);
        }
        assertThat(way)
                .containsExactly(
                        "image",
                        "stem.conv1",
                        "stem.conv2",
                        "layer1.0",
                        "layer1.1",
                        "layer1.2",
                        "layer1.3",
                        "transition1.0",
                        "stage2.0.branches.0",
                        "stage2.0.fused.0",
                        "stage3.0.branches.0",
                        "stage3.0.fused.0",
                        "stage3.1.branches.0",
                        "stage3.1.fused.0",
                        "stage4.0.branches.0",
                        "stage4.0.fused.0",
                        "stage4.1.branches.0",
                        "stage4.1.fused.0",
                        "heatmaps");
    }

    @Test
    void arrowsGoAlongAndAcross() {
        assertThat(go("stage3.0.fused.1", Direction.LEFT, false)).isEqualTo("stage3.0.branches.1");
        assertThat(go("stage3.0.branches.1", Direction.DOWN, false))
                .isEqualTo("stage3.0.branches.2");
        assertThat(go("stage3.0.branches.1", Direction.UP, false)).isEqualTo("stage3.0.branches.0");
        assertThat(go("layer1.3", Direction.DOWN, false)).isEqualTo("transition1.1");
        assertThat(go("stage2.0.fused.1", Direction.DOWN, false)).isEqualTo("transition2.2");
        assertThat(go("stage2.0.branches.0", Direction.RIGHT, true))
                .isEqualTo("stage2.0.fuse_layers.1.0");
        assertThat(go("stage2.0.fuse_layers.1.0", Direction.RIGHT, false))
                .isEqualTo("stage2.0.fused.1");
        assertThat(go("stage2.0.fuse_layers.1.0", Direction.UP, false))
                .isEqualTo("stage2.0.fuse_layers.0.1");
        assertThat(go("stage4.1.branches.3", Direction.RIGHT, false))
                .isEqualTo("stage4.1.fuse_layers.0.3");
        assertThat(go("heatmaps", Direction.RIGHT, false)).isEqualTo("heatmaps");
    }

    @Test
    void aSelectionThatTheNextNetworkHasStays() {
        selection.open("layer1.2");
        model.show(bundled);
        assertThat(selection.nodeProperty().get()).isEqualTo("layer1.2");
        assertThat(selection.openedProperty().get()).isTrue();
        selection.open("of another network");
        model.show(bundled);
        assertThat(selection.nodeProperty().get()).isNull();
        assertThat(selection.openedProperty().get()).isFalse();
    }

    @Test
    void kernelsCountWhereTheyBelong() {
        Map<String, Long> kernels =
                Map.of(
                        "layer1.0.conv1", 2_000_000L,
                        "layer1.0.downsample", 1_000_000L,
                        "stage3.0.fuse_layers.2.0.0", 500_000L,
                        "ReorderOutput", 70_000L);
        BlockTimes times = BlockTimes.of(bundled, new KernelTimes(kernels, 4_000_000));
        assertThat(times.nanos())
                .isEqualTo(Map.of("layer1.0", 3_000_000L, "stage3.0.fuse_layers.2.0", 500_000L));
        assertThat(times.other()).isEqualTo(70_000);
        assertThat(times.byTime(bundled.map()))
                .extracting(MapNode::name)
                .containsExactly("layer1.0", "stage3.0.fuse_layers.2.0");
        MapNode first = bundled.map().node("layer1.0").orElseThrow();
        assertThat(times.gigaPerSecond(first)).isEqualTo(first.multiplyAdds() / 3e6);
    }

    @Test
    void whatTheRuntimeSaysIsWhollyTold() throws Exception {
        agrees(bundled);
        Path w8 = folder.resolve("w8.onnx");
        HrNetSpec spec = HrNetSpec.published(HrNetSpec.Version.V1, 8, 17);
        try (var opened =
                new ModelOpener(ModelProfile.EMPTY).open(RandomNetwork.write(spec, 256, 192, w8))) {
            agrees(OpenedNetwork.of(opened.file()));
        }
    }

    private static void agrees(OpenedNetwork network) throws Problem {
        var frame = new FramePool().frame(320, 240, new Frame.Origin("black", 0, 0), pixels -> {});
        CropGeometry crop =
                CropGeometry.of(
                        BoundingBox.wholePicture(320, 240), network.file().info(), Decoder.QUARTER);
        KernelTimes kernels =
                Objects.requireNonNull(
                        KernelTimes.measure(network.file(), frame, crop, 3, done -> true));
        assertThat(kernels.nanos().keySet())
                .filteredOn(name -> !network.kernels().containsKey(name))
                .allMatch(name -> name.startsWith("Reorder"));
        BlockTimes times = BlockTimes.of(network, kernels);
        List<String> convolving =
                network.map().nodes().stream()
                        .filter(node -> node.multiplyAdds() > 0)
                        .map(MapNode::name)
                        .toList();
        assertThat(times.nanos()).containsKeys(convolving.toArray(new String[0]));
    }
}
