package org.hrscope.capture;

import java.nio.IntBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.global.avutil;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/// How to turn a stored frame upright, from its display matrix: transpose, then mirror horizontally, then flip
/// vertically. These cover all eight orientations; arbitrary rotations are ignored.
record FrameOrientation(boolean transposed, boolean mirrored, boolean upsideDown) {
    static final FrameOrientation UPRIGHT = new FrameOrientation(false, false, false);
    static final int BYTES = 36;

    /// Every frame carries the matrix, whether it came from the container, an H.264 SEI or a JPEG's EXIF tag.
    static FrameOrientation of(AVFrame picture) {
        AVFrameSideData data =
                avutil.av_frame_get_side_data(picture, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
        if (data == null || data.size() < BYTES) return UPRIGHT;
        return of(data.data().capacity(BYTES).asByteBuffer().asIntBuffer());
    }

    /// @param matrix 3x3, row-major: (x, y, 1) times the matrix is where a stored pixel is displayed
    static FrameOrientation of(IntBuffer matrix) {
        double xx = matrix.get(0);
        double xy = matrix.get(1);
        double yx = matrix.get(3);
        double yy = matrix.get(4);
        if (small(xy, xx) && small(yx, yy)) return new FrameOrientation(false, xx < 0, yy < 0);
        if (small(xx, xy) && small(yy, yx)) return new FrameOrientation(true, yx < 0, xy < 0);
        return UPRIGHT;
    }

    /// Within one degree of an axis.
    private static boolean small(double across, double along) {
        return along != 0 && Math.abs(across) < Math.abs(along) * Math.tan(Math.toRadians(1));
    }

    int width(Mat stored) {
        return transposed ? stored.rows() : stored.cols();
    }

    int height(Mat stored) {
        return transposed ? stored.cols() : stored.rows();
    }

    /// @param upright sized [#width(Mat)] x [#height(Mat)]
    void turn(Mat stored, Mat upright) {
        Mat from = stored;
        if (transposed) {
            Core.transpose(stored, upright);
            from = upright;
        }
        if (mirrored || upsideDown) {
            Core.flip(from, upright, !mirrored ? 0 : upsideDown ? -1 : 1);
        } else if (!transposed) {
            stored.copyTo(upright);
        }
    }
}
