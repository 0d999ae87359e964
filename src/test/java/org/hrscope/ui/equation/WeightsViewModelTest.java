package org.hrscope.ui.equation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseModel;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.lab.Bundled;
import org.hrscope.ui.selection.Selection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kernels are read when the test says so: whoever has gone on by then sees nothing of them.
class WeightsViewModelTest {
    private static final String BLOCK = "layer1.0";

    @TempDir Path folder;

    private final Selection selection = new Selection();
    private final SimpleObjectProperty<@Nullable Anatomy> anatomy = new SimpleObjectProperty<>();
    private final Deque<Runnable> reading = new ArrayDeque<>();
    private final WeightsViewModel model =
            new WeightsViewModel(new Jobs(reading::add, Runnable::run), selection, anatomy);

    @BeforeEach
    void bundled() {
        anatomy.set(of(Bundled.file()));
    }

    private static Anatomy of(ModelFile file) {
        try {
            return new Anatomy(file, file.graph(), Set.of(BLOCK, "stem.conv1", "heatmaps"));
        } catch (Problem e) {
            throw new AssertionError(e);
        }
    }

    private void readAll() {
        while (!reading.isEmpty()) reading.remove().run();
    }

    private List<Integer> shape() {
        var kernel = model.kernelProperty().get();
        assertThat(kernel).isNotNull();
        return List.of(kernel.outputs(), kernel.inputs());
    }

    @Test
    void nothingIsReadWhileNobodyLooks() {
        selection.open(BLOCK);
        assertThat(reading).isEmpty();
        assertThat(model.layersProperty().get()).isEmpty();
        model.activeProperty().set(true);
        assertThat(reading).hasSize(1);
        assertThat(model.layersProperty().get()).hasSizeGreaterThan(2);
        assertThat(model.layerProperty().get())
                .as("the one that the node ends with")
                .isEqualTo(model.layersProperty().get().getLast());
        readAll();
        assertThat(model.kernelProperty().get()).isNotNull();
        model.activeProperty().set(false);
        assertThat(model.kernelProperty().get()).isNull();
        assertThat(model.layersProperty().get()).isEmpty();
    }

    @Test
    void theLastChoiceIsShownThoughTheOneBeforeIsReadLater() {
        model.activeProperty().set(true);
        selection.open("stem.conv1");
        Runnable slow = reading.remove();
        selection.open("heatmaps");
        readAll();
        List<Integer> heads = shape();
        assertThat(heads.getFirst()).isEqualTo(17);
        slow.run();
        assertThat(shape()).isEqualTo(heads);
        assertThat(model.problemProperty().get()).isNull();
    }

    /// The stem's kernel is 3 channels deep; it has no seventh input channel, as another has.
    @Test
    void anotherLayerBeginsAtItsFirstInput() {
        model.activeProperty().set(true);
        selection.open(BLOCK);
        readAll();
        model.inputProperty().set(7);
        model.layerProperty().set(model.layersProperty().get().getFirst());
        assertThat(model.inputProperty().get()).isZero();
        assertThat(model.kernelProperty().get()).as("until it is read").isNull();
        readAll();
        assertThat(model.kernelProperty().get()).isNotNull();
    }

    @Test
    void theOutputIsTheSelectedChannelAsFarAsThereIsOne() {
        model.activeProperty().set(true);
        assertThat(model.output()).isZero();
        selection.open("heatmaps");
        selection.channelProperty().set(16);
        assertThat(model.output()).as("before it is read").isZero();
        readAll();
        assertThat(model.output()).isEqualTo(16);
        selection.channelProperty().set(17);
        assertThat(model.output()).isEqualTo(16);
        selection.channelProperty().set(-1);
        assertThat(model.output()).isZero();
    }

    /// A file that was moved while the program runs.
    @Test
    void whyItCannotBeReadIsSaidOfThatNodeAlone() throws Exception {
        Path own = folder.resolve("own.onnx");
        Files.copy(Path.of("models/hrnet_w16_coco17_256x192.onnx"), own);
        try (PoseModel opened = new ModelOpener(ModelProfile.EMPTY).open(own)) {
            anatomy.set(of(opened.file()));
        }
        model.activeProperty().set(true);
        selection.open("stem.conv1");
        Files.delete(own);
        Runnable first = reading.remove();
        first.run();
        assertThat(model.problemProperty().get()).isNotNull();
        assertThat(model.problemProperty().get().key()).isEqualTo("file.missing");
        selection.open("heatmaps");
        assertThat(model.problemProperty().get()).isNull();
        Runnable late = reading.remove();
        // Nothing is read any more, so that no new job replaces the old one.
        selection.nodeProperty().set(null);
        late.run();
        assertThat(model.problemProperty().get()).isNull();
        assertThat(reading).isEmpty();
    }

    @Test
    void thePriorNetworksKernelsAreGoneWithIt() {
        model.activeProperty().set(true);
        selection.open("heatmaps");
        readAll();
        anatomy.set(of(Bundled.file()));
        assertThat(model.kernelProperty().get()).as("the other one's, of that name").isNull();
        assertThat(reading).hasSize(1);
        readAll();
        anatomy.set(null);
        assertThat(model.kernelProperty().get()).isNull();
        assertThat(model.isNormed()).isFalse();
        anatomy.set(of(Bundled.file()));
        assertThat(model.kernelProperty().get()).isNull();
        assertThat(reading).hasSize(1);
        readAll();
        assertThat(shape().getFirst()).isEqualTo(17);
    }
}
