package org.hrscope.capture;

import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.global.avutil;

/// An error code returned by FFmpeg; the message is FFmpeg's own, for the log.
public final class FfmpegException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    private final int code;

    public FfmpegException(int code) {
        super(text(code));
        this.code = code;
    }

    /// One of `AVERROR_*`, or a negated errno.
    int code() {
        return code;
    }

    /// @throws FfmpegException if `answer` is an error code
    public static int check(int answer) throws FfmpegException {
        if (answer < 0) throw new FfmpegException(answer);
        return answer;
    }

    private static String text(int code) {
        byte[] text = new byte[256];
        avutil.av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) end++;
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
