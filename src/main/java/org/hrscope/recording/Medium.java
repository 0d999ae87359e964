package org.hrscope.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.ffmpeg.global.avutil;

/// The kinds of recording, told by the file's ending.
///
/// MP4 is H.264 as fragments of half a second: whatever is on disk can be played, up to its last fragment. The
/// others are for a short piece: see [Limits].
public enum Medium {
    MP4("mp4", "libopenh264", avutil.AV_PIX_FMT_YUV420P, new Limits(3840, 0, Integer.MAX_VALUE)),
    WEBP("webp", "libwebp_anim", avutil.AV_PIX_FMT_YUV420P, new Limits(640, 60_000_000, 60)),
    GIF("gif", "gif", avutil.AV_PIX_FMT_RGB8, new Limits(640, 60_000_000, 60));

    /// FFmpeg's name of the container.
    final String container;

    /// FFmpeg's name of the encoder.
    final String encoder;

    /// What the encoder takes, an `AV_PIX_FMT`.
    final int pixels;

    final Limits limits;

    /// @param most     pixels along the longer side
    /// @param gapNanos least time between two frames
    /// @param seconds  longest duration
    record Limits(int most, long gapNanos, int seconds) {
        boolean over(long nanos) {
            return nanos > seconds * 1_000_000_000L;
        }
    }

    Medium(String container, String encoder, int pixels, Limits limits) {
        this.container = container;
        this.encoder = encoder;
        this.pixels = pixels;
        this.limits = limits;
    }

    /// Whether a file of this name holds this medium; a device or a pipe may be called anything.
    public boolean fits(Path file) {
        boolean device = Files.exists(file) && !Files.isRegularFile(file);
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return device || name.endsWith("." + container);
    }

    public static Medium of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".webp")) return WEBP;
        return name.endsWith(".gif") ? GIF : MP4;
    }
}
