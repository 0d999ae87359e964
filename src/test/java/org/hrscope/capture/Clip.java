package org.hrscope.capture;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.IntToLongFunction;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/// A video whose frame k encodes k as eight light or dark columns, so that any decoded frame can be identified.
record Clip(
        int width,
        int height,
        int frames,
        int codec,
        int betweenFrames,
        int rate,
        IntToLongFunction micros) {
    static final int BITS = 8;

    /// H.264 as from phones and cameras: constant frame rate, a keyframe every 12 frames.
    static Clip h264(int frames) {
        return new Clip(320, 240, frames, avcodec.AV_CODEC_ID_H264, 0, 25, k -> k * 40_000L);
    }

    /// With B-frames: decoding order differs from presentation order.
    static Clip reordered(int frames) {
        return new Clip(320, 240, frames, avcodec.AV_CODEC_ID_MPEG4, 2, 25, k -> k * 40_000L);
    }

    /// Intra-coded, in a container that stays readable when truncated.
    static Clip mjpeg(int frames) {
        return new Clip(320, 240, frames, avcodec.AV_CODEC_ID_MJPEG, 0, 25, k -> k * 40_000L);
    }

    /// MPEG-1, which has its pictures in no container when the file is called `.m1v`.
    static Clip mpeg1(int frames) {
        return new Clip(320, 240, frames, avcodec.AV_CODEC_ID_MPEG1VIDEO, 0, 25, k -> k * 40_000L);
    }

    static Clip gif(int frames) {
        return new Clip(320, 240, frames, avcodec.AV_CODEC_ID_GIF, 0, 25, k -> k * 40_000L);
    }

    static Clip flash(int frames) {
        return new Clip(320, 240, frames, avcodec.AV_CODEC_ID_FLV1, 0, 25, k -> k * 40_000L);
    }

    /// The same at these times, to a hundredth of a second.
    Clip timed(IntToLongFunction times) {
        return new Clip(width, height, frames, codec, betweenFrames, 100, times);
    }

    Path write(Path file) throws Exception {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, height)) {
            recorder.setVideoCodec(codec);
            recorder.setFrameRate(rate);
            recorder.setGopSize(12);
            recorder.setMaxBFrames(betweenFrames);
            recorder.setVideoBitrate(2_000_000);
            recorder.setPixelFormat(
                    switch (codec) {
                        case avcodec.AV_CODEC_ID_MJPEG -> avutil.AV_PIX_FMT_YUVJ420P;
                        case avcodec.AV_CODEC_ID_GIF -> avutil.AV_PIX_FMT_RGB8;
                        default -> avutil.AV_PIX_FMT_YUV420P;
                    });
            // Index first, so that a truncated file can still be played.
            if (file.toString().endsWith(".mp4")) recorder.setOption("movflags", "faststart");
            recorder.start();
            try (Frame picture = new Frame(width, height, Frame.DEPTH_UBYTE, 3)) {
                for (int k = 0; k < frames; k++) {
                    paint(k, picture);
                    if (micros.applyAsLong(k) > recorder.getTimestamp()) {
                        recorder.setTimestamp(micros.applyAsLong(k));
                    }
                    recorder.record(picture);
                }
            }
            recorder.stop();
        }
        return file;
    }

    private void paint(int k, Frame picture) {
        ByteBuffer pixels = (ByteBuffer) picture.image[0];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean light = (k >> (x * BITS / width) & 1) == 1;
                int at = y * picture.imageStride + 3 * x;
                for (int c = 0; c < 3; c++) pixels.put(at + c, (byte) (light ? 220 : 30));
            }
        }
    }

    /// The frame's number, read from its columns.
    static int numberIn(org.hrscope.domain.Frame frame) {
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int x = (2 * bit + 1) * frame.width() / (2 * BITS);
            int blue = frame.pixels().get(4 * (frame.height() / 2 * frame.width() + x)) & 0xff;
            if (blue > 128) number |= 1 << bit;
        }
        return number;
    }
}
