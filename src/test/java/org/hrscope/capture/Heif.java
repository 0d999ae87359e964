package org.hrscope.capture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/// Writes HEIF images as phones do: a grid of tiles, here JPEG, with rotation and mirroring. Layout per ISO
/// 23008-12.
///
/// @param quarters counterclockwise, as in `irot`; 0 writes none
/// @param mirror   `imir`: 0 flips top and bottom, 1 left and right; -1 writes none
record Heif(int columns, int rows, int width, int height, int quarters, int mirror) {
    private static final int GRID = 100;

    Path write(Path file, List<Mat> tiles) throws Exception {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        byte[][] jpegs = new byte[tiles.size()][];
        for (int i = 0; i < jpegs.length; i++) {
            MatOfByte packed = new MatOfByte();
            Imgcodecs.imencode(".jpg", tiles.get(i), packed);
            jpegs[i] = packed.toArray();
            pixels.write(jpegs[i]);
        }
        byte[] type = box("ftyp", text("heic"), number(0, 4), text("mif1heic"));
        // The offset of the pixels depends on the boxes before them: build those once to measure
        // them.
        int begin = type.length + meta(tiles, jpegs, 0).length + 8;
        return Files.write(
                file, joined(type, meta(tiles, jpegs, begin), box("mdat", pixels.toByteArray())));
    }

    private byte[] meta(List<Mat> tiles, byte[][] jpegs, int begin) throws Exception {
        return box(
                "meta",
                number(0, 4),
                box("hdlr", number(0, 8), text("pict"), number(0, 13)),
                box("pitm", number(0, 4), number(GRID, 2)),
                locations(jpegs, begin),
                names(jpegs.length),
                box("iref", number(0, 4), parts(jpegs.length)),
                properties(tiles),
                box(
                        "idat",
                        number(0, 2),
                        number(rows - 1, 1),
                        number(columns - 1, 1),
                        number(width, 2),
                        number(height, 2)));
    }

    private static byte[] locations(byte[][] jpegs, int begin) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(number(0x01000000, 4)); // version 1: the grid is in idat
        all.write(number(0x4400, 2));
        all.write(number(jpegs.length + 1, 2));
        int at = begin;
        for (int i = 0; i < jpegs.length; i++) {
            all.write(joined(number(i + 1, 2), number(0, 2), number(0, 2), number(1, 2)));
            all.write(joined(number(at, 4), number(jpegs[i].length, 4)));
            at += jpegs[i].length;
        }
        all.write(joined(number(GRID, 2), number(1, 2), number(0, 2), number(1, 2)));
        all.write(joined(number(0, 4), number(8, 4)));
        return box("iloc", all.toByteArray());
    }

    private static byte[] names(int tiles) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(joined(number(0, 4), number(tiles + 1, 2)));
        for (int i = 0; i < tiles; i++) all.write(name(i + 1, "jpeg"));
        all.write(name(GRID, "grid"));
        return box("iinf", all.toByteArray());
    }

    private static byte[] name(int id, String kind) throws Exception {
        return box(
                "infe",
                number(0x02000000, 4),
                number(id, 2),
                number(0, 2),
                text(kind),
                number(0, 1));
    }

    private static byte[] parts(int tiles) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(joined(number(GRID, 2), number(tiles, 2)));
        for (int i = 0; i < tiles; i++) all.write(number(i + 1, 2));
        return box("dimg", all.toByteArray());
    }

    /// 1 and 2 are the sizes of tile and image, 3 and 4 the orientation.
    private byte[] properties(List<Mat> tiles) throws Exception {
        byte[] small = size(tiles.get(0).cols(), tiles.get(0).rows());
        byte[] whole = size(width, height);
        byte[] turned = box("irot", number(quarters, 1));
        byte[] mirrored = box("imir", number(Math.max(0, mirror), 1));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(joined(number(0, 4), number(tiles.size() + 1, 4)));
        for (int i = 0; i < tiles.size(); i++) {
            all.write(joined(number(i + 1, 2), number(1, 1), number(1, 1)));
        }
        int more = (quarters > 0 ? 1 : 0) + (mirror >= 0 ? 1 : 0);
        all.write(joined(number(GRID, 2), number(1 + more, 1), number(2, 1)));
        if (quarters > 0) all.write(number(3, 1));
        if (mirror >= 0) all.write(number(4, 1));
        return box(
                "iprp",
                box("ipco", small, whole, turned, mirrored),
                box("ipma", all.toByteArray()));
    }

    private static byte[] size(int width, int height) throws Exception {
        return box("ispe", number(0, 4), number(width, 4), number(height, 4));
    }

    private static byte[] box(String name, byte[]... content) throws Exception {
        byte[] all = joined(content);
        return joined(number(all.length + 8, 4), text(name), all);
    }

    private static byte[] joined(byte[]... parts) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.write(part);
        return all.toByteArray();
    }

    /// Big-endian: the lowest `bytes` bytes, zero-padded in front.
    private static byte[] number(long value, int bytes) {
        byte[] all = new byte[bytes];
        for (int i = bytes - 1; i >= 0; i--, value >>= 8) all[i] = (byte) value;
        return all;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
