package org.hrscope.ui.equation;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Problem;
import org.hrscope.onnx.OnnxKernel;
import org.hrscope.pixels.ColourScale;
import org.hrscope.pixels.TensorStatistics;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.PointedValues;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.maps.ScaleView;
import org.jspecify.annotations.Nullable;

/// The kernels of the open node's convolutions, with their statistics. A click on a kernel selects its channel. FX
/// thread.
public final class WeightsView extends VBox {
    private static final String[] FIGURES = {"min", "mean", "max", "deviation", "small"};

    /// Of the largest weight: below it, a weight counts as near zero.
    private static final double SMALL = 0.01;

    private final WeightsViewModel model;
    private final Texts texts;
    private final ComboBox<String> layer = new ComboBox<>();
    private final Spinner<Integer> input = new Spinner<>(0, 0, 0);
    private final Label slice;
    private final Label what = Styled.as(new Label(), "muted");
    private final PointedValues pointed = new PointedValues();
    private final Label[] figures = new Label[FIGURES.length];
    private final ScaleView scale;
    private final KernelSheet sheet;
    private final VBox content = Styled.as(new VBox(), "weights");
    private ColourScale colours = ColourScale.signed(1);
    private @Nullable OnnxKernel counted;
    private boolean filling;

    public WeightsView(WeightsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        scale = new ScaleView(texts, 26);
        getStyleClass().add("weights");
        sheet = new KernelSheet(model.channelProperty()::set, hover());
        sheet.accessibleTextProperty().bind(texts.of("inspector.view.weights.about"));
        VBox.setVgrow(sheet, Priority.ALWAYS);
        Paragraph.of(what);
        slice = new Caption(texts, "weights.input", "muted");
        input.setPrefWidth(90);
        layer.valueProperty()
                .subscribe((_, now) -> {
                    if (!filling && now != null) model.layerProperty().set(now);
                });
        input.valueProperty()
                .subscribe((_, now) -> {
                    if (!filling && now != null) model.inputProperty().set(now);
                });
        Presence.ofVisible(layer, slice, input);
        HBox tools = Styled.as(new HBox(layer, slice, input), "weights-tools");
        content.getChildren().addAll(sheet, pointed, statistics(), scale);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(tools, what, content);
        Changes.now(
                this::show,
                model.layersProperty(),
                model.kernelProperty(),
                model.problemProperty(),
                model.inputProperty(),
                model.channelProperty(),
                texts.languageProperty());
    }

    private GridPane statistics() {
        GridPane grid = Styled.as(new GridPane(), "channel-figures");
        for (int i = 0; i < FIGURES.length; i++) {
            String key = i < 4 ? "inspector." + FIGURES[i] : "weights.small";
            figures[i] = new Label();
            figures[i].getStyleClass().add("meter-value");
            grid.add(new VBox(new Caption(texts, key, "meter-name"), figures[i]), i, 0);
        }
        return grid;
    }

    private KernelSheet.Hover hover() {
        return new KernelSheet.Hover() {
            @Override
            public void at(int output, int of, int y, int x) {
                OnnxKernel kernel = model.kernelProperty().get();
                if (kernel != null) point(kernel, output, of, y, x);
            }

            @Override
            public void nothing() {
                pointed.words(texts.get("weights.point"));
            }
        };
    }

    private void point(OnnxKernel kernel, int output, int of, int y, int x) {
        String value =
                IntStream.range(of < 0 ? 0 : of, of < 0 ? kernel.inputs() : of + 1)
                        .mapToObj(i -> ScaleView.number(kernel.at(output, i, y, x)))
                        .collect(Collectors.joining("  "));
        String from = of < 0 ? "RGB" : "" + (kernel.firstInput(output) + of);
        pointed.values(texts.get("weights.at", "" + output, from, "" + y, "" + x, value));
    }

    private void show() {
        filling = true;
        layer.getItems().setAll(model.layersProperty().get());
        layer.setValue(model.layerProperty().get());
        layer.setVisible(layer.getItems().size() > 1);
        OnnxKernel kernel = model.kernelProperty().get();
        content.setVisible(kernel != null);
        boolean slices =
                kernel != null
                        && kernel.inputs() > 1
                        && !KernelSheet.isColours(kernel)
                        && !KernelSheet.isMatrix(kernel);
        slice.setVisible(slices);
        input.setVisible(slices);
        if (kernel == null) {
            what.setText(why());
        } else {
            int last = kernel.inputs() - 1;
            int of = Math.clamp(model.inputProperty().get(), 0, last);
            var bounds = new IntegerSpinnerValueFactory(0, last, of);
            bounds.setWrapAround(true);
            input.setValueFactory(bounds);
            fill(kernel, of);
        }
        filling = false;
    }

    private String why() {
        Problem problem = model.problemProperty().get();
        if (problem != null) return problem.message(texts.language());
        boolean none = model.layersProperty().get().isEmpty();
        return texts.get(none ? "weights.none" : "inspector.waiting");
    }

    private void fill(OnnxKernel of, int slices) {
        String form =
                KernelSheet.isColours(of)
                        ? "colours"
                        : KernelSheet.isMatrix(of) ? "matrix" : "slices";
        what.setText(
                texts.get(
                                "weights.what",
                                "" + of.outputs(),
                                "" + of.inputs(),
                                of.height() + " × " + of.width())
                        + texts.get("weights." + form)
                        + texts.get(model.isNormed() ? "weights.norm" : "weights.folded"));
        if (of != counted) count(of);
        sheet.show(of, slices, model.output(), colours);
        pointed.words(texts.get("weights.point"));
    }

    /// Over all weights: slow enough to do once.
    private void count(OnnxKernel of) {
        counted = of;
        colours = KernelSheet.scale(of);
        float[] all = of.weight().toArray();
        TensorStatistics about = TensorStatistics.of(all, 0, all.length);
        double[] values = {about.min(), about.mean(), about.max(), about.deviation()};
        for (int i = 0; i < values.length; i++) figures[i].setText(ScaleView.number(values[i]));
        int small = 0;
        for (float value : all) if (Math.abs(value) < SMALL * about.reach()) small++;
        figures[4].setText(Texts.format("%.1f%%", 100.0 * small / all.length));
        scale.show(new FeatureMaps(1, 1, all.length, all), colours);
    }
}
