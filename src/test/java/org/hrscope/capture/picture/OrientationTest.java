package org.hrscope.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrscope.capture.picture.StoredFiles.chunk;
import static org.hrscope.capture.picture.StoredFiles.encoded;
import static org.hrscope.capture.picture.StoredFiles.exif;
import static org.hrscope.capture.picture.StoredFiles.extended;
import static org.hrscope.capture.picture.StoredFiles.joined;
import static org.hrscope.capture.picture.StoredFiles.named;
import static org.hrscope.capture.picture.StoredFiles.pixel;
import static org.hrscope.capture.picture.StoredFiles.read;
import static org.hrscope.capture.picture.StoredFiles.riffChunk;
import static org.hrscope.capture.picture.StoredFiles.scene;
import static org.hrscope.capture.picture.StoredFiles.segment;
import static org.hrscope.capture.picture.StoredFiles.slice;
import static org.hrscope.capture.picture.StoredFiles.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class OrientationTest {
    private static final int WIDTH = 17;
    private static final int HEIGHT = 10;

    /// A file of every format with an orientation tag; lossy ones are compared with their upright contents.
    private static List<byte[]> files(int mark) {
        Mat colour = scene(WIDTH, HEIGHT);
        Mat clear = new Mat();
        Imgproc.cvtColor(colour, clear, Imgproc.COLOR_BGR2BGRA);
        clear.submat(2, 5, 3, 9).setTo(new Scalar(10, 200, 30, 128));
        byte[] big = exif(ByteOrder.BIG_ENDIAN, mark);
        byte[] little = exif(ByteOrder.LITTLE_ENDIAN, mark);
        List<byte[]> files = new ArrayList<>();
        for (byte[] jpeg :
                List.of(
                        encoded(".jpg", colour),
                        encoded(".jpg", colour, 2, 1), // progressive
                        encoded(".jpg", grey(colour)))) {
            byte[] start = slice(jpeg, 0, 2);
            byte[] rest = slice(jpeg, 2, jpeg.length);
            byte[] app1 = segment(0xffe1, named("Exif\0\0", big));
            byte[] other = segment(0xffe1, named("http://ns.adobe.com/xap/1.0/\0", new byte[9]));
            byte[] comment = segment(0xfffe, new byte[] {-1, -31, 0, 4, 'E', 'x', 'i', 'f'});
            files.add(joined(start, segment(0xffe1, named("Exif\0\0", little)), rest));
            files.add(joined(start, comment, other, app1, other, rest));
            // The first block wins.
            files.add(
                    joined(
                            start,
                            app1,
                            segment(
                                    0xffe1,
                                    named("Exif\0\0", exif(ByteOrder.BIG_ENDIAN, 9 - mark))),
                            rest));
        }
        for (Mat picture : List.of(colour, clear, grey(colour))) {
            byte[] png = encoded(".png", picture);
            byte[] end = slice(png, png.length - 12, png.length);
            byte[] start = slice(png, 0, 33);
            byte[] middle = slice(png, 33, png.length - 12);
            files.add(joined(start, chunk("eXIf", big), middle, end));
            files.add(joined(start, middle, chunk("eXIf", little), end));
            files.add(joined(start, middle, chunk("eXIf", named("Exif\0\0", little)), end));
        }
        byte[] lossless = encoded(".webp", colour, 64, 101);
        byte[] clearWebp = encoded(".webp", clear, 64, 101);
        files.add(extended(lossless, WIDTH, HEIGHT, 8, riffChunk("EXIF", little)));
        files.add(
                extended(
                        clearWebp, WIDTH, HEIGHT, 0x18, riffChunk("EXIF", named("Exif\0\0", big))));
        files.add(
                extended(
                        clearWebp,
                        WIDTH,
                        HEIGHT,
                        0x18,
                        riffChunk("ODD ", new byte[3]),
                        riffChunk("EXIF", big)));
        for (int bits : new int[] {8, 16}) {
            for (int samples : new int[] {1, 3, 4}) {
                byte[] pixels = new byte[WIDTH * HEIGHT * samples * bits / 8];
                for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (i * 13 + i / 37);
                for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
                    files.add(
                            tiff(
                                    order,
                                    samples == 3,
                                    WIDTH,
                                    HEIGHT,
                                    bits,
                                    samples,
                                    pixels,
                                    274,
                                    mark));
                }
            }
        }
        return files;
    }

    private static Mat grey(Mat colour) {
        Mat grey = new Mat();
        Imgproc.cvtColor(colour, grey, Imgproc.COLOR_BGR2GRAY);
        return grey;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyFormatIsTurnedOnce(int mark) throws Exception {
        List<byte[]> lying = files(mark);
        List<byte[]> upright = files(1);
        for (int i = 0; i < lying.size(); i++) {
            Mat stored = read(upright.get(i));
            Mat turned = read(lying.get(i));
            assertThat(turned.cols()).as("file %d", i).isEqualTo(mark < 5 ? WIDTH : HEIGHT);
            assertThat(turned.rows()).as("file %d", i).isEqualTo(mark < 5 ? HEIGHT : WIDTH);
            for (int y = 0; y < turned.rows(); y++) {
                for (int x = 0; x < turned.cols(); x++) {
                    int[] from = stored(mark, x, y);
                    assertThat(pixel(turned, x, y))
                            .as("file %d at %d %d", i, x, y)
                            .isEqualTo(pixel(stored, from[0], from[1]));
                }
            }
        }
    }

    /// The stored pixel shown at (x, y) once upright, from where EXIF 2.3 places row 0 and column 0.
    private static int[] stored(int mark, int x, int y) {
        int right = WIDTH - 1;
        int bottom = HEIGHT - 1;
        return switch (mark) {
            case 2 -> new int[] {right - x, y}; // row 0 top, column 0 right
            case 3 -> new int[] {right - x, bottom - y}; // bottom, right
            case 4 -> new int[] {x, bottom - y}; // bottom, left
            case 5 -> new int[] {y, x}; // left, top
            case 6 -> new int[] {y, bottom - x}; // right, top
            case 7 -> new int[] {right - y, bottom - x}; // right, bottom
            case 8 -> new int[] {right - y, x}; // left, bottom
            default -> new int[] {x, y};
        };
    }

    @Test
    void whatIsNoMarkLeavesThePictureAsItIs() throws Exception {
        byte[] png = encoded(".png", scene(WIDTH, HEIGHT));
        byte[] start = slice(png, 0, 33);
        byte[] rest = slice(png, 33, png.length);
        byte[] endless = exif(ByteOrder.BIG_ENDIAN, 6);
        ByteBuffer.wrap(endless).putInt(4, 0x7fffffff);
        byte[] negative = exif(ByteOrder.LITTLE_ENDIAN, 6);
        ByteBuffer.wrap(negative).order(ByteOrder.LITTLE_ENDIAN).putInt(4, -8);
        for (byte[] block :
                List.of(
                        exif(ByteOrder.BIG_ENDIAN, 0),
                        exif(ByteOrder.BIG_ENDIAN, 9),
                        exif(ByteOrder.BIG_ENDIAN, -2),
                        endless,
                        negative,
                        new byte[] {'M', 'M'},
                        new byte[0])) {
            Mat read = read(joined(start, chunk("eXIf", block), rest));
            assertThat(Core.norm(read, scene(WIDTH, HEIGHT), Core.NORM_INF)).isZero();
        }
    }

    @Test
    void theMarkIsFoundThoughTheDirectoryPromisesMoreThanThereIs() throws Exception {
        byte[] exif = exif(ByteOrder.BIG_ENDIAN, 6);
        ByteBuffer.wrap(exif).putShort(8, (short) 0xffff);
        byte[] png = encoded(".png", scene(WIDTH, HEIGHT));
        Mat read = read(joined(slice(png, 0, 33), chunk("eXIf", exif), slice(png, 33, png.length)));
        assertThat(read.cols()).isEqualTo(HEIGHT);
    }
}
