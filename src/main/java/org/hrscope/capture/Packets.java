package org.hrscope.capture;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/// The packets of an open format, one after the other. A torn one at the end is left out: it would become a grey smear.
/// One that is only said to be corrupt is kept: where two recordings meet the last picture of the first is called so,
/// for the counter in their packets jumps there. One thread.
final class Packets implements AutoCloseable {
    private final AVFormatContext format;
    private final Patience patience;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVPacket following = avcodec.av_packet_alloc();
    private boolean ahead;

    Packets(OpenFormat opened) {
        format = opened.context();
        patience = opened.patience();
    }

    /// Reads the next into [#packet()].
    ///
    /// @return 0, or an error of FFmpeg's: `AVERROR_EOF` at the end
    int next() {
        avcodec.av_packet_unref(packet);
        int answer = 0;
        if (ahead) avcodec.av_packet_move_ref(packet, following);
        else answer = read(packet);
        ahead = false;
        if (answer < 0 || (packet.flags() & avcodec.AV_PKT_FLAG_CORRUPT) == 0) return answer;
        answer = read(following);
        if (answer < 0) return answer;
        ahead = true;
        packet.flags(packet.flags() & ~avcodec.AV_PKT_FLAG_CORRUPT);
        return 0;
    }

    /// A stream can send packets for ever of which none makes a picture.
    private int read(AVPacket into) {
        return patience.over() ? avutil.AVERROR_EXIT : avformat.av_read_frame(format, into);
    }

    /// Belongs to this object, until the next call.
    AVPacket packet() {
        return packet;
    }

    /// After a seek: what was read ahead belongs to another place.
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
