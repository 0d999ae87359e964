package org.hrscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

class SourceOpenerTest {
    @TempDir private Path folder;

    private final FramePool pool = new FramePool();
    private final SourceOpener opener = new SourceOpener(new Cameras(), Figure::new);

    /// Stands in for the demo figure.
    private record Figure(FramePool pool) implements FrameSource {
        @Override
        public SourceInfo info() {
            return new SourceInfo("figure", 0, 30, false);
        }

        @Override
        public Frame next() {
            return pool.frame(1, 1, new Frame.Origin("figure", 0, 0), _ -> {});
        }

        @Override
        public void close() {}
    }

    @Test
    void opensWhatIsAskedFor() throws Exception {
        assertThat(opener.open(new SourceSpec.Demo(), pool)).isEqualTo(new Figure(pool));
        Path picture = picture(folder.resolve("1.png"));
        Path video = Clip.h264(3).write(folder.resolve("clip.mp4"));
        for (Path asked : new Path[] {picture, video, folder}) {
            try (FrameSource source = opener.open(SourceSpec.parse(asked.toString()), pool);
                    Frame frame = source.next()) {
                assertThat(source.info().name()).isEqualTo(asked.getFileName().toString());
                assertThat(frame.origin().index()).isZero();
            }
        }
        try (MjpegServer server = new MjpegServer(5);
                FrameSource source =
                        opener.open(SourceSpec.parse(server.address("/video").toString()), pool);
                Frame frame = source.next()) {
            assertThat(frame.width()).isEqualTo(320);
        }
    }

    /// A video that was an image when it was remembered, and vice versa.
    @Test
    void aKindThatNoLongerFitsIsSaidSo() throws Exception {
        Path picture = Files.writeString(folder.resolve("was.png"), "no longer a picture");
        assertThatThrownBy(() -> opener.open(new SourceSpec.Picture(picture), pool))
                .asInstanceOf(type(Problem.class))
                .satisfies(p -> assertThat(p.key()).isEqualTo("picture.broken"));
        assertThatThrownBy(() -> opener.open(new SourceSpec.Video(picture), pool))
                .asInstanceOf(type(Problem.class))
                .satisfies(p -> assertThat(p.key()).isEqualTo("video.empty"));
    }

    private static Path picture(Path file) throws Exception {
        org.hrscope.pixels.OpenCv.load();
        MatOfByte bytes = new MatOfByte();
        Imgcodecs.imencode(".png", new Mat(4, 4, CvType.CV_8UC3, new Scalar(1, 2, 3)), bytes);
        return Files.write(file, bytes.toArray());
    }
}
