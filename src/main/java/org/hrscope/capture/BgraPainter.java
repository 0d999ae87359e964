package org.hrscope.capture;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/// Paints FFmpeg's pictures as BGRA straight into a frame's memory, with the colour matrix and range the video names.
/// One thread.
final class BgraPainter implements AutoCloseable {
    private final PointerPointer<BytePointer> planes = new PointerPointer<>(4);
    private final IntPointer strides = new IntPointer(4);
    private final BufferViews<BytePointer> views =
            new BufferViews<>(BytePointer::new, Pointer::deallocate);

    /// What the converter was made for.
    private record Form(int width, int height, int pixels, int matrix, boolean full) {}

    private @Nullable Form form;
    private @Nullable SwsContext converter;

    /// @param to of the picture's size, 4 bytes a pixel, rows without gaps
    void paint(AVFrame picture, ByteBuffer to) {
        SwsContext sws = converterFor(picture);
        planes.put(0, views.of(to));
        strides.put(0, picture.width() * 4);
        swscale.sws_scale(
                sws, picture.data(), picture.linesize(), 0, picture.height(), planes, strides);
    }

    private SwsContext converterFor(AVFrame picture) {
        int pixels = picture.format();
        boolean full =
                picture.color_range() == avutil.AVCOL_RANGE_JPEG
                        || pixels == avutil.AV_PIX_FMT_YUVJ420P
                        || pixels == avutil.AV_PIX_FMT_YUVJ422P
                        || pixels == avutil.AV_PIX_FMT_YUVJ444P;
        Form wanted =
                new Form(picture.width(), picture.height(), pixels, picture.colorspace(), full);
        SwsContext sws = converter;
        if (sws != null && wanted.equals(form)) return sws;
        sws =
                swscale.sws_getCachedContext(
                        sws,
                        wanted.width,
                        wanted.height,
                        pixels,
                        wanted.width,
                        wanted.height,
                        avutil.AV_PIX_FMT_BGRA,
                        swscale.SWS_BILINEAR,
                        null,
                        null,
                        (DoublePointer) null);
        if (sws == null) throw new IllegalStateException("no way from " + wanted + " to BGRA");
        int unity = 1 << 16;
        swscale.sws_setColorspaceDetails(
                sws,
                swscale.sws_getCoefficients(wanted.matrix),
                full ? 1 : 0,
                swscale.sws_getCoefficients(swscale.SWS_CS_DEFAULT),
                0,
                0,
                unity,
                unity);
        converter = sws;
        form = wanted;
        return sws;
    }

    @Override
    public void close() {
        views.close();
        planes.deallocate();
        strides.deallocate();
        swscale.sws_freeContext(converter);
    }
}
