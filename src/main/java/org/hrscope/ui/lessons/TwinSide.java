package org.hrscope.ui.lessons;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.BitSet;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Skeleton;
import org.hrscope.pixels.ColorMap;
import org.hrscope.pixels.HeatmapPainter;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.PaintedRegion;
import org.hrscope.ui.common.PixelImage;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.joints.JointColours;
import org.hrscope.ui.stage.OnCanvas;
import org.hrscope.ui.stage.SkeletonPainter;
import org.jspecify.annotations.Nullable;

/// One of the two sides: the crop, its heatmaps in their own colour range, the decoded skeleton, and that range. FX
/// thread.
final class TwinSide extends VBox {
    private static final Color VEIL = Color.rgb(12, 14, 18, 0.45);

    /// Each side has only its own map.
    private static final BitSet ONE = BitSet.valueOf(new long[] {1});

    /// Everything painted; lengths in crop pixels.
    private record Picture(
            Image crop,
            Image heat,
            List<Keypoint> points,
            double least,
            Skeleton skeleton,
            BitSet seen) {}

    private final PaintedRegion drawing =
            new PaintedRegion() {
                @Override
                protected void paint(GraphicsContext to) {
                    TwinSide.this.paint(to, getWidth(), getHeight());
                }
            };
    private final Label low = new Label();
    private final Label high = new Label();
    private final HeatmapPainter painter = new HeatmapPainter();
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private @Nullable Picture picture;

    TwinSide(String key, Texts texts) {
        Region scale = Styled.as(new Region(), "twin-scale");
        HBox legend = Styled.as(new HBox(low, scale, high), "twin-legend");
        // Where space is short the scale gives way, not its numbers.
        low.setMinWidth(USE_PREF_SIZE);
        high.setMinWidth(USE_PREF_SIZE);
        drawing.setMinSize(0, 0);
        VBox.setVgrow(drawing, Priority.ALWAYS);
        getStyleClass().add("twin-side");
        getChildren().addAll(new Caption(texts, key, "twin-title"), drawing, legend);
        setMinSize(0, 0);
        setPrefWidth(100);
    }

    ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    void clear() {
        picture = null;
        empty.set(true);
    }

    /// @param least joints below this score are not drawn
    void show(Twins twins, Twins.Side side, BitSet seen, double least) {
        int width = side.map().width() * HeatmapPainter.SCALE;
        int height = side.map().height() * HeatmapPainter.SCALE;
        int[] heat = new int[width * height];
        painter.maximum(side.map(), ONE, ColorMap.MAGMA, heat);
        picture =
                new Picture(
                        PixelImage.of(
                                twins.crop(),
                                twins.model().inputWidth(),
                                twins.model().inputHeight()),
                        PixelImage.of(heat, width, height),
                        side.points(),
                        least,
                        twins.model().skeleton(),
                        seen);
        low.setText(brief(side.low()));
        high.setText(brief(side.high()));
        empty.set(false);
        drawing.repaint();
    }

    /// `0.93`, `−2.4 × 10⁻¹⁰`
    static String brief(double value) {
        return size(value).replace('-', '−');
    }

    private static String size(double value) {
        if (value == 0 || Math.abs(value) >= 0.001) return Texts.format("%.2f", value);
        // Of what is written: 9.96 would be 10.0.
        double rounded = new BigDecimal(value).round(new MathContext(2)).doubleValue();
        int power = (int) Math.floor(Math.log10(Math.abs(rounded)));
        StringBuilder raised = new StringBuilder("⁻");
        for (char digit : String.valueOf(-power).toCharArray()) {
            raised.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return Texts.format("%.1f × 10", value / Math.pow(10, power)) + raised;
    }

    private void paint(GraphicsContext to, double width, double height) {
        Picture now = picture;
        if (now == null || width < 1 || height < 1) return;
        double wide = now.crop.getWidth();
        double high = now.crop.getHeight();
        double scale = Math.min(width / wide, height / high);
        to.save();
        to.translate((width - wide * scale) / 2, (height - high * scale) / 2);
        to.drawImage(now.crop, 0, 0, wide * scale, high * scale);
        to.setFill(VEIL);
        to.fillRect(0, 0, wide * scale, high * scale);
        to.drawImage(now.heat, 0, 0, wide * scale, high * scale);
        // Pixel centres are offset by half a pixel.
        AffineTransform2D toCanvas =
                AffineTransform2D.scaleThenShift(scale, scale, scale / 2, scale / 2);
        List<Keypoint> points = now.points.stream().map(k -> k.moved(toCanvas)).toList();
        SkeletonPainter.paint(
                new OnCanvas(to), points, JointColours.bySide(now.skeleton), now.seen, now.least);
        to.restore();
    }
}
