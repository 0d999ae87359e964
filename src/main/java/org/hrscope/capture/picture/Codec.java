package org.hrscope.capture.picture;

import java.nio.ByteBuffer;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/// OpenCV's decoders, configured to keep depth, alpha and orientation as stored. One thread.
///
/// Takes bytes read by Java, because OpenCV cannot open non-ASCII paths on Windows.
final class Codec {
    private Codec() {}

    /// @param file backed by an array
    static Mat decode(ByteBuffer file) throws PictureException {
        MatOfByte packed = new MatOfByte(file.arrayOffset(), file.limit(), file.array());
        Mat picture;
        try {
            picture = Imgcodecs.imdecode(packed, Imgcodecs.IMREAD_UNCHANGED);
        } catch (Exception e) {
            // Not just CvException: other C++ exceptions surface as a bare, undeclared Exception.
            throw new PictureException(e);
        } finally {
            packed.release();
        }
        if (picture.empty()) throw new PictureException(null);
        return picture;
    }
}
