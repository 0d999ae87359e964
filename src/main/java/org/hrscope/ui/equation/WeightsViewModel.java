package org.hrscope.ui.equation;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.hrscope.domain.Problem;
import org.hrscope.onnx.OnnxConvolution;
import org.hrscope.onnx.OnnxKernel;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.selection.Selection;
import org.jspecify.annotations.Nullable;

/// The kernels of the open node's convolutions, one convolution at a time, while somebody looks. FX thread; the file is
/// read in the background.
public final class WeightsViewModel {
    private final Jobs jobs;
    private final Selection selection;
    private final ObservableValue<@Nullable Anatomy> anatomy;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<String>> layers =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<@Nullable String> layer = new SimpleObjectProperty<>();
    private final IntegerProperty input = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<@Nullable OnnxKernel> kernel =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    /// @param anatomy of the network on the map
    public WeightsViewModel(
            Jobs jobs, Selection selection, ObservableValue<@Nullable Anatomy> anatomy) {
        this.jobs = jobs;
        this.selection = selection;
        this.anatomy = anatomy;
        Changes.of(this::find, selection.nodeProperty(), anatomy, active);
        Changes.of(this::read, layer);
    }

    /// The output channel, where it is the node's own; set by the selection.
    int output() {
        OnnxKernel shown = kernel.get();
        int last = shown == null ? 0 : shown.outputs() - 1;
        return Math.clamp(selection.channelProperty().get(), 0, last);
    }

    IntegerProperty channelProperty() {
        return selection.channelProperty();
    }

    private void find() {
        Anatomy known = anatomy.getValue();
        String node = selection.nodeProperty().get();
        boolean looks = active.get() && known != null && node != null;
        List<String> found = looks ? known.convolutions(node) : List.of();
        // The same name may be another network's.
        layer.set(null);
        layers.set(found);
        layer.set(found.isEmpty() ? null : found.getLast());
    }

    private void read() {
        Anatomy known = anatomy.getValue();
        String wanted = layer.get();
        OnnxConvolution convolution =
                known == null || wanted == null ? null : known.convolution(wanted);
        kernel.set(null);
        problem.set(null);
        input.set(0);
        // What is still being read says nothing about this one, nor why it cannot be read.
        jobs.cancel(this);
        if (known == null || convolution == null) return;
        jobs.run(
                Job.Name.latest(this),
                progress -> known.kernel(convolution),
                Jobs.Outcome.of(kernel::set, problem::set));
    }

    /// Whether batch norm follows as a node of its own, not folded into the kernel.
    boolean isNormed() {
        Anatomy known = anatomy.getValue();
        OnnxKernel shown = kernel.get();
        return known != null && shown != null && known.isNormed(shown.convolution());
    }

    /// Whether the view is visible.
    public BooleanProperty activeProperty() {
        return active;
    }

    /// Outputs of the node's convolutions, in order of computation; empty if it has none.
    ReadOnlyObjectProperty<List<String>> layersProperty() {
        return layers.getReadOnlyProperty();
    }

    /// The one shown.
    ObjectProperty<@Nullable String> layerProperty() {
        return layer;
    }

    /// The input channel whose kernels are shown, counted within the group.
    IntegerProperty inputProperty() {
        return input;
    }

    /// Null until it is read.
    ReadOnlyObjectProperty<@Nullable OnnxKernel> kernelProperty() {
        return kernel.getReadOnlyProperty();
    }

    /// Why the kernels cannot be shown.
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
