package org.hrscope.pixels;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.DoubleBinaryOperator;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Frame;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// Draws on a copy of a frame, antialiased by coverage: OpenCV's own antialiased lines are a pixel too wide. One unit
/// is a pixel, or more of them where the frame is large, so that lines stay as wide as they are on a stage that shows
/// it. Coordinates are areas: the first unit covers 0 to 1. Colours are 0xAARRGGBB. One thread; close it.
public final class PixelBrush implements AutoCloseable {
    /// A frame up to this long is drawn on in its own pixels.
    private static final double USUAL = 800;

    /// Letters are drawn so much larger, then averaged.
    private static final int FINER = 4;

    /// Contours of letters: x and y in turn. What lies inside two is outside.
    public record Outlines(List<double[]> contours) {}

    /// @param from,turn degrees counterclockwise, `from` from the right
    public record Arc(double x, double y, double radius, double from, double turn) {}

    private PixelMat canvas = new PixelMat(0, 0, ByteBuffer.allocateDirect(0));
    private IntBuffer pixels = canvas.bgra().asIntBuffer();

    /// Of [#image].
    private ByteBuffer layer = ByteBuffer.allocateDirect(0);

    private double unit = 1;
    private double opacity = 1;

    /// Begins anew, with a copy of this frame, which remains owned by the caller.
    public void begin(Frame frame) {
        int width = frame.width();
        int height = frame.height();
        if (pixels().cols() != width || pixels().rows() != height) {
            canvas.close();
            ByteBuffer memory = ByteBuffer.allocateDirect(4 * width * height);
            canvas = new PixelMat(width, height, memory.order(ByteOrder.LITTLE_ENDIAN));
            pixels = memory.asIntBuffer();
        }
        canvas.bgra().clear().put(frame.pixels().duplicate().clear());
        unit = Math.max(1, Math.max(frame.width(), frame.height()) / USUAL);
        opacity = 1;
    }

    /// Pixels of the frame in one unit.
    public double unit() {
        return unit;
    }

    /// In units.
    public double width() {
        return pixels().cols() / unit;
    }

    public double height() {
        return pixels().rows() / unit;
    }

    public double opacity() {
        return opacity;
    }

    /// Of everything drawn from now on.
    public void opacity(double now) {
        opacity = now;
    }

    /// @param distance pixels of the frame from the edge of a shape, negative within
    private void draw(Rect area, int argb, DoubleBinaryOperator distance) {
        int columns = pixels().cols();
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                double covered = 0.5 - distance.applyAsDouble(x + 0.5, y + 0.5);
                if (covered > 0) mix(y * columns + x, argb, Math.min(1, covered));
            }
        }
    }

    private void mix(int at, int argb, double covered) {
        double strength = covered * opacity * (argb >>> 24) / 255;
        int before = pixels.get(at);
        int now = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int old = before >> shift & 0xff;
            int fresh = argb >> shift & 0xff;
            now |= (int) Math.round(old + strength * (fresh - old)) << shift;
        }
        pixels.put(at, now | 0xff000000);
    }

    public void line(double x1, double y1, double x2, double y2, double width, int argb) {
        double x = x1 * unit;
        double y = y1 * unit;
        double wide = x2 * unit - x;
        double high = y2 * unit - y;
        double square = wide * wide + high * high;
        double reach = width * unit / 2;
        Rect area =
                within(
                        Math.min(x1, x2) - width / 2,
                        Math.min(y1, y2) - width / 2,
                        Math.max(x1, x2) + width / 2,
                        Math.max(y1, y2) + width / 2);
        draw(
                area,
                argb,
                (px, py) -> {
                    double along = (px - x) * wide + (py - y) * high;
                    double t = square > 0 ? Math.clamp(along / square, 0, 1) : 0;
                    return Math.hypot(px - x - t * wide, py - y - t * high) - reach;
                });
    }

    public void disc(double x, double y, double radius, int argb) {
        draw(
                within(x - radius, y - radius, x + radius, y + radius),
                argb,
                (px, py) -> Math.hypot(px - x * unit, py - y * unit) - radius * unit);
    }

    public void arc(Arc arc, double width, int argb) {
        double reach = arc.radius + width / 2;
        double start = Math.toRadians(arc.turn < 0 ? arc.from + arc.turn : arc.from);
        double turn = Math.toRadians(Math.abs(arc.turn));
        draw(
                within(arc.x - reach, arc.y - reach, arc.x + reach, arc.y + reach),
                argb,
                (px, py) -> {
                    double x = px / unit - arc.x;
                    double y = py / unit - arc.y;
                    double beyond = Math.atan2(-y, x) - start;
                    beyond -= Math.floor(beyond / (2 * Math.PI)) * 2 * Math.PI;
                    double away =
                            beyond <= turn
                                    ? Math.abs(Math.hypot(x, y) - arc.radius)
                                    : Math.min(
                                            toEnd(x, y, arc.radius, start),
                                            toEnd(x, y, arc.radius, start + turn));
                    return (away - width / 2) * unit;
                });
    }

    private static double toEnd(double x, double y, double radius, double angle) {
        return Math.hypot(x - radius * Math.cos(angle), y + radius * Math.sin(angle));
    }

    public void fill(Outlines outlines, int argb) {
        letters(
                outlines,
                0,
                argb,
                (mask, contours) -> Imgproc.fillPoly(mask, contours, Scalar.all(255)));
    }

    public void outline(Outlines outlines, double width, int argb) {
        int thick = (int) Math.round(width * unit * FINER);
        letters(
                outlines,
                width,
                argb,
                (mask, contours) ->
                        Imgproc.polylines(mask, contours, true, Scalar.all(255), thick));
    }

    private void letters(
            Outlines outlines, double width, int argb, BiConsumer<Mat, List<MatOfPoint>> stencil) {
        Rect area = around(outlines, width);
        if (area.empty()) return;
        Mat large = Mat.zeros(area.height * FINER, area.width * FINER, CvType.CV_8UC1);
        Mat mask = new Mat();
        List<MatOfPoint> contours =
                outlines.contours.stream().map(contour -> finer(contour, area)).toList();
        try {
            stencil.accept(large, contours);
            Imgproc.resize(
                    large, mask, new Size(area.width, area.height), 0, 0, Imgproc.INTER_AREA);
            byte[] covered = new byte[area.width * area.height];
            mask.get(0, 0, covered);
            int columns = pixels().cols();
            for (int i = 0; i < covered.length; i++) {
                int at = (area.y + i / area.width) * columns + area.x + i % area.width;
                if (covered[i] != 0) mix(at, argb, (covered[i] & 0xff) / 255.0);
            }
        } finally {
            contours.forEach(Mat::release);
            large.release();
            mask.release();
        }
    }

    private Rect around(Outlines outlines, double width) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (double[] contour : outlines.contours) {
            for (int i = 0; i < contour.length; i += 2) {
                left = Math.min(left, contour[i]);
                right = Math.max(right, contour[i]);
                top = Math.min(top, contour[i + 1]);
                bottom = Math.max(bottom, contour[i + 1]);
            }
        }
        return within(left - width / 2, top - width / 2, right + width / 2, bottom + width / 2);
    }

    private MatOfPoint finer(double[] contour, Rect area) {
        Point[] points = new Point[contour.length / 2];
        for (int i = 0; i < points.length; i++) {
            double x = (contour[2 * i] * unit - area.x) * FINER - 0.5;
            double y = (contour[2 * i + 1] * unit - area.y) * FINER - 0.5;
            points[i] = new Point(Math.rint(x), Math.rint(y));
        }
        return new MatOfPoint(points);
    }

    /// Lays a translucent image over the frame.
    ///
    /// @param argb    premultiplied, row by row
    /// @param toFrame from areas of the image to areas of the frame, in units
    public void image(int[] argb, int width, int height, AffineTransform2D toFrame) {
        if (layer.capacity() != 4 * argb.length) {
            layer = ByteBuffer.allocateDirect(4 * argb.length).order(ByteOrder.LITTLE_ENDIAN);
        }
        layer.asIntBuffer().put(argb);
        PixelMat image = new PixelMat(width, height, layer);
        Mat over = new Mat();
        Mat veil = new Mat();
        Mat matrix = new Mat(2, 3, CvType.CV_64F);
        try {
            AffineTransform2D centres =
                    AffineTransform2D.TO_CANVAS
                            .then(toFrame)
                            .then(AffineTransform2D.scaleThenShift(unit, unit, -0.5, -0.5));
            matrix.put(
                    0,
                    0,
                    centres.a(),
                    centres.b(),
                    centres.c(),
                    centres.d(),
                    centres.e(),
                    centres.f());
            // Premultiplied, so that scaling all four channels is what opacity means.
            Core.multiply(image.mat(), Scalar.all(opacity), image.mat());
            Imgproc.warpAffine(image.mat(), over, matrix, pixels().size(), Imgproc.INTER_LINEAR);
            Core.extractChannel(over, veil, 3);
            Core.bitwise_not(veil, veil);
            Imgproc.cvtColor(veil, veil, Imgproc.COLOR_GRAY2BGRA);
            Core.multiply(pixels(), veil, pixels(), 1 / 255.0);
            Core.add(pixels(), over, pixels());
        } finally {
            image.close();
            over.release();
            veil.release();
            matrix.release();
        }
    }

    /// The pixels that an area of units touches, and one more for the soft edge.
    private Rect within(double left, double top, double right, double bottom) {
        int x = clamp(left * unit - 1, pixels().cols());
        int y = clamp(top * unit - 1, pixels().rows());
        int endX = clamp(Math.ceil(right * unit) + 1, pixels().cols());
        int endY = clamp(Math.ceil(bottom * unit) + 1, pixels().rows());
        return new Rect(x, y, Math.max(0, endX - x), Math.max(0, endY - y));
    }

    private static int clamp(double at, int size) {
        return (int) Math.clamp(at, 0, size);
    }

    /// What is drawn so far; owned by this brush.
    public Mat pixels() {
        return canvas.mat();
    }

    @Override
    public void close() {
        canvas.close();
    }
}
