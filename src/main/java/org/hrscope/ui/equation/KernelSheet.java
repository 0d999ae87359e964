package org.hrscope.ui.equation;

import java.util.Arrays;
import java.util.function.IntConsumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.hrscope.onnx.OnnxKernel;
import org.hrscope.pixels.ColourScale;
import org.hrscope.pixels.TensorStatistics;
import org.hrscope.ui.common.PaintedRegion;
import org.hrscope.ui.common.PixelImage;
import org.hrscope.ui.maps.FeatureMapView;
import org.jspecify.annotations.Nullable;

/// A convolution's kernels, one square a weight. Three input channels are the colours of the image; 1x1 kernels are one
/// matrix, a row for each output channel; of others, the slices for one input channel. FX thread.
final class KernelSheet extends PaintedRegion {

    /// What is under the pointer.
    interface Hover {
        /// @param input negative where all colours are one square
        void at(int output, int input, int y, int x);

        void nothing();
    }

    /// How kernels are laid out.
    private enum Form {
        COLOURS,
        MATRIX,
        SLICES
    }

    private final IntConsumer choose;
    private final Hover hover;
    private @Nullable OnnxKernel kernel;
    private Form form = Form.SLICES;
    private int input;
    private int chosen;
    private ColourScale colours = ColourScale.signed(1);
    private Image @Nullable [] tiles;
    private int columns = 1;
    private double side = 1;

    /// @param choose told the output channel that was clicked
    KernelSheet(IntConsumer choose, Hover hover) {
        super("kernel-sheet");
        this.choose = choose;
        this.hover = hover;
        setMinSize(80, 60);
        setOnMouseMoved(this::move);
        setOnMouseExited(event -> hover.nothing());
        setOnMouseClicked(event -> {
            int output = output(event);
            if (output >= 0) choose.accept(output);
        });
    }

    static boolean isMatrix(OnnxKernel kernel) {
        return kernel.height() * kernel.width() == 1 && kernel.inputs() > 1;
    }

    static boolean isColours(OnnxKernel kernel) {
        return kernel.inputs() == 3 && kernel.convolution().groups() == 1;
    }

    /// @param slice the input channel whose slices are shown
    /// @param scale of all weights
    void show(@Nullable OnnxKernel shown, int slice, int output, ColourScale scale) {
        kernel = shown;
        input = slice;
        chosen = output;
        colours = scale;
        tiles = null;
        if (shown != null) {
            form = isColours(shown) ? Form.COLOURS : isMatrix(shown) ? Form.MATRIX : Form.SLICES;
            tiles = form == Form.MATRIX ? matrix(shown) : slices(shown);
        }
        arrange();
        repaint();
    }

    private Image[] matrix(OnnxKernel of) {
        int[] pixels = new int[of.outputs() * of.inputs()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = colours.argb(of.at(i / of.inputs(), i % of.inputs(), 0, 0));
        }
        return new Image[] {PixelImage.of(pixels, of.inputs(), of.outputs())};
    }

    private Image[] slices(OnnxKernel of) {
        Image[] all = new Image[of.outputs()];
        for (int output = 0; output < all.length; output++) {
            int[] pixels = new int[of.height() * of.width()];
            float reach = reach(of, output);
            for (int i = 0; i < pixels.length; i++) {
                int y = i / of.width();
                int x = i % of.width();
                pixels[i] =
                        form == Form.COLOURS
                                ? colour(of, output, y, x, reach)
                                : colours.argb(of.at(output, input, y, x));
            }
            all[output] = PixelImage.of(pixels, of.width(), of.height());
        }
        return all;
    }

    private static float reach(OnnxKernel of, int output) {
        float[] values = of.kernel(output).values();
        return TensorStatistics.of(values, 0, values.length).reach();
    }

    /// Grey is zero; each kernel has its own contrast.
    private static int colour(OnnxKernel of, int output, int y, int x, float reach) {
        int argb = 0xff;
        for (int c = 0; c < 3; c++) {
            float share = reach > 0 ? of.at(output, c, y, x) / reach : 0;
            argb = argb << 8 | Math.round((share + 1) / 2 * 255);
        }
        return argb;
    }

    private double gap() {
        return form == Form.MATRIX ? 0 : Math.max(2, side / 4);
    }

    /// The largest squares with which all kernels fit.
    @Override
    protected void arrange() {
        OnnxKernel of = kernel;
        if (of == null || getWidth() < 1) return;
        if (form == Form.MATRIX) {
            side = Math.min(getWidth() / of.inputs(), getHeight() / of.outputs());
            if (side > 2) side = Math.min(16, Math.floor(side));
            return;
        }
        double best = 0;
        for (int c = 1; c <= of.outputs(); c++) {
            int rows = Math.ceilDiv(of.outputs(), c);
            double fit =
                    Math.min(
                            getWidth() / (c * (of.width() + 0.25)),
                            getHeight() / (rows * (of.height() + 0.25)));
            if (fit > best) {
                best = fit;
                columns = c;
            }
        }
        side = best > 3 ? Math.min(20, Math.floor(best * 2) / 2) : best;
    }

    @Override
    protected void paint(GraphicsContext to) {
        OnnxKernel of = kernel;
        Image[] images = tiles;
        if (of == null || images == null) return;
        to.setImageSmoothing(false);
        to.setLineWidth(2);
        to.setStroke(FeatureMapView.ACCENT);
        if (form == Form.MATRIX) {
            to.drawImage(images[0], 0, 0, of.inputs() * side, of.outputs() * side);
            to.strokeRect(0, chosen * side, of.inputs() * side, side);
            return;
        }
        double wide = of.width() * side;
        double high = of.height() * side;
        for (int i = 0; i < images.length; i++) {
            double x = i % columns * (wide + gap()) + 1;
            double y = i / columns * (high + gap()) + 1;
            to.drawImage(images[i], x, y, wide, high);
            if (i == chosen) to.strokeRect(x, y, wide, high);
            else {
                to.save();
                to.setLineWidth(0.5);
                to.setStroke(Color.gray(0.5, 0.5));
                to.strokeRect(x, y, wide, high);
                to.restore();
            }
        }
    }

    private int output(MouseEvent event) {
        OnnxKernel of = kernel;
        if (of == null) return -1;
        int output;
        if (form == Form.MATRIX) {
            boolean inside = event.getX() < of.inputs() * side;
            output = inside ? (int) (event.getY() / side) : -1;
        } else {
            int column = (int) (event.getX() / (of.width() * side + gap()));
            int row = (int) (event.getY() / (of.height() * side + gap()));
            output = column < columns ? row * columns + column : -1;
        }
        return output < of.outputs() ? output : -1;
    }

    private void move(MouseEvent event) {
        OnnxKernel of = kernel;
        int output = output(event);
        if (of == null || output < 0) {
            hover.nothing();
            return;
        }
        if (form == Form.MATRIX) {
            hover.at(output, (int) (event.getX() / side), 0, 0);
            return;
        }
        double left = event.getX() % (of.width() * side + gap());
        double top = event.getY() % (of.height() * side + gap());
        int x = Math.clamp((int) (left / side), 0, of.width() - 1);
        int y = Math.clamp((int) (top / side), 0, of.height() - 1);
        hover.at(output, form == Form.COLOURS ? -1 : input, y, x);
    }

    /// All weights on one scale.
    static ColourScale scale(OnnxKernel of) {
        float[] all = of.weight().toArray();
        float[] sizes = all.clone();
        for (int i = 0; i < sizes.length; i++) sizes[i] = Math.abs(sizes[i]);
        Arrays.sort(sizes);
        // A few large weights would leave the rest grey.
        float reach = sizes[(int) Math.min(sizes.length - 1L, sizes.length * 995L / 1000)];
        return ColourScale.signed(reach);
    }
}
