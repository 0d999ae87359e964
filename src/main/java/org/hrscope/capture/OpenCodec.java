package org.hrscope.capture;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/// A decoder for one stream, limited to [PixelLimit]. One thread.
final class OpenCodec implements AutoCloseable {
    private final AVCodecContext context;

    /// @param threads for decoding; each one beyond the first delays output by a frame
    OpenCodec(AVStream stream, int threads) throws FfmpegException {
        AVCodec decoder = avcodec.avcodec_find_decoder(stream.codecpar().codec_id());
        if (decoder == null) throw new FfmpegException(avutil.AVERROR_DECODER_NOT_FOUND);
        context = avcodec.avcodec_alloc_context3(decoder);
        boolean whole = false;
        try {
            FfmpegException.check(
                    avcodec.avcodec_parameters_to_context(context, stream.codecpar()));
            context.pkt_timebase(stream.time_base());
            context.thread_count(threads);
            context.max_pixels(PixelLimit.MOST);
            FfmpegException.check(avcodec.avcodec_open2(context, decoder, (AVDictionary) null));
            whole = true;
        } finally {
            if (!whole) close();
        }
    }

    AVCodecContext context() {
        return context;
    }

    @Override
    public void close() {
        avcodec.avcodec_free_context(context);
    }
}
