package org.hrscope.capture.figure;

import java.nio.ByteBuffer;
import org.hrscope.pixels.PixelMat;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// A scene's background, rendered once and wider than the image so that the view can pan; each frame copies the
/// visible part. Memory is garbage-collected.
final class Backdrop {
    /// Rendered at 1/4 size, since everything in it is soft.
    private static final int COARSER = 4;

    private final Scenery scenery;
    private final int width;
    private final int height;
    private final int columns;
    private final int rows;
    private final ByteBuffer pixels;
    private byte[] coarse;
    private int done;

    /// @param margin extra pixels on the left and on the right
    Backdrop(Scenery scenery, int pictureWidth, int height, int margin) {
        this.scenery = scenery;
        this.width = pictureWidth + 2 * margin;
        this.height = height;
        this.columns = (width + COARSER - 1) / COARSER;
        this.rows = (height + COARSER - 1) / COARSER;
        this.pixels = ByteBuffer.allocateDirect(width * height * 4);
        this.coarse = new byte[columns * rows * 4];
    }

    /// Renders another part of it ahead of its scene, so that the scene's first frame is not late.
    ///
    /// @param share of the whole
    void prepare(double share) {
        int target = Math.min(rows, done + (int) Math.ceil(rows * share));
        if (done == target) return;
        while (done < target) renderRow(done++);
        if (done == rows) enlarge();
    }

    private void renderRow(int row) {
        for (int column = 0; column < columns; column++) {
            double x = (column + 0.5) * COARSER / height - width / 2.0 / height;
            Colour colour = scenery.at(x, (row + 0.5) * COARSER / height);
            double grain = grain(row * columns + column);
            int at = (row * columns + column) * 4;
            coarse[at] = rounded(colour.blue() + grain);
            coarse[at + 1] = rounded(colour.green() + grain);
            coarse[at + 2] = rounded(colour.red() + grain);
            coarse[at + 3] = (byte) 255;
        }
    }

    private void enlarge() {
        Mat small = new Mat(rows, columns, CvType.CV_8UC4);
        try (PixelMat full = new PixelMat(width, height, pixels)) {
            small.put(0, 0, coarse);
            Size size = new Size(width, height);
            Imgproc.resize(small, full.mat(), size, 0, 0, Imgproc.INTER_CUBIC);
        } finally {
            small.release();
        }
        coarse = new byte[0];
    }

    /// Dither below one colour step, against banding in slow gradients.
    private static double grain(int at) {
        int hash = at * 0x9E3779B1;
        hash = (hash ^ (hash >>> 15)) * 0x85EBCA6B;
        return (hash >>> 16) / 65536.0 - 0.5;
    }

    private static byte rounded(double value) {
        return (byte) Math.clamp(Math.round(value), 0, 255);
    }

    /// The first visible column.
    ///
    /// @param pan the background's shift to the right, in pixels
    int column(Canvas canvas, double pan) {
        int spare = width - canvas.width;
        return Math.clamp(Math.round(spare / 2.0 - pan), 0, spare);
    }

    /// Copies a part of row `y` of the canvas.
    ///
    /// @param column    the first visible one
    /// @param left,right columns of the canvas, the last exclusive
    void copyTo(Canvas canvas, int column, int y, int left, int right) {
        int at = (y * width + column + left) * 4;
        canvas.bytes().put((y * canvas.width + left) * 4, pixels, at, (right - left) * 4);
    }

    /// Cross-fades into `next` with weight `share`.
    void copyTo(Canvas canvas, int column, Backdrop next, double share) {
        prepare(1);
        next.prepare(1);
        Rect seen = new Rect(column, 0, canvas.width, height);
        try (PixelMat picture = new PixelMat(canvas.width, canvas.height, canvas.bytes());
                PixelMat whole = new PixelMat(width, height, pixels);
                PixelMat wholeNext = new PixelMat(width, height, next.pixels)) {
            Mat part = whole.mat().submat(seen);
            Mat partNext = wholeNext.mat().submat(seen);
            try {
                Core.addWeighted(part, 1 - share, partNext, share, 0, picture.mat());
            } finally {
                part.release();
                partNext.release();
            }
        }
    }
}
