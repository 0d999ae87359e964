package org.hrscope.capture;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.AVStreamGroup;
import org.bytedeco.ffmpeg.avformat.AVStreamGroupTileGrid;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.pixels.OpenCv;
import org.hrscope.pixels.PixelMat;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

/// An image stored as separately coded tiles: assembled, cropped to its size and turned upright. One thread.
final class TileGrid {
    private final Path file;
    private final AVStreamGroup group;
    private final AVStreamGroupTileGrid grid;

    TileGrid(Path file, AVStreamGroup group) {
        this.file = file;
        this.group = group;
        grid = group.params_tile_grid();
    }

    Frame read(OpenFormat opened, BgraPainter painter, FramePool pool, Frame.Origin origin)
            throws FfmpegException, Problem {
        PixelLimit.check(file, grid.coded_width(), grid.coded_height());
        Rect all = new Rect(0, 0, grid.coded_width(), grid.coded_height());
        Rect seen =
                new Rect(
                        grid.horizontal_offset(),
                        grid.vertical_offset(),
                        grid.width(),
                        grid.height());
        // The tiles do not cover this size.
        if (!common(all, seen).equals(seen)) throw new FfmpegException(avutil.AVERROR_INVALIDDATA);
        OpenCv.load();
        Mat canvas = new Mat(all.height, all.width, CvType.CV_8UC4, background());
        try (Packets packets = new Packets(opened, false)) {
            int laid = 0;
            while (packets.next() >= 0) laid += lay(packets.packet(), painter, canvas);
            if (laid < grid.nb_tiles()) throw new FfmpegException(avutil.AVERROR_INVALIDDATA);
            Mat picture = canvas.submat(seen);
            FrameOrientation posture = posture();
            return pool.frame(
                    posture.width(picture),
                    posture.height(picture),
                    origin,
                    pixels -> {
                        try (PixelMat to =
                                new PixelMat(
                                        posture.width(picture), posture.height(picture), pixels)) {
                            posture.turn(picture, to.mat());
                        }
                    });
        } finally {
            canvas.release();
        }
    }

    /// Copies a tile wherever it is used: one may serve several places.
    ///
    /// @return the number of places
    private int lay(AVPacket packet, BgraPainter painter, Mat canvas)
            throws FfmpegException, Problem {
        int laid = 0;
        Mat tile = null;
        for (int i = 0; i < grid.nb_tiles(); i++) {
            AVStream stream = group.streams(grid.offsets_idx(i));
            if (stream.index() != packet.stream_index()) continue;
            if (tile == null) tile = decoded(stream, packet, painter);
            int x = grid.offsets_horizontal(i);
            int y = grid.offsets_vertical(i);
            Rect place =
                    common(
                            new Rect(0, 0, canvas.cols(), canvas.rows()),
                            new Rect(x, y, tile.cols(), tile.rows()));
            tile.submat(new Rect(place.x - x, place.y - y, place.width, place.height))
                    .copyTo(canvas.submat(place));
            laid++;
        }
        return laid;
    }

    private static Mat decoded(AVStream stream, AVPacket packet, BgraPainter painter)
            throws FfmpegException, Problem {
        AVFrame tile = avutil.av_frame_alloc();
        try (OpenCodec codec = new OpenCodec(stream, 1);
                AVRational square = new AVRational().num(1).den(1)) {
            AVCodecContext context = codec.context();
            FfmpegException.check(avcodec.avcodec_send_packet(context, packet));
            avcodec.avcodec_send_packet(context, null);
            FfmpegException.check(avcodec.avcodec_receive_frame(context, tile));
            return painter.stored(tile, square);
        } finally {
            avutil.av_frame_free(tile);
        }
    }

    private static Rect common(Rect one, Rect other) throws FfmpegException {
        int left = Math.max(one.x, other.x);
        int top = Math.max(one.y, other.y);
        long right = Math.min((long) one.x + one.width, (long) other.x + other.width);
        long bottom = Math.min((long) one.y + one.height, (long) other.y + other.height);
        if (right <= left || bottom <= top) throw new FfmpegException(avutil.AVERROR_INVALIDDATA);
        return new Rect(left, top, (int) right - left, (int) bottom - top);
    }

    private Scalar background() {
        return new Scalar(
                grid.background(2) & 0xff,
                grid.background(1) & 0xff,
                grid.background(0) & 0xff,
                255);
    }

    private FrameOrientation posture() {
        for (int i = 0; i < grid.nb_coded_side_data(); i++) {
            AVPacketSideData data = grid.coded_side_data().getPointer(i);
            if (data.type() == avcodec.AV_PKT_DATA_DISPLAYMATRIX
                    && data.size() >= FrameOrientation.BYTES)
                return FrameOrientation.of(
                        data.data().capacity(FrameOrientation.BYTES).asByteBuffer().asIntBuffer());
        }
        return FrameOrientation.UPRIGHT;
    }
}
