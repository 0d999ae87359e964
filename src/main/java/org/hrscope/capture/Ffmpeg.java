package org.hrscope.capture;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;
import org.hrscope.domain.Problem;
import org.hrscope.natives.NativeLoad;

/// Loads FFmpeg's native libraries before any of its classes is touched. Any thread.
public final class Ffmpeg {
    private static final NativeLoad LOAD =
            new NativeLoad(() -> {
                Path folder = FfmpegFolder.choose();
                for (Class<?> part :
                        new Class<?>[] {
                            avutil.class, avcodec.class, avformat.class, swscale.class
                        }) {
                    Loader.load(part);
                }
                // Errors are reported as a Problem instead.
                avutil.av_log_set_level(avutil.AV_LOG_QUIET);
                return folder;
            });

    private Ffmpeg() {}

    /// Returns at once if already loaded.
    ///
    /// @throws Problem `natives.nowhere`, or whatever else prevented loading
    public static void need() throws Problem {
        LOAD.need();
    }

    /// For callers that run after [#need()] or cannot report a problem.
    static void load() {
        LOAD.await();
    }
}
