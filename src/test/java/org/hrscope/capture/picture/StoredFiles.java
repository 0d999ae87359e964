package org.hrscope.capture.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.hrscope.pixels.OpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/// Small image files built byte by byte, for what no encoder at hand writes.
public final class StoredFiles {
    private StoredFiles() {}

    /// An image without equal pixels in any row or column; BGR.
    static Mat scene(int width, int height) {
        OpenCv.load();
        Mat picture = new Mat(height, width, CvType.CV_8UC3);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.put(y, x, 255 * x / (width - 1), 255 * y / (height - 1), 20 + 3 * x + y);
            }
        }
        return picture;
    }

    /// @param options for OpenCV's encoder
    static byte[] encoded(String ending, Mat picture, int... options) {
        OpenCv.load();
        MatOfByte bytes = new MatOfByte();
        Imgcodecs.imencode(ending, picture, bytes, new MatOfInt(options));
        return bytes.toArray();
    }

    /// At least one of each format, some with orientation or alpha.
    public static List<byte[]> ofEveryFormat() {
        Mat scene = scene(20, 10);
        List<byte[]> seeds = new ArrayList<>();
        for (String ending : List.of(".png", ".jpg", ".bmp", ".webp", ".tiff", ".ppm", ".jp2")) {
            seeds.add(encoded(ending, ending.equals(".jp2") ? scene(64, 64) : scene));
        }
        byte[] jpeg = seeds.get(1);
        byte[] exif = exif(ByteOrder.BIG_ENDIAN, 6);
        seeds.add(
                joined(
                        slice(jpeg, 0, 2),
                        segment(0xffe1, joined("Exif\0\0".getBytes(), exif)),
                        slice(jpeg, 2, jpeg.length - 2)));
        seeds.add(encoded(".jpg", scene, 2, 1));
        seeds.add(tiff(ByteOrder.BIG_ENDIAN, true, 4, 2, 16, 4, new byte[64], 274, 6, 338, 2));
        seeds.add(extended(seeds.get(3), 20, 10, 8, riffChunk("EXIF", exif)));
        seeds.add(png(4, 16, 0, new byte[8], chunk("tRNS", new byte[2]), chunk("eXIf", exif)));
        return seeds;
    }

    /// A file's pixels, upright: BGR, 0 to 255.
    static Mat read(byte[] file) throws PictureException {
        OpenCv.load();
        StoredPicture stored = StoredPicture.of(file.clone());
        Mat picture = stored.decode();
        stored.orientation().turn(picture);
        return picture;
    }

    static int[] pixel(Mat picture, int x, int y) {
        double[] bgr = picture.get(y, x);
        return new int[] {(int) bgr[0], (int) bgr[1], (int) bgr[2]};
    }

    /// An Exif block without the `Exif` prefix.
    static byte[] exif(ByteOrder order, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(38).order(order);
        exif.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        exif.putShort((short) 42).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x0100).putShort((short) 4).putInt(1).putInt(7);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return exif.array();
    }

    static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) length += part.length;
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) all.put(part);
        return all.array();
    }

    static byte[] slice(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    /// A JPEG segment.
    static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .putShort((short) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    static byte[] named(String name, byte[] content) {
        return joined(name.getBytes(StandardCharsets.ISO_8859_1), content);
    }

    static byte[] chunk(String name, byte[] content) {
        byte[] body = named(name, content);
        CRC32 sum = new CRC32();
        sum.update(body);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(body)
                .putInt((int) sum.getValue())
                .array();
    }

    /// A PNG of one row.
    ///
    /// @param colour 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
    /// @param row    its bytes, packed at this depth
    /// @param before chunks before the pixels
    static byte[] png(int width, int depth, int colour, byte[] row, byte[]... before) {
        Deflater deflater = new Deflater();
        deflater.setInput(joined(new byte[1], row));
        deflater.finish();
        byte[] packed = new byte[row.length + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(1);
        header.put((byte) depth).put((byte) colour);
        List<byte[]> parts = new ArrayList<>();
        parts.add(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        parts.add(chunk("IHDR", header.array()));
        parts.addAll(List.of(before));
        parts.add(chunk("IDAT", slice(packed, 0, length)));
        parts.add(chunk("IEND", new byte[0]));
        return joined(parts.toArray(byte[][]::new));
    }

    static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
        for (int value : values) bytes.putShort((short) value);
        return bytes.array();
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }

    /// An uncompressed single-strip TIFF; `tags` are (tag, value) pairs.
    static byte[] tiff(
            ByteOrder order,
            boolean big,
            int width,
            int height,
            int bits,
            int samples,
            byte[] pixels,
            int... tags) {
        java.util.TreeMap<Integer, Integer> entries = new java.util.TreeMap<>();
        entries.put(256, width);
        entries.put(257, height);
        entries.put(258, bits);
        entries.put(259, 1);
        entries.put(262, samples < 3 ? 1 : 2);
        entries.put(277, samples);
        entries.put(278, height);
        entries.put(279, pixels.length);
        for (int i = 0; i < tags.length; i += 2) entries.put(tags[i], tags[i + 1]);
        entries.put(273, 0);
        int header = big ? 16 : 8;
        int directory = entries.size() * (big ? 20 : 12) + (big ? 16 : 6);
        int start = header + directory;
        // One depth for all channels; stored here if they do not fit into the entry.
        boolean apart = samples > (big ? 4 : 2);
        entries.put(273, start + 2 * samples);
        ByteBuffer file = ByteBuffer.allocate(start + 2 * samples + pixels.length).order(order);
        file.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        if (big) file.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(16);
        else file.putShort((short) 42).putInt(8);
        if (big) file.putLong(entries.size());
        else file.putShort((short) entries.size());
        entries.forEach((tag, value) -> {
            boolean depths = tag == 258;
            boolean isShort = depths || (value & 0xffff) == value;
            file.putShort(tag.shortValue()).putShort((short) (isShort ? 3 : 4));
            int count = depths ? samples : 1;
            if (big) file.putLong(count);
            else file.putInt(count);
            int field = file.position();
            if (depths && apart) file.putInt(start);
            else if (isShort) {
                for (int i = 0; i < count; i++) file.putShort(value.shortValue());
            } else file.putInt(value);
            file.position(field + (big ? 8 : 4));
        });
        file.position(start);
        for (int i = 0; i < samples; i++) file.putShort((short) bits);
        return file.put(pixels).array();
    }

    /// Converts a simple WebP file to the extended format, with further chunks.
    static byte[] extended(byte[] simple, int width, int height, int flags, byte[]... behind) {
        byte[] header = new byte[10];
        header[0] = (byte) flags;
        ByteBuffer.wrap(header)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(4, width - 1)
                .putShort(7, (short) (height - 1));
        byte[] content =
                joined(
                        riffChunk("VP8X", header),
                        simple.length == 0 ? simple : slice(simple, 12, simple.length),
                        joined(behind));
        return riffChunk("RIFF", named("WEBP", content));
    }

    static byte[] riffChunk(String name, byte[] content) {
        ByteBuffer chunk =
                ByteBuffer.allocate(8 + content.length + content.length % 2)
                        .order(ByteOrder.LITTLE_ENDIAN);
        chunk.put(name.getBytes(StandardCharsets.US_ASCII)).putInt(content.length).put(content);
        return chunk.array();
    }
}
