package org.hrscope.ui.explain;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.explain.Explanation.Figures;
import org.hrscope.ui.markdown.MarkdownView;
import org.hrscope.ui.markdown.TermPopOver;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The panel: the node's name and shapes, article, cost, arithmetic and code. FX thread.
public final class ExplainPanel extends ScrollPane {
    private final ExplainViewModel model;
    private final Texts texts;
    private final TermPopOver terms;
    private final StepText steps;
    private final VBox content = Styled.as(new VBox(), "explain-content");
    private final Button copy;
    private final Button back;
    private final Label example = new Label();
    private String shown = "";

    public ExplainPanel(ExplainViewModel model, Controls controls, Texts texts, Theme theme) {
        this.model = model;
        this.texts = texts;
        terms = new TermPopOver(texts, theme);
        steps = new StepText(texts);
        copy = controls.button(MaterialDesignC.CONTENT_COPY, "explain.copy", this::copy);
        back = controls.button(MaterialDesignC.CLOSE, "explain.leave", model::leaveNode);
        getStyleClass().add("explain");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Paragraph.of(example);
        example.textProperty()
                .bind(
                        texts.of(
                                () -> {
                                    RoundedValue value = model.exampleProperty().get();
                                    return value == null ? "" : value.text(texts);
                                },
                                model.exampleProperty()));
        example.managedProperty().bind(example.textProperty().isNotEmpty());
        model.activeProperty().bind(sceneProperty().isNotNull());
        model.explanationProperty().subscribe(this::show);
    }

    private void show(@Nullable Explanation explanation) {
        content.getChildren().clear();
        if (explanation == null) return;
        if (!explanation.name().isEmpty()) add(head(explanation));
        add(markdown(explanation.article(), "article"));
        Figures figures = explanation.figures();
        if (figures != null) {
            section("explain.costs");
            add(new FiguresView(figures, texts, this::follow));
        }
        List<Computation> all = explanation.steps();
        if (!all.isEmpty()) section("explain.steps");
        for (Computation step : all) {
            add(markdown(steps.of(step, step == all.getFirst()), "step"));
        }
        if (!explanation.rounding().isEmpty()) {
            section("explain.rounded");
            add(markdown(explanation.rounding(), "article"));
            add(example);
        }
        if (!explanation.code().isEmpty()) {
            section("explain.code");
            add(markdown(explanation.code(), "snippet"));
        }
        if (!shown.equals(explanation.name())) setVvalue(0);
        shown = explanation.name();
    }

    private HBox head(Explanation explanation) {
        Label name = Paragraph.of(new Label(explanation.name()));
        name.getStyleClass().add("explain-name");
        Label shapes = Paragraph.of(new Label(unbroken(explanation.shapes())));
        shapes.getStyleClass().add("explain-shapes");
        Label order = Styled.as(new Label(texts.get("explain.order")), "explain-order");
        VBox words = new VBox(name, shapes, order);
        HBox.setHgrow(words, Priority.ALWAYS);
        return Styled.as(new HBox(words, copy, back), "explain-head");
    }

    /// Where it is too long for a line, what comes out begins the next.
    private static String unbroken(String shapes) {
        return shapes.replace(" × ", "\u00a0×\u00a0");
    }

    private void copy() {
        Explanation explanation = model.explanationProperty().get();
        if (explanation == null) return;
        String page = PageText.of(explanation, steps);
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, page));
    }

    private void add(Node node) {
        content.getChildren().add(node);
    }

    private void section(String key) {
        Label title = Styled.as(new Label(texts.get(key)), "explain-section");
        add(title);
    }

    private MarkdownView markdown(String text, String style) {
        MarkdownView view = new MarkdownView();
        view.getStyleClass().add(style);
        view.setOnLink(this::follow);
        view.show(text);
        return view;
    }

    private void follow(String link, Node from) {
        if (!model.follow(link)) terms.show(link, from);
    }
}
