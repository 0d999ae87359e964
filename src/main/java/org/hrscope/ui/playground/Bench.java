package org.hrscope.ui.playground;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.playground.Setting.Position;

/// Input, kernel and output side by side, the same cells lit in all; input and output to one scale, so that a stride is
/// seen. Where it is narrow the input lies over the other two. FX thread.
final class Bench extends GridPane {
    private final PlaygroundViewModel model;
    private final Texts texts;
    private final CellGrid input;
    private final CellGrid kernel;
    private final CellGrid bias;
    private final CellGrid output;
    private final GridPart inputPart;
    private final GridPart kernelPart;
    private final GridPart outputPart;
    private final Label biasName = new Label();
    private final Label times = sign("∗");
    private final Label equals = sign("=");

    Bench(PlaygroundViewModel model, Texts texts, Supplier<CellColours> colours) {
        this.model = model;
        this.texts = texts;
        input = new CellGrid(true, new InputHand(), colours);
        kernel = new CellGrid(true, new KernelHand(), colours);
        bias = new CellGrid(true, new BiasHand(), colours);
        output = new CellGrid(false, new OutputHand(), colours);
        inputPart = new GridPart(input, model::showInput);
        kernelPart = new GridPart(kernel, none -> {});
        outputPart = new GridPart(output, model::showOutput);
        biasName.getStyleClass().add("muted");
        HBox added = new HBox(biasName, bias);
        added.getStyleClass().add("bias-row");
        bias.setMinSize(44, 44);
        bias.size(44);
        kernelPart.getChildren().add(added);
        getStyleClass().add("bench");
        for (CellGrid grid : List.of(input, output, kernel)) {
            grid.widthProperty().addListener(size -> scale());
            grid.heightProperty().addListener(size -> scale());
        }
        arrange(true);
    }

    private static Label sign(String text) {
        Label sign = new Label(text);
        sign.getStyleClass().add("bench-sign");
        return sign;
    }

    void arrange(boolean wide) {
        getChildren().clear();
        if (wide) {
            addRow(0, inputPart, times, kernelPart, equals, outputPart);
        } else {
            add(inputPart, 0, 0, 3, 1);
            addRow(1, kernelPart, equals, outputPart);
        }
        setPrefHeight(wide ? 300 : 560);
        for (VBox part : List.of(inputPart, kernelPart, outputPart)) {
            setVgrow(part, Priority.ALWAYS);
            setHgrow(part, Priority.ALWAYS);
        }
        inputPart.setPrefWidth(400);
        kernelPart.setPrefWidth(180);
        outputPart.setPrefWidth(300);
    }

    void refresh() {
        Moment now = model.moment();
        Setting s = now.setting();
        int at = now.position().map(Position::channel).orElse(0);
        input.show(now.input(), words("playground.input"));
        kernel.show(now.kernel(), words("playground.kernel"));
        output.show(now.output(), words("playground.output"));
        now.position().ifPresent(p -> output.choose(p.row(), p.column()));
        double added = now.convolution().bias(at);
        Cells.Kind kind = s.bias() ? Cells.Kind.PLAIN : Cells.Kind.PAD;
        bias.show(
                new Cells(1, 1, List.of(new Cells.Cell(added, kind, Cells.Light.NONE)), null),
                (row, column) -> texts.get("playground.bias"));
        biasName.setText("+ " + texts.get("playground.bias"));
        String channel = texts.get("playground.channel");
        int inputs = s.get(Parameter.INPUT_CHANNELS);
        int outputs = s.get(Parameter.OUTPUT_CHANNELS);
        int first = s.firstRead(at);
        inputPart.show(
                size("playground.input", s.height().input(), s.width().input()),
                channel,
                inputs,
                now.shown(),
                i -> i >= first && i < first + s.depth());
        kernelPart.show(
                size("playground.kernel", s.height().kernel(), s.width().kernel()),
                inputs * outputs == 1
                        ? ""
                        : texts.get("playground.kernel.reads", at + 1, now.shown() + 1));
        outputPart.show(
                size("playground.output", s.height().output(), s.width().output()),
                channel,
                outputs,
                at,
                i -> true);
        scale();
    }

    private String size(String key, int rows, int columns) {
        return texts.get(key) + "  " + rows + " × " + columns;
    }

    private BiFunction<Integer, Integer, String> words(String key) {
        return (row, column) -> texts.get("playground.cell", texts.get(key), row + 1, column + 1);
    }

    private void scale() {
        double both =
                Math.min(
                        input.fit(input.getWidth(), input.getHeight()),
                        output.fit(output.getWidth(), output.getHeight()));
        input.size(both);
        output.size(both);
        kernel.size(kernel.fit(kernel.getWidth(), kernel.getHeight()));
    }

    private final class InputHand implements CellGrid.Hand {
        @Override
        public void choose(int row, int column) {}

        @Override
        public void edit(int row, int column, double value) {
            model.editInput(row, column, value);
        }
    }

    private final class KernelHand implements CellGrid.Hand {
        @Override
        public void choose(int row, int column) {
            model.point(row * model.setting().width().kernel() + column);
        }

        @Override
        public void edit(int row, int column, double value) {
            model.editKernel(row, column, value);
        }

        @Override
        public void leave() {
            model.point(-1);
        }
    }

    private final class BiasHand implements CellGrid.Hand {
        @Override
        public void choose(int row, int column) {}

        @Override
        public void edit(int row, int column, double value) {
            model.editBias(value);
        }
    }

    private final class OutputHand implements CellGrid.Hand {
        @Override
        public void choose(int row, int column) {
            model.seek(row, column);
        }

        @Override
        public void edit(int row, int column, double value) {}
    }
}
