package org.hrscope.inference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.pixels.CropGeometry;

/// The buffers of one estimate at a time: crop rows, network tensors, decoders. One thread at a time.
final class EstimateLane implements AutoCloseable {
    private final ModelInfo model;
    private final NetworkPass pass;
    private final CropPreprocessor preprocessor;
    private final Map<Decoder, HeatmapDecoder> decoders = new EnumMap<>(Decoder.class);

    EstimateLane(PoseModel model) throws Problem {
        this.model = model.info();
        pass = model.pass();
        preprocessor = new CropPreprocessor(model.info());
    }

    Estimate estimate(Frame frame, BoundingBox box, EstimationOptions options) throws Problem {
        long start = System.nanoTime();
        CropGeometry geometry = CropGeometry.of(box, model, options.decoder());
        preprocessor.fill(frame, geometry.toInput(), pass.input());
        long cropped = System.nanoTime();
        Heatmaps maps = pass.run();
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
        preprocessor.mirror(pass.input());
        return FlipTest.average(straight, pass.run(), model.skeleton(), decoder != Decoder.UDP);
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
        pass.close();
    }
}
