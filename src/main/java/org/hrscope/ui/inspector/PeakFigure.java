package org.hrscope.ui.inspector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.pixels.ColorMap;
import org.hrscope.pixels.ColourScale;
import org.hrscope.pixels.TensorStatistics;
import org.hrscope.ui.common.PaintedRegion;
import org.hrscope.ui.common.PixelImage;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.inspector.Decoding.Reading;
import org.hrscope.ui.inspector.Leaders.Line;
import org.hrscope.ui.inspector.Leaders.Place;
import org.hrscope.ui.maps.FeatureMapView;
import org.jspecify.annotations.Nullable;

/// A whole heatmap, small; the cells around its peak, large, with their values and a mark where each decoder finds the
/// joint; beside them a label for each place, joined to its mark by a line. Decoders that agree share one. FX thread.
final class PeakFigure extends PaintedRegion {
    private static final double CAPTION = 16;
    private static final double LEAST = 132;
    private static final double USUAL = 150;

    /// Between the heatmap and the cells, and from there to the labels.
    private static final double APART = 9;

    private static final double REACH = 14;

    /// Between a line and its label.
    private static final double PAD = 3;

    /// Of the heatmap in the width of all, and its bounds.
    private static final double SHARE = 0.16;

    private static final double NARROW = 46;
    private static final double WIDE = 130;

    /// What a label takes.
    private static final double LABEL = 76;

    /// Two names that share one stand in one line, more in several.
    private static final double WIDEST = 92;

    /// Where a line may leave a mark, from the horizontal.
    private static final double[] ANGLES = {-0.9, -0.45, 0, 0.45, 0.9};

    /// Around the peak: more where a mark would lie outside.
    private static final int FEW = 3;

    private static final int MORE = 5;

    /// Decoders that give the same position, as far as the label can tell.
    private record Group(Keypoint cell, List<Reading> readings) {
        List<DecoderMark> marks() {
            return readings.stream().map(reading -> DecoderMark.of(reading.decoder())).toList();
        }

        /// Whether all of the cell is marked and nothing in it.
        boolean isCell() {
            return marks().equals(List.of(DecoderMark.ARGMAX));
        }
    }

    private final Texts texts;
    private final Label size = Styled.as(new Label(), "meter-name");
    private final Label caption = Styled.as(new Label(), "meter-name");
    private final List<VBox> labels = new ArrayList<>();
    private @Nullable Decoding of;
    private @Nullable Image whole;
    private ColourScale colours = ColourScale.positive(ColorMap.MAGMA, 1);
    private PeakCells cells =
            new PeakCells(new FeatureMaps(1, 1, 1, new float[1]), 0, 0, colours, Rectangle2D.EMPTY);
    private int around = FEW;
    private List<Group> groups = List.of();
    private Leaders leaders = new Leaders(List.of(), List.of());
    private Rectangle2D map = Rectangle2D.EMPTY;

    PeakFigure(Texts texts) {
        super("peak-figure");
        this.texts = texts;
        size.setManaged(false);
        caption.setManaged(false);
        getChildren().addAll(size, caption);
        setMinSize(NARROW + LEAST + LABEL, CAPTION + LEAST);
        setPrefHeight(CAPTION + USUAL);
        // No higher than the cells can become.
        maxHeightProperty()
                .bind(
                        widthProperty()
                                .map(all ->
                                        CAPTION
                                                + Math.max(
                                                        LEAST, beside(all.doubleValue()) - LABEL)));
    }

    private static double wide(double all) {
        return Math.clamp(SHARE * all, NARROW, WIDE);
    }

    /// What is left for the cells and the labels.
    private static double beside(double all) {
        return all - wide(all) - APART - REACH;
    }

    void show(Decoding decoding) {
        of = decoding;
        FeatureMaps all = decoding.map();
        float[] values = all.values();
        colours =
                ColourScale.positive(
                        ColorMap.MAGMA, TensorStatistics.of(values, 0, values.length).max());
        int[] pixels = new int[all.cells()];
        for (int i = 0; i < pixels.length; i++) pixels[i] = colours.argb(values[i]);
        whole = PixelImage.of(pixels, all.width(), all.height());
        around = within(decoding, FEW) ? FEW : MORE;
        groups = groups(decoding);
        size.setText(all.height() + " × " + all.width());
        caption.setText(texts.get("decode.numbers"));
        label();
        setAccessibleText(
                groups.stream()
                        .map(group -> names(group) + " " + text(group.cell))
                        .collect(Collectors.joining(", ", caption.getText() + ": ", "")));
        requestLayout();
    }

    private static boolean within(Decoding of, int count) {
        double left = of.left(count) - 0.5;
        double above = of.top(count) - 0.5;
        return of.readings().stream()
                .map(Reading::cell)
                .allMatch(at ->
                        at.x() > left
                                && at.x() < left + count
                                && at.y() > above
                                && at.y() < above + count);
    }

    private static List<Group> groups(Decoding of) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (Reading reading : of.readings()) {
            groups.computeIfAbsent(
                            text(reading.cell()), _ -> new Group(reading.cell(), new ArrayList<>()))
                    .readings
                    .add(reading);
        }
        return List.copyOf(groups.values());
    }

    /// As many digits as a label has.
    private static String text(Keypoint at) {
        return Texts.format("%.2f, %.2f", at.x(), at.y());
    }

    private String names(Group group) {
        return group.readings.stream()
                .map(reading -> texts.get("decode." + reading.decoder().id()))
                .reduce((some, next) -> texts.get("decode.both", some, next))
                .orElse("");
    }

    private void label() {
        while (labels.size() < groups.size()) {
            Label name = Styled.as(new Label(), "peak-name");
            name.setWrapText(true);
            VBox label = new VBox(name, Styled.as(new Label(), "meter-value"));
            label.setManaged(false);
            labels.add(label);
            getChildren().add(label);
        }
        for (int i = 0; i < labels.size(); i++) {
            labels.get(i).setVisible(i < groups.size());
            if (i >= groups.size()) continue;
            ((Label) labels.get(i).getChildren().getFirst()).setText(names(groups.get(i)));
            ((Label) labels.get(i).getChildren().getLast()).setText(text(groups.get(i).cell));
        }
    }

    @Override
    protected void arrange() {
        if (of == null) return;
        FeatureMaps all = of.map();
        double wide = wide(getWidth());
        double high = getHeight() - CAPTION;
        double shrink = Math.min(1, high / (wide * all.height() / all.width()));
        map =
                new Rectangle2D(
                        0, CAPTION, wide * shrink, wide * shrink * all.height() / all.width());
        double column = LABEL;
        for (int i = 0; i < groups.size(); i++) {
            for (Node line : labels.get(i).getChildren())
                column = Math.max(column, Math.min(WIDEST, Math.ceil(line.prefWidth(-1))));
        }
        double side = Math.max(1, Math.floor(Math.min(high, beside(getWidth()) - column - PAD)));
        Rectangle2D square = new Rectangle2D(Math.floor(wide + APART), CAPTION, side, side);
        cells =
                new PeakCells(
                        of.neighbourhood(around), of.left(around), of.top(around), colours, square);
        for (Label label : List.of(size, caption)) label.autosize();
        size.relocate(0, 0);
        caption.relocate(square.getMinX(), 0);
        List<Double> heights = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            double height = labels.get(i).prefHeight(column);
            labels.get(i).resize(column, height);
            heights.add(height);
        }
        double left = square.getMaxX() + REACH;
        leaders = Leaders.of(places(), heights, left, CAPTION, side);
        for (int i = 0; i < groups.size(); i++) {
            double middle = leaders.lines().get(i).to().getY();
            labels.get(i).relocate(left + PAD, Math.round(middle - heights.get(i) / 2));
        }
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        double half = cells.side() / 2;
        for (Group group : groups) {
            Point2D at = cells.at(group.cell);
            if (group.isCell()) {
                // All round it: a line inside hides nothing.
                Point2D corner = at.add(half, -half);
                places.add(new Place(corner, List.of(corner, at.add(half, half))));
                continue;
            }
            List<Point2D> ends = new ArrayList<>();
            double off = DecoderMark.RADIUS + 2;
            for (double angle : ANGLES)
                ends.add(at.add(off * Math.cos(angle), off * Math.sin(angle)));
            places.add(new Place(at, ends));
        }
        return places;
    }

    @Override
    protected void paint(GraphicsContext to) {
        if (of == null || whole == null) return;
        to.setImageSmoothing(false);
        to.drawImage(whole, map.getMinX(), map.getMinY(), map.getWidth(), map.getHeight());
        cells.paint(to);
        enlarge(to, map.getWidth() / of.map().width());
        for (int i = 0; i < groups.size(); i++) lead(to, i);
        of.readings().stream()
                .sorted(Comparator.comparing(reading -> DecoderMark.of(reading.decoder())))
                .forEach(reading -> {
                    Point2D at = cells.at(reading.cell());
                    DecoderMark mark = DecoderMark.of(reading.decoder());
                    mark.paint(to, at.getX(), at.getY(), cells.side());
                });
        List<Point2D> marks =
                groups.stream()
                        .filter(group -> !group.isCell())
                        .map(group -> cells.at(group.cell))
                        .toList();
        cells.number(to, marks, leaders.lines());
    }

    /// A box on the heatmap, and lines that say it is what is seen enlarged.
    private void enlarge(GraphicsContext to, double scale) {
        double x = map.getMinX() + cells.first() * scale;
        double y = map.getMinY() + cells.top() * scale;
        double wide = cells.values().width() * scale;
        double high = cells.values().height() * scale;
        Rectangle2D large = cells.at();
        to.setStroke(FeatureMapView.ACCENT);
        to.setLineWidth(1);
        to.strokeLine(x + wide, y, large.getMinX(), large.getMinY());
        to.strokeLine(x + wide, y + high, large.getMinX(), large.getMaxY());
        to.setLineWidth(1.5);
        to.strokeRect(x, y, wide, high);
        to.strokeRect(large.getMinX(), large.getMinY(), large.getWidth(), large.getHeight());
    }

    private void lead(GraphicsContext to, int group) {
        Line line = leaders.lines().get(group);
        Color colour = groups.get(group).marks().getFirst().colour();
        for (int pass = 0; pass < 2; pass++) {
            to.setStroke(pass == 0 ? DecoderMark.OUTLINE : colour);
            to.setLineWidth(pass == 0 ? 3 : 1.4);
            to.strokeLine(
                    line.from().getX(), line.from().getY(), line.to().getX(), line.to().getY());
        }
    }
}
