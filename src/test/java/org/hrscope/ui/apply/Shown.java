package org.hrscope.ui.apply;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.capture.FramePool;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.ModelInfos;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;
import org.hrscope.inference.Estimate;
import org.hrscope.people.People;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.CropGeometry;

/// Results as the stage shows them, on a grey image, with people whose joints are given.
final class Shown {
    static final ModelInfo MODEL = of(Skeletons.byId("coco17").orElseThrow());
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    private static final BoundingBox BOX = new BoundingBox(440, 90, 400, 540);
    private static final FramePool POOL = new FramePool();

    private Shown() {}

    static ModelInfo of(Skeleton skeleton) {
        return ModelInfos.of("test", 192, 256, skeleton);
    }

    static Person person(int identity, List<Keypoint> joints) {
        return Person.of(
                identity,
                new Estimate(
                        new Pose(joints, BOX),
                        new Heatmaps(17, 64, 48, new float[17 * 64 * 48]),
                        CropGeometry.of(BOX, MODEL, Decoder.QUARTER),
                        new Estimate.Times(1, 1, 1)));
    }

    /// @param chosen identity of the selected person
    static PipelineResult at(String source, double seconds, int chosen, Person... people) {
        return at(MODEL, source, seconds, chosen, people);
    }

    static PipelineResult at(
            ModelInfo model, String source, double seconds, int chosen, Person... people) {
        long nanos = Math.round(seconds * 1e9);
        Frame frame =
                POOL.frame(
                        WIDTH,
                        HEIGHT,
                        new Frame.Origin(source, nanos / 1_000_000, nanos),
                        pixels -> {
                            while (pixels.hasRemaining()) pixels.putInt(0xff808080);
                        });
        return new PipelineResult(frame, model, new People(List.of(people)), chosen, 1, 0);
    }

    /// The same joints elsewhere.
    static List<Keypoint> beside(List<Keypoint> joints, double dx) {
        List<Keypoint> all = new ArrayList<>();
        for (Keypoint joint : joints)
            all.add(new Keypoint(joint.x() + dx, joint.y(), joint.score()));
        return all;
    }
}
