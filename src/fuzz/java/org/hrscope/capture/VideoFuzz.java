package org.hrscope.capture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.global.avcodec;
import org.hrscope.Hammer;
import org.hrscope.pixels.OpenCv;
import org.hrscope.domain.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/// Damaged videos in the common containers, and a tiled HEIF image, which FFmpeg reads too.
class VideoFuzz {
    private static final int PICTURES = 4;

    /// Even a valid frame of 100 million pixels, the limit, takes a second.
    private static final long MOST_PIXELS = 10_000_000;

    @TempDir private Path folder;

    @Test
    void files() throws Exception {
        OpenCv.load();
        Ffmpeg.need();
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(clip(avcodec.AV_CODEC_ID_H264, "a.mp4"));
        seeds.add(clip(avcodec.AV_CODEC_ID_MPEG4, "b.mkv"));
        seeds.add(clip(avcodec.AV_CODEC_ID_MJPEG, "c.avi"));
        seeds.add(clip(avcodec.AV_CODEC_ID_GIF, "d.gif"));
        seeds.add(clip(avcodec.AV_CODEC_ID_H264, "e.ts"));
        seeds.add(clip(avcodec.AV_CODEC_ID_FLV1, "f.flv"));
        seeds.add(phone());
        Path file = folder.resolve("fuzz");
        Hammer.run("video", seeds, 100_000, bytes -> read(Files.write(file, bytes)));
    }

    private byte[] clip(int codec, String name) throws Exception {
        Clip clip = new Clip(64, 48, 5, codec, 0, 25, k -> k * 40_000L);
        return Files.readAllBytes(clip.write(folder.resolve(name)));
    }

    private byte[] phone() throws Exception {
        List<Mat> tiles = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            tiles.add(new Mat(16, 16, CvType.CV_8UC3, new Scalar(50 * i, 90, 120)));
        }
        Heif heif = new Heif(2, 2, 30, 31, 1, 0);
        return Files.readAllBytes(heif.write(folder.resolve("g.heic"), tiles));
    }

    private static void read(Path file) throws Exception {
        FramePool pool = new FramePool();
        try (FrameSource source =
                FileKind.of(file) == FileKind.PICTURE
                        ? new PictureSource(file, pool)
                        : new VideoSource(file, pool)) {
            long pixels = 0;
            for (int i = 0; i < PICTURES && pixels < MOST_PIXELS; i++) {
                try (Frame frame = source.next()) {
                    if (frame == null) break;
                    pixels += (long) frame.width() * frame.height();
                }
            }
            if (source instanceof VideoSource video && pixels < MOST_PIXELS) video.seek(1);
        }
    }
}
