package org.hrscope.ui.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Problem;
import org.hrscope.pixels.ColourScale;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.PointedValues;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.equation.Equation.Kind;
import org.hrscope.ui.equation.Equation.Term;
import org.hrscope.ui.equation.EquationViewModel.Subject;
import org.hrscope.ui.maps.FeatureMapView;
import org.hrscope.ui.maps.MapCell;
import org.hrscope.ui.maps.ScaleView;
import org.jspecify.annotations.Nullable;

/// An equation in maps, all on one scale: its terms, their sum, and what ReLU leaves of it. The numbers of the cell
/// under the pointer stand under each and in one line. FX thread.
public final class EquationView extends VBox {

    /// What a map's pointer and menu do.
    ///
    /// @param view makes the view of a value's cells from its name, which is null where the network has no such value
    public record Pointing(
            ObjectProperty<@Nullable MapCell> cell,
            Function<@Nullable String, FeatureMapView> view) {}

    private record Piece(
            String sign,
            String brief,
            String full,
            @Nullable String value,
            FeatureMaps map,
            @Nullable Runnable open) {}

    private final EquationViewModel model;
    private final Pointing pointing;
    private final Texts texts;
    private final EquationWords words;
    private final Label title = new Label();
    private final FlowPane links = new FlowPane(8, 2);
    private final TileFlow tiles = new TileFlow();
    private final PointedValues numbers = new PointedValues();
    private final ScaleView scale = new ScaleView();
    private List<@Nullable String> shown = List.of();

    public EquationView(EquationViewModel model, Pointing pointing, Texts texts) {
        this.model = model;
        this.pointing = pointing;
        this.texts = texts;
        words = new EquationWords(texts);
        getStyleClass().add("equation");
        title.getStyleClass().add("equation-formula");
        Paragraph.of(title);
        Paragraph.of(numbers);
        links.managedProperty().bind(links.visibleProperty());
        VBox.setVgrow(tiles, Priority.ALWAYS);
        getChildren().addAll(title, links, tiles, numbers, scale);
        Changes.of(this::point, pointing.cell());
        Changes.now(
                this::show,
                model.subjectProperty(),
                model.equationProperty(),
                model.problemProperty(),
                texts.languageProperty());
    }

    private void show() {
        Equation equation = model.equationProperty().get();
        Subject subject = model.subjectProperty().get();
        boolean there = equation != null;
        for (var each : List.of(tiles, numbers, scale)) each.setVisible(there);
        links(subject);
        if (equation != null) {
            String channel = texts.get("equation.channel", equation.channel());
            title.setText(
                    words.formula(equation) + "\u00a0 ·\u00a0" + channel.replace(' ', '\u00a0'));
            fill(equation);
        } else {
            title.setText(subject == null ? "" : why(subject));
            shown = List.of();
            tiles.getChildren().clear();
        }
        title.getStyleClass().remove("muted");
        if (!there) title.getStyleClass().add("muted");
        point();
    }

    private String why(Subject subject) {
        Problem problem = model.problemProperty().get();
        if (problem != null) return problem.message(texts.language());
        if (!(subject.derivation() instanceof Derivation.Other other)) {
            return texts.get("inspector.waiting");
        }
        String key = other.operator().isEmpty() ? "equation.input" : "equation.other";
        return texts.get(key, subject.value(), other.operator());
    }

    /// Ways on from a value that is not a sum, and back to the open node.
    private void links(@Nullable Subject subject) {
        links.getChildren().clear();
        if (subject == null) return;
        if (model.isInside())
            links.getChildren().add(link(texts.get("equation.back"), model::back));
        if (subject.derivation() instanceof Derivation.Other other) {
            for (String input : other.inputs()) {
                links.getChildren().add(link(input, () -> model.follow(input, Term.MEAN)));
            }
        }
        links.setVisible(!links.getChildren().isEmpty());
    }

    private static Hyperlink link(String text, Runnable action) {
        Hyperlink link = new Hyperlink(text);
        link.setOnAction(event -> action.run());
        return link;
    }

    private List<Piece> pieces(Equation of) {
        List<Piece> pieces = new ArrayList<>();
        List<Term> all = new ArrayList<>(of.steps());
        all.addAll(of.terms());
        for (Term term : all) {
            boolean first = pieces.isEmpty();
            boolean adds = !first && term.kind() != Kind.STEP && pieces.size() > of.steps().size();
            String sign = first ? "" : adds ? "+" : "→";
            boolean value = term.kind() == Kind.STEP || term.kind() == Kind.VALUE;
            boolean leads = value || term.kind() == Kind.CHANNEL;
            String full = value ? term.name() : words.name(term, of);
            pieces.add(
                    new Piece(
                            sign,
                            words.name(term, of),
                            full,
                            value ? term.name() : null,
                            term.map(),
                            leads ? () -> model.follow(term.name(), term.channel()) : null));
        }
        String name = EquationWords.brief(of.value(), of.value());
        boolean on = of.goesOn();
        if (on) {
            String sum = texts.get("equation.sum");
            String what = texts.get(of.relu() ? "equation.sum.what" : "equation.sum");
            pieces.add(new Piece("=", sum, what, null, of.sum(), null));
        }
        String end = on ? "→" : "=";
        String full = of.relu() ? texts.get("equation.relu", of.value()) : of.value();
        if (of.gain() != 1) full += texts.get("equation.gain", of.gain());
        String brief = on ? EquationWords.end(of) : name;
        pieces.add(new Piece(end, brief, full, of.value(), of.result(), null));
        return pieces;
    }

    private void fill(Equation of) {
        List<Piece> pieces = pieces(of);
        List<@Nullable String> values = new ArrayList<>();
        pieces.forEach(piece -> values.add(piece.value));
        if (!values.equals(shown)) {
            shown = values;
            tiles.getChildren().setAll(values.stream().map(this::tile).toList());
        }
        ColourScale colours = of.scale();
        tiles.aspect(of.result().height() / (double) of.result().width());
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            TermTile tile = (TermTile) tiles.getChildren().get(i);
            tile.show(piece.sign, piece.brief, piece.full, piece.open);
            tile.show(piece.map, colours);
        }
        scale.show(of.result(), colours);
    }

    private TermTile tile(@Nullable String value) {
        return new TermTile(pointing.view.apply(value));
    }

    private void point() {
        MapCell at = pointing.cell().get();
        Equation of = model.equationProperty().get();
        tiles.getChildren().forEach(tile -> ((TermTile) tile).point(at));
        boolean inside =
                of != null && at != null && at.x() < of.sum().width() && at.y() < of.sum().height();
        if (of == null || at == null || !inside) {
            numbers.words(texts.get("equation.point"));
            scale.mark(Float.NaN);
            return;
        }
        numbers.values("x " + at.x() + "  y " + at.y() + "   " + words.numbers(of, at));
        scale.mark(of.result().at(0, at.y(), at.x()));
    }
}
