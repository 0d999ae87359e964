package org.hrscope.capture;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;
import org.hrscope.image.OpenCv;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/// Turns the pictures of a video that was filmed with the camera on its side, as its display matrix says. One thread.
final class QuarterTurn implements AutoCloseable {
    private final int code;
    private final BgraPainter painter;
    private @Nullable ByteBuffer lying;

    private QuarterTurn(int code, BgraPainter painter) {
        OpenCv.load();
        this.code = code;
        this.painter = painter;
    }

    /// Null where the video lies upright already, or mirrored or askew, which is left as it is.
    static @Nullable QuarterTurn of(AVStream stream, BgraPainter painter) {
        AVCodecParameters parameters = stream.codecpar();
        AVPacketSideData matrix =
                avcodec.av_packet_side_data_get(
                        parameters.coded_side_data(),
                        parameters.nb_coded_side_data(),
                        avcodec.AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix == null || matrix.size() < 36) return null;
        double clockwise = -avutil.av_display_rotation_get(new IntPointer(matrix.data()));
        return switch ((int) Math.floorMod(Math.round(clockwise), 360L)) {
            case 90 -> new QuarterTurn(Core.ROTATE_90_CLOCKWISE, painter);
            case 180 -> new QuarterTurn(Core.ROTATE_180, painter);
            case 270 -> new QuarterTurn(Core.ROTATE_90_COUNTERCLOCKWISE, painter);
            default -> null;
        };
    }

    int width(AVFrame picture) {
        return code == Core.ROTATE_180 ? picture.width() : picture.height();
    }

    int height(AVFrame picture) {
        return code == Core.ROTATE_180 ? picture.height() : picture.width();
    }

    void paint(AVFrame picture, ByteBuffer to) {
        ByteBuffer from = lying;
        if (from == null || from.capacity() != to.capacity()) {
            from = ByteBuffer.allocateDirect(to.capacity());
            lying = from;
        }
        painter.paint(picture, from);
        Mat source = new Mat(picture.height(), picture.width(), CvType.CV_8UC4, from);
        Mat upright = new Mat(height(picture), width(picture), CvType.CV_8UC4, to);
        Core.rotate(source, upright, code);
        source.release();
        upright.release();
    }

    @Override
    public void close() {
        lying = null;
    }
}
