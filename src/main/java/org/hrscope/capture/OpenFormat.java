package org.hrscope.capture;

import java.time.Duration;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.PointerPointer;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// A file or address opened by FFmpeg, with its streams probed. One thread.
final class OpenFormat implements AutoCloseable {
    private final Patience patience;
    private final AVFormatContext context;

    /// @param source  named in error sentences: a file or an address
    /// @param address the same in FFmpeg's syntax
    /// @param options for FFmpeg's formats and protocols
    /// @param most    see [Patience]
    /// @throws Problem if the frames exceed [PixelLimit], before any is allocated
    OpenFormat(Object source, String address, Map<String, String> options, @Nullable Duration most)
            throws FfmpegException, Problem {
        Ffmpeg.load();
        patience = new Patience(most);
        context = avformat.avformat_alloc_context();
        boolean whole = false;
        try {
            context.interrupt_callback().callback(patience);
            open(address, options);
            checkSizes(source);
            findStreams();
            checkSizes(source);
            whole = true;
        } finally {
            if (!whole) close();
        }
    }

    private void open(String address, Map<String, String> options) throws FfmpegException {
        try (AVDictionary settings = new AVDictionary(null)) {
            options.forEach((key, value) -> avutil.av_dict_set(settings, key, value, 0));
            int answer = avformat.avformat_open_input(context, address, null, settings);
            avutil.av_dict_free(settings);
            FfmpegException.check(answer);
        }
    }

    private void checkSizes(Object source) throws Problem {
        for (int i = 0; i < context.nb_streams(); i++) {
            AVCodecParameters stream = context.streams(i).codecpar();
            PixelLimit.check(source, stream.width(), stream.height());
        }
    }

    /// Probing decodes frames, so the pixel limit applies here too.
    private void findStreams() throws FfmpegException {
        int streams = context.nb_streams();
        try (PointerPointer<AVDictionary> settings = new PointerPointer<>(streams + 1L)) {
            for (int i = 0; i < streams; i++) {
                AVDictionary limit = new AVDictionary(null);
                avutil.av_dict_set(limit, "max_pixels", String.valueOf(PixelLimit.MOST), 0);
                settings.put(i, limit);
            }
            int answer = avformat.avformat_find_stream_info(context, settings);
            for (int i = 0; i < streams; i++) {
                AVDictionary left = settings.get(AVDictionary.class, i);
                if (left != null) avutil.av_dict_free(left);
            }
            FfmpegException.check(answer);
        }
    }

    AVFormatContext context() {
        return context;
    }

    Patience patience() {
        return patience;
    }

    @Override
    public void close() {
        avformat.avformat_close_input(context);
        patience.deallocate();
    }
}
