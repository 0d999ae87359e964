package org.hrscope.ui.opening;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.hrscope.domain.ModelInfo;
import org.hrscope.hrnet.Grown;
import org.hrscope.hrnet.PartNames;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.FileDialog;
import org.hrscope.ui.common.GrownText;
import org.hrscope.ui.common.PanelHead;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.TextButton;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lab.Dissected;
import org.hrscope.ui.player.LiveViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/// Input and output of the network in use, and ways to open another. FX thread.
public final class ModelPanel extends VBox {
    private final Opener opener;
    private final Texts texts;
    private final GridPane facts = Styled.as(new GridPane(), "facts");

    /// @param network the network in use as it can be taken apart; null until it is read
    /// @param library opens the published networks
    /// @param compare with which network to compare
    public ModelPanel(
            LiveViewModel live,
            Opener opener,
            ObservableValue<@Nullable Dissected> network,
            Texts texts,
            Runnable library,
            Node compare) {
        this.opener = opener;
        this.texts = texts;
        getStyleClass().add("model-panel");
        Callable<String> words = () -> name(live.modelProperty().get(), network.getValue());
        PanelHead head = new PanelHead(texts.of(words, live.modelProperty(), network));
        Button published = new TextButton(texts, "model.library", library);
        published.setGraphic(new FontIcon(MaterialDesignB.BOOKSHELF));
        Button open = new TextButton(texts, "model.open", this::choose);
        Button bundled = new TextButton(texts, "model.bundled", () -> opener.useModel(null));
        GrownSizes sizes = new GrownSizes(texts, opener::grow);
        sizes.follow(network);
        // As wide as the buttons above and below.
        for (Node size : sizes.getChildren()) {
            ((Button) size).prefWidthProperty().bind(sizes.widthProperty());
        }
        sizes.setMinWidth(0);
        PartNames none = new PartNames(Map.of());
        ObservableValue<PartNames> parts =
                network.map(now -> now.net().map(PartNames::of).orElse(none)).orElse(none);
        FasterPane faster = new FasterPane(texts, opener.faster(), live.modelFileProperty(), parts);
        VBox buttons = new VBox(published, open, bundled, sizes, faster, compare);
        for (Button button : List.of(published, open, bundled)) {
            button.setMaxWidth(Double.MAX_VALUE);
        }
        buttons.getStyleClass().add("button-row");
        Label note = Paragraph.muted(texts, "model.note");
        getChildren().addAll(head, facts, buttons, note, new FinderChoice(opener, texts));
        Changes.now(
                () -> show(live.modelProperty().get()),
                live.modelProperty(),
                texts.languageProperty());
    }

    private String name(@Nullable ModelInfo model, @Nullable Dissected network) {
        if (model == null) return texts.get("model.opening");
        Grown grown =
                network != null && network.file().info().equals(model)
                        ? network.grown().orElse(null)
                        : null;
        return new GrownText(texts, grown).name(model.name());
    }

    private void show(@Nullable ModelInfo model) {
        facts.getChildren().clear();
        if (model == null) return;
        fact(
                "model.input",
                Texts.format("1 × 3 × %d × %d", model.inputHeight(), model.inputWidth()));
        fact(
                "model.output",
                Texts.format(
                        "1 × %d × %d × %d",
                        model.joints(), model.heatmapHeight(), model.heatmapWidth()));
        fact("model.joints", model.joints() + " (" + model.skeleton().id() + ")");
        fact("model.order", model.rgb() ? "RGB" : "BGR");
        fact("model.mean", numbers(model.mean()));
        fact("model.std", numbers(model.std()));
        fact("model.decoder", texts.get("decoder." + model.decoder().id()));
    }

    private static String numbers(List<Float> values) {
        return values.stream().map(v -> Texts.format("%.3f", v)).collect(Collectors.joining("  "));
    }

    private void fact(String key, String value) {
        Label name = Styled.as(new Label(texts.get(key)), "muted");
        Label text = Styled.as(new Label(value), "fact-value");
        facts.addRow(facts.getRowCount(), name, text);
    }

    private void choose() {
        new FileDialog(getScene().getWindow(), texts.get("model.open"))
                .kind("ONNX, PyTorch", "*.onnx", "*.pth", "*.pt", "*.pth.tar")
                .open()
                .ifPresent(file -> opener.open(file.toString()));
    }
}
