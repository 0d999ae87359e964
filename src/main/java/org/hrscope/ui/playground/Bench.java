package org.hrscope.ui.playground;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.playground.Cells.Cell;
import org.hrscope.ui.playground.Setting.Position;

/// Input, kernel and output side by side, the same cells highlighted in each; input and output share one scale, so that
/// a stride shows. In a narrow window the input is above the other two. Its size does not depend on the grids. FX
/// thread.
final class Bench extends GridPane {
    /// Of a kernel's cell to the others: weights have more digits.
    private static final double KERNEL_SCALE = 1.3;

    private static final double KERNEL_LEAST = 34;

    /// Above this many, channels have no switch each.
    private static final int MANY = 8;

    private final PlaygroundViewModel model;
    private final Texts texts;
    private final CellGrid input;
    private final CellGrid kernel;
    private final CellGrid bias;
    private final CellGrid output;
    private final GridPart inputPart;
    private final GridPart kernelPart;
    private final GridPart outputPart;
    private boolean wide = true;
    private final Label plus = new Label();
    private final HBox added;
    private final Label times = sign("∗");
    private final Label equals = sign("=");

    Bench(PlaygroundViewModel model, Texts texts, Supplier<CellColours> colours) {
        this.model = model;
        this.texts = texts;
        input = new CellGrid(colours);
        kernel = new CellGrid(colours);
        bias = new CellGrid(colours);
        output = new CellGrid(colours);
        input.setOnEntry(model::editInput);
        kernel.setOnEntry(model::editKernel);
        kernel.setOnChoice(model::point);
        kernel.setOnLeft(() -> model.point(-1, 0));
        bias.setOnEntry((row, column, value) -> model.editBias(value));
        output.setOnChoice(model::seek);
        inputPart = new GridPart(input, model::showInput);
        kernelPart = new GridPart(kernel, none -> {});
        outputPart = new GridPart(output, model::showOutput);
        bias.setMinSize(40, 40);
        bias.size(40);
        added = Styled.as(new HBox(plus, bias), "bias-row");
        kernelPart.getChildren().add(added);
        getStyleClass().add("bench");
        for (CellGrid grid : List.of(input, output, kernel)) {
            setVgrow(grid.getParent(), Priority.ALWAYS);
            Changes.of(this::scale, grid.widthProperty(), grid.heightProperty());
        }
        Changes.of(this::scale, kernel.layoutYProperty(), times.heightProperty());
    }

    private static Label sign(String text) {
        Label sign = Styled.as(new Label(text), "bench-sign");
        setValignment(sign, VPos.TOP);
        return sign;
    }

    /// @param height visible height
    void room(double height) {
        setPrefHeight(wide ? Math.clamp(height * 0.4, 250, 520) : 640);
    }

    /// Returns whether that is a change.
    boolean arrange(boolean side) {
        if (wide == side && !getChildren().isEmpty()) return false;
        wide = side;
        getChildren().clear();
        getColumnConstraints().clear();
        for (int share : wide ? new int[] {38, 4, 20, 4, 34} : new int[] {6, 40, 6, 48}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            getColumnConstraints().add(column);
        }
        setColumnSpan(inputPart, wide ? 1 : 4);
        if (wide) {
            addRow(0, inputPart, times, kernelPart, equals, outputPart);
        } else {
            add(inputPart, 0, 0);
            addRow(1, times, kernelPart, equals, outputPart);
        }
        return true;
    }

    void refresh() {
        Moment now = model.moment();
        Setting s = now.setting();
        int at = now.position().map(Position::channel).orElse(0);
        int inputs = s.get(Parameter.INPUT_CHANNELS);
        int outputs = s.get(Parameter.OUTPUT_CHANNELS);
        int first = s.firstRead(at);
        show(inputPart, input, "playground.input", now.input());
        show(kernelPart, kernel, "playground.kernel", now.kernel());
        show(outputPart, output, "playground.output", now.output());
        String size = "  " + s.height().input() + " × " + s.width().input();
        inputPart.title(texts.get("playground.input") + size);
        String channel = texts.get("playground.channel");
        LayerPatch real = model.patchProperty().get();
        int lowest = real == null ? 1 : real.first();
        if (inputs > MANY) inputPart.channels(channel, lowest, inputs, now.shown());
        else {
            inputPart.channels(
                    channel, inputs, now.shown(), i -> i >= first && i < first + s.depth());
        }
        outputPart.channels(channel, outputs, at, i -> true);
        String which =
                real == null
                        ? texts.get("playground.kernel.reads", at + 1, now.shown() + 1)
                        : texts.get(
                                "playground.kernel.reads",
                                real.channel(),
                                real.first() + now.shown());
        kernelPart.note(inputs * outputs == 1 ? "" : which);
        now.position().ifPresent(p -> output.choose(p.row(), p.column()));
        Cell sum = new Cell(now.convolution().bias(at), Cells.Kind.PLAIN, Cells.Light.NONE);
        plus.setText("+ " + texts.get("playground.bias"));
        bias.show(new Cells(1, 1, List.of(sum), null), texts.get("playground.bias"));
        added.setVisible(s.bias());
        scale();
    }

    private void show(GridPart part, CellGrid grid, String key, Cells cells) {
        String size = cells.rows() == 0 ? "–" : cells.rows() + " × " + cells.columns();
        part.title(texts.get(key) + "  " + size);
        grid.show(cells, texts.get("playground.cell", texts.get(key), "%d", "%d"));
    }

    private void scale() {
        double both = Math.min(input.fit(), output.fit());
        input.size(both);
        output.size(both);
        // Not so large that it looks like the main thing.
        kernel.size(Math.min(kernel.fit(), Math.max(KERNEL_LEAST, KERNEL_SCALE * both)));
        double top = kernel.getLayoutY() + kernel.middle() - times.getHeight() / 2;
        for (Label sign : List.of(times, equals)) sign.setTranslateY(Math.max(0, top));
    }
}
