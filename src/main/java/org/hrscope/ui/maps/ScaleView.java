package org.hrscope.ui.maps;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.pixels.ColourScale;
import org.hrscope.pixels.TensorStatistics;
import org.hrscope.ui.common.PaintedRegion;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// Colour legend with a histogram of the map shown (log counts, so that rare values are visible beside many zeros; what
/// stands over it says so). FX thread.
public final class ScaleView extends PaintedRegion {
    private static final double STRIP = 10;
    private static final double TEXT = 16;
    private static final double NARROW = 110;
    private static final double GAP = 8;

    /// A bar of the histogram and what is left between two, in pixels.
    private static final int BAR = 5;

    /// What stands over the bars.
    private static final double OVER = 13;

    private final Label low = new Label();
    private final Label middle = new Label();
    private final Label high = new Label();
    private final Label over = Styled.as(new Label(), "meter-name", "scale-over");
    private final @Nullable Texts texts;
    private final double bars;
    private @Nullable FeatureMaps map;
    private @Nullable ColourScale scale;

    /// How often values fall under each bar.
    private int[] counts = {};

    private float marked = Float.NaN;

    /// The legend only.
    public ScaleView() {
        this(null, 0);
    }

    /// @param bars height of the tallest bar
    public ScaleView(@Nullable Texts texts, double bars) {
        super("scale-view");
        this.texts = texts;
        this.bars = texts == null ? 0 : bars + OVER;
        getChildren().addAll(over, low, middle, high);
        getChildren().forEach(label -> label.setManaged(false));
        List.of(low, middle, high).forEach(label -> label.getStyleClass().add("meter-value"));
        setMinSize(60, this.bars + STRIP + TEXT);
        setPrefHeight(this.bars + STRIP + TEXT);
        setMaxHeight(USE_PREF_SIZE);
    }

    public void show(@Nullable FeatureMaps values, @Nullable ColourScale colours) {
        map = values;
        scale = colours;
        requestLayout();
    }

    private void write(ColourScale colours) {
        low.setText(number(colours.low()));
        middle.setText(number((colours.low() + colours.high()) / 2));
        high.setText(number(colours.high()));
        if (low.prefWidth(-1) + GAP + high.prefWidth(-1) <= getWidth()) return;
        low.setText(brief(colours.low()));
        high.setText(brief(colours.high()));
    }

    /// Two significant digits, where four of both ends would run into each other.
    private static String brief(double value) {
        double size = Math.abs(value);
        if (value == 0) return "0";
        if (size >= 1e4 || size < 1e-2) return Texts.format("%.0e", value);
        String form = size >= 10 ? "%.0f" : size >= 1 ? "%.1f" : "%.2f";
        return Texts.format(form, value);
    }

    /// Marks a value on the legend; NaN for none.
    public void mark(float value) {
        marked = value;
        repaint();
    }

    /// Four significant digits.
    public static String number(double value) {
        if (value == 0) return "0";
        double size = Math.abs(value);
        if (size >= 1e4 || size < 1e-3) return Texts.format("%.1e", value);
        String form = size >= 100 ? "%.1f" : size >= 10 ? "%.2f" : "%.3f";
        return Texts.format(form, value);
    }

    @Override
    protected void arrange() {
        ColourScale colours = scale;
        if (colours != null) write(colours);
        counts = colours == null || map == null || bars == 0 ? new int[0] : counts(map, colours);
        over.setVisible(counts.length > 0);
        if (counts.length > 0 && texts != null) {
            over.setText(texts.get("scale.log", Arrays.stream(counts).max().orElse(0)));
            over.autosize();
            over.relocate(getWidth() - over.getWidth(), 0);
        }
        double y = bars + STRIP + 1;
        Label[] labels = {low, middle, high};
        for (int i = 0; i < labels.length; i++) {
            labels[i].setVisible(scale != null);
            labels[i].autosize();
            labels[i].relocate((getWidth() - labels[i].getWidth()) * i / 2, y);
        }
        if (getWidth() < NARROW) middle.setVisible(false);
    }

    @Override
    protected void paint(GraphicsContext to) {
        ColourScale colours = scale;
        if (colours == null || getWidth() < 1) return;
        int columns = (int) getWidth();
        float span = colours.high() - colours.low();
        for (int x = 0; x < columns; x++) {
            int argb = colours.argb(colours.low() + (x + 0.5f) / columns * span);
            to.setFill(Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff));
            to.fillRect(x, bars, 1, STRIP);
        }
        if (counts.length > 0) paintBars(to);
        if (Float.isNaN(marked)) return;
        double at = Math.clamp((marked - colours.low()) / span, 0, 1) * getWidth();
        to.setTextBaseline(VPos.TOP);
        to.setFill(FeatureMapView.ACCENT);
        to.fillPolygon(
                new double[] {at - 5, at + 5, at}, new double[] {bars - 7, bars - 7, bars}, 3);
        to.setStroke(Color.WHITE);
        to.setLineWidth(1.5);
        to.strokeLine(at, bars, at, bars + STRIP);
    }

    private int[] counts(FeatureMaps of, ColourScale colours) {
        int bins = Math.max(2, (int) getWidth() / BAR);
        return TensorStatistics.histogram(
                of.values(), 0, of.values().length, colours.low(), colours.high(), bins);
    }

    private void paintBars(GraphicsContext to) {
        int most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        double wide = getWidth() / counts.length;
        to.setFill(Color.gray(0.55));
        for (int bin = 0; bin < counts.length; bin++) {
            double high1 = Math.log1p(counts[bin]) / Math.log1p(most) * (bars - OVER - 3);
            to.fillRect(bin * wide, bars - 2 - high1, wide - 1, high1);
        }
    }
}
