package org.hrscope.inference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hrscope.image.CropGeometry;
import org.hrscope.image.OpenCv;
import org.hrscope.model.AffineTransform2D;
import org.hrscope.model.BoundingBox;
import org.hrscope.model.Decoder;
import org.hrscope.model.Frame;
import org.hrscope.model.Heatmaps;
import org.hrscope.model.Keypoint;
import org.hrscope.model.ModelInfo;
import org.hrscope.model.Pose;
import org.hrscope.model.Problem;

/// Crop, normalise, run, decode, back to the picture: one frame and one box in, one [Estimate] out. Owns its model.
/// One thread at a time.
public final class PoseEstimator implements AutoCloseable {
    private final PoseModel model;
    private final CropPreprocessor preprocessor;
    private final Map<Decoder, HeatmapDecoder> decoders = new EnumMap<>(Decoder.class);

    public PoseEstimator(PoseModel model) {
        OpenCv.load();
        this.model = model;
        preprocessor = new CropPreprocessor(model.info());
    }

    public ModelInfo info() {
        return model.info();
    }

    /// The network itself, to be run bare on what [#estimate] last fed it.
    public PoseModel model() {
        return model;
    }

    /// @param box in picture pixels; the crop grows it to the input's aspect and pads it
    public Estimate estimate(Frame frame, BoundingBox box, EstimationOptions options)
            throws Problem {
        long start = System.nanoTime();
        CropGeometry geometry = CropGeometry.of(box, model.info(), options.decoder());
        preprocessor.fill(frame, geometry.toInput(), model.input());
        long cropped = System.nanoTime();
        Heatmaps maps = model.run();
        if (options.flip()) maps = withMirrored(maps, options.decoder());
        long inferred = System.nanoTime();
        Pose pose = new Pose(decode(maps, geometry.fromHeatmap(), options.decoder()), box);
        long decoded = System.nanoTime();
        return new Estimate(
                pose,
                maps,
                geometry,
                new Estimate.Times(cropped - start, inferred - cropped, decoded - inferred));
    }

    private Heatmaps withMirrored(Heatmaps straight, Decoder decoder) throws Problem {
        preprocessor.mirror(model.input());
        return FlipTest.average(
                straight, model.run(), model.info().skeleton(), decoder != Decoder.UDP);
    }

    private List<Keypoint> decode(Heatmaps maps, AffineTransform2D toPicture, Decoder decoder) {
        HeatmapDecoder reader = decoders.computeIfAbsent(decoder, HeatmapDecoder::of);
        List<Keypoint> keypoints = new ArrayList<>(maps.joints());
        for (int joint = 0; joint < maps.joints(); joint++) {
            keypoints.add(reader.decode(maps, joint).moved(toPicture));
        }
        return keypoints;
    }

    @Override
    public void close() {
        model.close();
    }
}
