package org.hrscope.capture;

import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.AVStreamGroup;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// Reads HEIC and AVIF images, single or tiled: upright, transparency on black. Uses FFmpeg's demuxer, because
/// OpenCV cannot read them. Any thread.
final class HeifPicture {
    private HeifPicture() {}

    static Frame read(Path file, FramePool pool, Frame.Origin origin) throws Problem {
        Ffmpeg.need();
        Map<String, String> local = Map.of("protocol_whitelist", "file");
        try (OpenFormat opened =
                        new OpenFormat(file, "file:" + file.toAbsolutePath(), local, null);
                BgraPainter painter = new BgraPainter(file, pool)) {
            AVStreamGroup grid = grid(opened.context());
            return grid == null
                    ? whole(opened, painter, origin)
                    : new TileGrid(file, grid).read(opened, painter, pool, origin);
        } catch (FfmpegException e) {
            throw new Problem(e, "picture.broken", file);
        }
    }

    private static Frame whole(OpenFormat opened, BgraPainter painter, Frame.Origin origin)
            throws FfmpegException, Problem {
        try (VideoDecoder decoder = new VideoDecoder(opened, 1)) {
            if (!decoder.next()) throw new FfmpegException(avutil.AVERROR_INVALIDDATA);
            return painter.frame(decoder.picture(), decoder.pixelShape(), origin);
        }
    }

    /// The tile grid of the image itself; others may hold its depth map or gain map.
    private static @Nullable AVStreamGroup grid(AVFormatContext format) {
        for (int i = 0; i < format.nb_streams(); i++) {
            if (isDefault(format.streams(i))) return null;
        }
        AVStreamGroup first = null;
        for (int i = 0; i < format.nb_stream_groups(); i++) {
            AVStreamGroup group = format.stream_groups(i);
            if (group.type() != avformat.AV_STREAM_GROUP_PARAMS_TILE_GRID) continue;
            if ((group.disposition() & avformat.AV_DISPOSITION_DEFAULT) != 0) return group;
            if (first == null) first = group;
        }
        return first;
    }

    private static boolean isDefault(AVStream stream) {
        return (stream.disposition() & avformat.AV_DISPOSITION_DEFAULT) != 0;
    }
}
