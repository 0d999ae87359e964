package org.hrscope.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.hrscope.capture.Ffmpeg;
import org.hrscope.domain.Problem;
import org.hrscope.pixels.OpenCv;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/// Sound of a recording is AAC where its own format is not expected in an MP4, and in step: a burst is heard when it is
/// heard in the source.
class SoundTest {
    private static final double BURST = 0.733;
    private static final double SECONDS = 1.9;
    private static final double FRAME = 0.04;

    @TempDir Path folder;

    @BeforeEach
    void load() throws Problem {
        Ffmpeg.need();
        OpenCv.load();
    }

    /// Silence but for a tenth of a second.
    private Path source(String name, int codec, int rate, int channels) throws Exception {
        Path file = folder.resolve(name);
        try (FFmpegFrameRecorder recorder =
                new FFmpegFrameRecorder(file.toFile(), 64, 48, channels)) {
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
            recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
            recorder.setFrameRate(1 / FRAME);
            recorder.setAudioCodec(codec);
            recorder.setSampleRate(rate);
            recorder.start();
            int written = 0;
            try (Frame picture = new Frame(64, 48, Frame.DEPTH_UBYTE, 3)) {
                for (int k = 0; k * FRAME < SECONDS; k++) {
                    recorder.record(picture);
                    int till = (int) ((k + 1) * FRAME * rate);
                    ShortBuffer samples = ShortBuffer.allocate((till - written) * channels);
                    for (int i = 0; i < samples.capacity(); i++) {
                        double at = (written + i / channels) / (double) rate;
                        boolean loud = at >= BURST && at < BURST + 0.1;
                        samples.put(
                                i, (short) (loud ? (i / channels / 8 % 2 * 2 - 1) * 20_000 : 0));
                    }
                    recorder.recordSamples(rate, channels, samples);
                    written = till;
                }
            }
            recorder.stop();
        }
        return file;
    }

    private Path recorded(Path source, double from) throws Exception {
        Path file = folder.resolve("recorded.mp4");
        long begin = Math.round(from * 1e9);
        Mat black = Mat.zeros(48, 64, CvType.CV_8UC4);
        try (OutputStream to = Files.newOutputStream(file);
                Film film = new Film(to, Medium.MP4, new Film.Start(64, 48, begin, source))) {
            assertThat(film.mute()).isFalse();
            for (double at = from; at < SECONDS; at += FRAME) film.add(black, Math.round(at * 1e9));
            film.end();
        }
        black.release();
        return file;
    }

    /// When it is first loud, in seconds of the picture's clock; and where the sound ends.
    private static double[] heard(Path file) throws Exception {
        double first = Double.NaN;
        double end = 0;
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile())) {
            grabber.setSampleMode(org.bytedeco.javacv.FrameGrabber.SampleMode.FLOAT);
            grabber.start();
            for (Frame f = grabber.grabSamples(); f != null; f = grabber.grabSamples()) {
                FloatBuffer samples = (FloatBuffer) f.samples[0];
                int count = samples.remaining() / f.audioChannels;
                for (int i = 0; i < count && Double.isNaN(first); i++) {
                    if (Math.abs(samples.get(i * f.audioChannels)) > 0.2)
                        first = f.timestamp / 1e6 + i / (double) f.sampleRate;
                }
                end = f.timestamp / 1e6 + count / (double) f.sampleRate;
            }
            grabber.stop();
        }
        return new double[] {first, end};
    }

    private static int pictures(Path file) throws Exception {
        int count = 0;
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile())) {
            grabber.start();
            while (grabber.grabImage() != null) count++;
        }
        return count;
    }

    private static int codec(Path file) throws Exception {
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile())) {
            grabber.start();
            return grabber.getAudioCodec();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pcm.mkv, 44100, 1, 0",
        "pcm.mov, 48000, 2, 0.28",
        "pcm.mkv, 6000, 1, 0.04",
        "vorbis.mkv, 32000, 2, 0.2",
        "flac.mkv, 44100, 2, 0"
    })
    void otherSoundBecomesAacInStep(String name, int rate, int channels, double from)
            throws Exception {
        int codec =
                name.startsWith("pcm")
                        ? avcodec.AV_CODEC_ID_PCM_S16LE
                        : name.startsWith("flac")
                                ? avcodec.AV_CODEC_ID_FLAC
                                : avcodec.AV_CODEC_ID_VORBIS;
        Path recorded = recorded(source(name, codec, rate, channels), from);
        assertThat(codec(recorded)).isEqualTo(avcodec.AV_CODEC_ID_AAC);
        assertThat(pictures(recorded)).isEqualTo((int) Math.ceil((SECONDS - from) / FRAME - 1e-6));
        double[] heard = heard(recorded);
        assertThat(heard[0]).isCloseTo(BURST - from, within(FRAME));
        assertThat(heard[1]).isCloseTo(SECONDS - from, within(0.12));
    }

    /// Bit for bit the source's own packets.
    @Test
    void soundThatIsExpectedIsCopied() throws Exception {
        Path recorded = recorded(source("a.mp4", avcodec.AV_CODEC_ID_AAC, 44_100, 1), 0.2);
        assertThat(codec(recorded)).isEqualTo(avcodec.AV_CODEC_ID_AAC);
        assertThat(heard(recorded)[0]).isCloseTo(BURST - 0.2, within(FRAME));
    }
}
