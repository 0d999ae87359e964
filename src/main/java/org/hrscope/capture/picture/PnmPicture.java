package org.hrscope.capture.picture;

import java.nio.ByteBuffer;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/// PBM, PGM and PPM (netpbm's P1 to P6), the first image of the file. Parsed here because OpenCV rejects an ASCII
/// number at the very end of the file and does not scale maxval: 10 of 16 bits come out dark.
///
/// @param kind   the digit after P: 1 to 3 are ASCII, 4 to 6 binary
/// @param most   maxval, the value of white
/// @param raster offset of the pixel data
record PnmPicture(long width, long height, int kind, int most, ByteBuffer file, int raster)
        implements StoredPicture {

    static PnmPicture of(ByteBuffer in) throws PictureException {
        int kind = in.get(1) - '0';
        if (in.get(0) != 'P' || kind < 1 || kind > 6) throw new PictureException(null);
        PnmNumbers numbers = new PnmNumbers(in, 2);
        int width = numbers.next();
        int height = numbers.next();
        int most = kind == 1 || kind == 4 ? 1 : numbers.next();
        if (width == 0 || height == 0 || most == 0 || most > 0xffff) {
            throw new PictureException(null);
        }
        return new PnmPicture(width, height, kind, most, in, numbers.position() + 1);
    }

    @Override
    public Mat decode() throws PictureException {
        int channels = kind % 3 == 0 ? 3 : 1;
        int columns = (int) width * channels;
        if (raster + leastBytes(columns) > file.limit()) throw new PictureException(null);
        Mat picture = new Mat((int) height, (int) width, CvType.CV_8UC(channels));
        byte[] row = new byte[columns];
        try {
            PnmNumbers numbers = new PnmNumbers(file, raster);
            for (int y = 0; y < height; y++) {
                for (int i = 0; i < columns; i++) row[i] = (byte) sample(numbers, columns, y, i);
                picture.put(y, 0, row);
            }
        } catch (PictureException | IndexOutOfBoundsException e) {
            picture.release();
            throw new PictureException(e);
        }
        if (channels == 3) Imgproc.cvtColor(picture, picture, Imgproc.COLOR_RGB2BGR);
        return Tone.onBlack(picture, false);
    }

    /// Lower bound on the pixel data, checked before anything is allocated.
    private long leastBytes(int columns) {
        return height
                * switch (kind) {
                    case 4 -> (columns + 7L) / 8;
                    case 5, 6 -> columns * (most > 255 ? 2L : 1L);
                    default -> (long) columns; // at least one digit
                };
    }

    /// Scaled to 0..255; in bitmaps 1 is black.
    private int sample(PnmNumbers numbers, int columns, int y, int i) throws PictureException {
        return switch (kind) {
            case 1 -> 255 - 255 * numbers.bit();
            case 4 -> {
                int octet = file.get(raster + y * ((columns + 7) / 8) + i / 8);
                yield (octet >> 7 - i % 8 & 1) == 1 ? 0 : 255;
            }
            case 5, 6 -> {
                int at = y * columns + i;
                yield scaled(
                        most > 255
                                ? file.getShort(raster + 2 * at) & 0xffff
                                : file.get(raster + at) & 0xff);
            }
            default -> scaled(numbers.next());
        };
    }

    private int scaled(int value) {
        return (Math.min(value, most) * 255 + most / 2) / most;
    }
}
