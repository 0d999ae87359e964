package org.hrscope.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;

/// A frame as from a decoder: noisy luma and uniform chroma, so that every pixel's colour is known regardless of
/// chroma subsampling.
final class RawPicture implements AutoCloseable {
    /// Chroma offset of YCbCr frames.
    private static final int CB = -20;

    private static final int CR = 25;

    private final AVFrame frame = avutil.av_frame_alloc();
    private final int[] light;
    private final boolean colour;

    RawPicture(int width, int height, int format) {
        frame.format(format);
        frame.width(width);
        frame.height(height);
        if (avutil.av_frame_get_buffer(frame, 0) < 0) throw new IllegalArgumentException();
        AVPixFmtDescriptor pixels = avutil.av_pix_fmt_desc_get(format);
        colour = (pixels.flags() & avutil.AV_PIX_FMT_FLAG_RGB) == 0 && pixels.nb_components() > 2;
        light = new Random(width * 1000L + height).ints((long) width * height, 70, 180).toArray();
        fill(pixels);
    }

    AVFrame frame() {
        return frame;
    }

    /// Attaches a display matrix: a, b, c, d of x' = ax + cy, y' = bx + dy.
    RawPicture shownBy(int a, int b, int c, int d) {
        AVFrameSideData data =
                avutil.av_frame_new_side_data(frame, avutil.AV_FRAME_DATA_DISPLAYMATRIX, 36);
        ByteBuffer matrix = data.data().capacity(36).asByteBuffer().order(ByteOrder.nativeOrder());
        for (int value : new int[] {a, b, 0, c, d, 0, 0, 0, 1 << 14}) matrix.putInt(value << 16);
        return this;
    }

    private void fill(AVPixFmtDescriptor pixels) {
        for (int component = 0; component < pixels.nb_components(); component++) {
            int plane = pixels.comp(component).plane();
            boolean chroma = colour && component > 0;
            int width = chroma ? -(-frame.width() >> pixels.log2_chroma_w()) : frame.width();
            int height = chroma ? -(-frame.height() >> pixels.log2_chroma_h()) : frame.height();
            int stride = frame.linesize(plane);
            ByteBuffer bytes =
                    frame.data(plane)
                            .capacity((long) stride * height)
                            .asByteBuffer()
                            .order(ByteOrder.LITTLE_ENDIAN);
            int more = pixels.comp(component).depth() - 8;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int value = (chroma ? 128 + (component == 1 ? CB : CR) : light(x, y)) << more;
                    int at =
                            y * stride
                                    + x * pixels.comp(component).step()
                                    + pixels.comp(component).offset();
                    if (more > 0) bytes.putShort(at, (short) value);
                    else bytes.put(at, (byte) value);
                }
            }
        }
    }

    private int light(int x, int y) {
        return light[y * frame.width() + x];
    }

    /// Blue, green and red of a pixel, per BT.601.
    double[] colour(int x, int y) {
        int value = light(x, y);
        if (!colour) return new double[] {value, value, value};
        boolean full = frame.format() == avutil.AV_PIX_FMT_YUVJ420P;
        double scale = full ? 1 : 255.0 / 219;
        double chroma = full ? 1 : 255.0 / 224;
        double grey = full ? value : (value - 16) * scale;
        return new double[] {
            grey + 1.772 * CB * chroma,
            grey - 0.344136 * CB * chroma - 0.714136 * CR * chroma,
            grey + 1.402 * CR * chroma
        };
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
    }
}
