package org.hrscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.pipeline.FrameRun;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.pixels.CropGeometry;
import org.jspecify.annotations.Nullable;

/// A network's input, and how to decode its output.
///
/// @param skeleton without joints where the input is a tensor from elsewhere
record Crop(Tensor input, CropGeometry geometry, Skeleton skeleton, Decoder decoder) {

    /// Where it was cut from is unknown: positions are in heatmap cells.
    static Crop of(Tensor input) {
        AffineTransform2D same = AffineTransform2D.IDENTITY;
        CropGeometry nowhere = new CropGeometry(same, same);
        return new Crop(input, nowhere, Skeleton.numbered(0), Decoder.QUARTER);
    }

    static Crop of(PoseEstimator estimator, Frame frame, BoundingBox box) {
        Decoder decoder = estimator.info().decoder();
        return new Crop(
                estimator.crop(frame, box, decoder),
                CropGeometry.of(box, estimator.info(), decoder),
                estimator.info().skeleton(),
                decoder);
    }

    /// From an image, prepared by the live path.
    ///
    /// @param box x, y, w, h of the person; null for the whole image
    static Crop of(
            PoseEngine.SourceOpening opening,
            PoseEstimator estimator,
            Path image,
            double @Nullable [] box)
            throws Problem, InterruptedException {
        List<Crop> crops = new ArrayList<>();
        FrameRun.run(
                () -> opening.open(new SourceSpec.Picture(image)),
                grabbed -> {
                    Frame frame = grabbed.frame();
                    BoundingBox where =
                            box == null
                                    ? BoundingBox.wholePicture(frame.width(), frame.height())
                                    : inside(frame, box);
                    crops.add(of(estimator, frame, where));
                    return false;
                });
        return crops.getFirst();
    }

    /// @throws Problem `crop.box` if nothing of the image is in it
    private static BoundingBox inside(Frame frame, double[] box) throws Problem {
        BoundingBox where = new BoundingBox(box[0], box[1], box[2], box[3]);
        if (!where.isPlausible() || !(where.clippedTo(frame.width(), frame.height()).area() > 0))
            throw new Problem("crop.box", frame.origin().name(), frame.width(), frame.height());
        return where;
    }

    String joint(int joint) {
        return joint < skeleton.size() ? skeleton.joints().get(joint) : "joint " + joint;
    }
}
