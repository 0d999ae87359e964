package org.hrscope.capture;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/// The packets of an open format, in order. A truncated last packet is dropped, since it would decode to grey
/// smear. Packets merely flagged corrupt are kept: where two recordings meet, the continuity counter jumps and the
/// last frame of the first is flagged. GIF's are never flagged, so its last is dropped where the file is cut off. One
/// thread.
final class Packets implements AutoCloseable {
    private final AVFormatContext format;
    private final Patience patience;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVPacket following = avcodec.av_packet_alloc();
    private final boolean lastIsCut;
    private boolean ahead;

    /// @param cutOff whether the file ends before it should
    Packets(OpenFormat opened, boolean cutOff) {
        format = opened.context();
        patience = opened.patience();
        lastIsCut = cutOff && "gif".equals(format.iformat().name().getString());
    }

    /// Reads the next packet into [#packet()].
    ///
    /// @return 0, or an FFmpeg error: `AVERROR_EOF` at the end
    int next() {
        avcodec.av_packet_unref(packet);
        int answer = 0;
        if (ahead) avcodec.av_packet_move_ref(packet, following);
        else answer = read(packet);
        ahead = false;
        boolean whole = !lastIsCut && (packet.flags() & avcodec.AV_PKT_FLAG_CORRUPT) == 0;
        if (answer < 0 || whole) return answer;
        answer = read(following);
        if (answer < 0) return answer;
        ahead = true;
        packet.flags(packet.flags() & ~avcodec.AV_PKT_FLAG_CORRUPT);
        return 0;
    }

    /// A stream can send packets forever without one decodable frame.
    private int read(AVPacket into) {
        return patience.over() ? avutil.AVERROR_EXIT : avformat.av_read_frame(format, into);
    }

    /// Owned by this object; valid until the next call.
    AVPacket packet() {
        return packet;
    }

    /// Drops what was read ahead; call after a seek.
    void forget() {
        avcodec.av_packet_unref(following);
        ahead = false;
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avcodec.av_packet_free(following);
    }
}
