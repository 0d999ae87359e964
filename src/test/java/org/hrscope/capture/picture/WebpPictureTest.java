package org.hrscope.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hrscope.capture.picture.StoredFiles.encoded;
import static org.hrscope.capture.picture.StoredFiles.extended;
import static org.hrscope.capture.picture.StoredFiles.joined;
import static org.hrscope.capture.picture.StoredFiles.pixel;
import static org.hrscope.capture.picture.StoredFiles.read;
import static org.hrscope.capture.picture.StoredFiles.riffChunk;
import static org.hrscope.capture.picture.StoredFiles.scene;
import static org.hrscope.capture.picture.StoredFiles.slice;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.hrscope.pixels.OpenCv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class WebpPictureTest {
    private static final int[] LOSSLESS = {64, 101};

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    /// A frame of an animation; `left` and `top` must be even.
    private static byte[] frame(Mat picture, int left, int top) {
        ByteBuffer head = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(left / 2).putInt(3, top / 2);
        head.putInt(6, picture.cols() - 1).putInt(9, picture.rows() - 1).putInt(12, 100);
        byte[] file = encoded(".webp", picture, LOSSLESS);
        // Only the image chunk, in either form the encoder may write.
        int from = file[15] == 'X' ? 30 : 12;
        return riffChunk("ANMF", joined(head.array(), slice(file, from, file.length)));
    }

    private static byte[] animation(int width, int height, byte[]... frames) {
        byte[] all = joined(riffChunk("ANIM", new byte[6]), joined(frames));
        return extended(new byte[0], width, height, 0x12, all);
    }

    @Test
    void theFirstPictureOfAnAnimationIsShown() throws Exception {
        Mat first = scene(20, 12);
        Mat second = new Mat(12, 20, CvType.CV_8UC3, new Scalar(1, 2, 3));
        Mat read = read(animation(20, 12, frame(first, 0, 0), frame(second, 0, 0)));
        assertThat(Core.norm(first, read, Core.NORM_INF)).isZero();
    }

    @Test
    void aSmallerFirstPictureLiesInItsPlaceOnBlack() throws Exception {
        Mat small = new Mat(4, 6, CvType.CV_8UC4, new Scalar(200, 100, 50, 255));
        small.submat(0, 1, 0, 1).setTo(new Scalar(200, 100, 50, 0));
        Mat read = read(animation(20, 12, frame(small, 8, 2)));
        assertThat(read.cols()).isEqualTo(20);
        assertThat(read.rows()).isEqualTo(12);
        assertThat(pixel(read, 7, 2)).containsExactly(0, 0, 0);
        assertThat(pixel(read, 8, 2)).containsExactly(0, 0, 0);
        assertThat(pixel(read, 9, 2)).containsExactly(200, 100, 50);
        assertThat(pixel(read, 13, 5)).containsExactly(200, 100, 50);
        assertThat(pixel(read, 14, 5)).containsExactly(0, 0, 0);
    }

    @Test
    void aPictureBeyondItsCanvasIsRefused() {
        Mat picture = scene(20, 12);
        for (byte[] file :
                new byte[][] {
                    animation(20, 12, frame(picture, 2, 0)),
                    animation(20, 12, frame(picture, 0, 0x1fffffe)),
                    animation(19, 12, frame(picture, 0, 0))
                }) {
            assertThatThrownBy(() -> read(file)).isInstanceOf(PictureException.class);
        }
    }
}
