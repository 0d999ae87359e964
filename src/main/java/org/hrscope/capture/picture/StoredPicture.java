package org.hrscope.capture.picture;

import java.nio.ByteBuffer;
import org.opencv.core.Mat;

/// An image as stored in its file. Nothing is decoded before [#decode()], so that an absurd size costs nothing. One
/// thread; OpenCV must be loaded.
public interface StoredPicture {

    /// In pixels, before orientation is applied; likewise the height.
    long width();

    long height();

    /// How the camera was held.
    default Orientation orientation() {
        return Orientation.UPRIGHT;
    }

    /// Whether this is only the first of the images that are shown one after another.
    default boolean animated() {
        return false;
    }

    /// Whether this is only the first of several pages.
    default boolean pages() {
        return false;
    }

    /// 8-bit BGR, transparency on black, orientation not applied. The caller releases it.
    Mat decode() throws PictureException;

    /// Parses the file by its magic number; its name does not matter.
    ///
    /// @param file the whole file; kept by the result, which may write to it
    static StoredPicture of(byte[] file) throws PictureException {
        ByteBuffer in = ByteBuffer.wrap(file);
        try {
            return switch (in.getShort(0) & 0xffff) {
                case 0x8950 -> PngPicture.of(in);
                case 0xffd8 -> JpegPicture.of(in);
                case 0x424d -> BmpPicture.of(in); // BM
                case 0x5249 -> WebpPicture.of(in); // RIFF
                case 0x4949, 0x4d4d -> TiffPicture.of(in); // II, MM
                case 0x0000, 0xff4f -> Jpeg2000Picture.of(in);
                default -> PnmPicture.of(in);
            };
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new PictureException(e); // a length that points beyond the file
        }
    }
}
