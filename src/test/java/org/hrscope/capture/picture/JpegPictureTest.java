package org.hrscope.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hrscope.capture.picture.StoredFiles.encoded;
import static org.hrscope.capture.picture.StoredFiles.joined;
import static org.hrscope.capture.picture.StoredFiles.read;
import static org.hrscope.capture.picture.StoredFiles.segment;
import static org.hrscope.capture.picture.StoredFiles.slice;

import java.nio.ByteBuffer;
import java.util.List;
import org.hrscope.pixels.OpenCv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

class JpegPictureTest {
    /// OpenCV's option numbers: progressive, restart interval, subsampling.
    private static final int PROGRESSIVE = 2;

    private static final int RESTART = 4;
    private static final int SAMPLING = 7;

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    private static List<byte[]> files() {
        Mat colour = StoredFiles.scene(50, 38);
        Mat noise = new Mat(38, 50, CvType.CV_8UC3);
        Core.randu(noise, 0, 255);
        Mat grey = new Mat();
        Imgproc.cvtColor(noise, grey, Imgproc.COLOR_BGR2GRAY);
        return List.of(
                encoded(".jpg", colour),
                encoded(".jpg", noise),
                encoded(".jpg", grey),
                encoded(".jpg", noise, SAMPLING, 0x111111),
                encoded(".jpg", colour, RESTART, 2),
                encoded(".jpg", colour, PROGRESSIVE, 1),
                encoded(".jpg", noise, PROGRESSIVE, 1));
    }

    @Test
    void withoutItsEndMarkerItIsTheSamePicture() throws Exception {
        for (byte[] file : files()) {
            Mat whole = read(file);
            for (int missing = 1; missing <= 2; missing++) {
                Mat endless = read(slice(file, 0, file.length - missing));
                assertThat(Core.norm(whole, endless, Core.NORM_INF)).isZero();
            }
        }
    }

    /// The last bits may be padding: a file that opens has every pixel, and one cut by more than a few bytes does
    /// not open.
    @Test
    void cutInItsPixelsItIsRefused() throws Exception {
        List<byte[]> files = files();
        for (byte[] file : files) {
            Mat whole = read(file);
            int opened = 0;
            for (int missing = 3; missing <= 150; missing++) {
                byte[] cut = slice(file, 0, file.length - missing);
                try {
                    assertThat(Core.norm(whole, read(cut), Core.NORM_INF))
                            .as("file %d without %d bytes", files.indexOf(file), missing)
                            .isZero();
                    opened++;
                } catch (PictureException e) {
                    // expected
                }
            }
            assertThat(opened).isLessThanOrEqualTo(1);
            for (double share : new double[] {0.9, 0.7, 0.5}) {
                byte[] cut = slice(file, 0, (int) (file.length * share));
                assertThatThrownBy(() -> read(cut)).isInstanceOf(PictureException.class);
            }
        }
    }

    /// A row of blocks of a wide image takes more bytes than a whole small one.
    @Test
    void aWidePictureCutAnywhereIsRefused() {
        for (int width : new int[] {333, 640, 1921}) {
            Mat noise = new Mat(70, width, CvType.CV_8UC3);
            Core.randu(noise, 0, 255);
            Mat scene = StoredFiles.scene(width, 70);
            for (byte[] file : List.of(encoded(".jpg", noise), encoded(".jpg", scene))) {
                int pixels = file.length - 700; // after the tables
                for (int part = 1; part < 20; part++) {
                    byte[] cut = slice(file, 0, 700 + pixels * part / 20);
                    assertThatThrownBy(() -> read(cut))
                            .as("%d wide, %d of 20 parts", width, part)
                            .isInstanceOf(PictureException.class);
                }
                assertThatCode(() -> read(slice(file, 0, file.length - 2)))
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void behindTheEndMayStandAnything() {
        byte[] file = encoded(".jpg", StoredFiles.scene(50, 38));
        assertThatCode(() -> read(joined(file, new byte[999]))).doesNotThrowAnyException();
    }

    @Test
    void betweenSegmentsMayStandAnything() throws Exception {
        byte[] file = encoded(".jpg", StoredFiles.scene(50, 38));
        // After the first, of 18 bytes.
        byte[] odd =
                joined(
                        slice(file, 0, 20),
                        new byte[7],
                        new byte[] {-1, -1},
                        slice(file, 20, file.length));
        assertThat(Core.norm(read(file), read(odd), Core.NORM_INF)).isZero();
    }

    @Test
    void segmentsWithoutALengthOrAnEndAreRefused() {
        byte[] file = encoded(".jpg", StoredFiles.scene(50, 38));
        byte[] start = slice(file, 0, 2);
        byte[] rest = slice(file, 2, file.length);
        for (byte[] odd :
                List.of(
                        joined(start, new byte[] {-1, -32, 0, 0}, rest),
                        joined(start, new byte[] {-1, -32, 0, 1}, rest),
                        joined(start, new byte[] {-1, -32, -1, -1}, slice(rest, 0, 99)),
                        joined(start, new byte[] {-1, -39}, rest),
                        start,
                        joined(start, segment(0xffe1, "Exif".getBytes())))) {
            assertThatThrownBy(() -> read(odd)).isInstanceOf(PictureException.class);
        }
    }

    /// A few bytes that claim many pixels, and the same scan repeated, would keep a decoder busy for minutes.
    @Test
    void whatTakesADecoderTooLongIsRefused() {
        byte[] sparse = encoded(".jpg", StoredFiles.scene(50, 38));
        int at = 0;
        while ((sparse[at] & 0xff) != 0xff || (sparse[at + 1] & 0xff) != 0xc0) at++;
        ByteBuffer.wrap(sparse).putShort(at + 5, (short) 9_000).putShort(at + 7, (short) 9_000);
        assertThatThrownBy(() -> read(sparse)).isInstanceOf(PictureException.class);
        byte[] file = encoded(".jpg", StoredFiles.scene(50, 38), PROGRESSIVE, 1);
        int scan = file.length - 4;
        while ((file[scan] & 0xff) != 0xff || (file[scan + 1] & 0xff) != 0xda) scan--;
        byte[][] parts = new byte[100][];
        java.util.Arrays.fill(parts, slice(file, scan, file.length - 2));
        byte[] again = joined(slice(file, 0, scan), joined(parts), new byte[] {-1, -39});
        assertThatThrownBy(() -> read(again)).isInstanceOf(PictureException.class);
    }
}
