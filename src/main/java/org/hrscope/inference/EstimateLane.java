package org.hrscope.inference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
        Heatmaps straight = pass.run();
        Heatmaps maps = options.flip() ? withMirrored(straight, options.decoder()) : straight;
        long inferred = System.nanoTime();
        HeatmapDecoder reader = decoders.computeIfAbsent(options.decoder(), HeatmapDecoder::of);
        Pose pose = new Pose(reader.decode(maps, geometry.fromHeatmap()), box);
        Pose judged = options.flip() ? scored(pose, straight) : pose;
        long decoded = System.nanoTime();
        return new Estimate(
                pose,
                judged,
                maps,
                geometry,
                new Estimate.Times(cropped - start, inferred - cropped, decoded - inferred));
    }

    private static Pose scored(Pose pose, Heatmaps by) {
        List<Keypoint> joints = new ArrayList<>(by.joints());
        for (int joint = 0; joint < by.joints(); joint++) {
            Keypoint there = pose.keypoints().get(joint);
            joints.add(new Keypoint(there.x(), there.y(), Peak.of(by, joint).value()));
        }
        return new Pose(joints, pose.box());
    }

    private Heatmaps withMirrored(Heatmaps straight, Decoder decoder) throws Problem {
        preprocessor.mirror(pass.input());
        return FlipTest.average(straight, pass.run(), model.skeleton(), decoder != Decoder.UDP);
    }

    @Override
    public void close() {
        pass.close();
    }
}
