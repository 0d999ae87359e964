package org.hrscope.export;

import java.util.List;
import java.util.Map;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;
import org.jspecify.annotations.Nullable;

/// A full COCO keypoint file: every image, every person found, and the names of the joints.
///
/// See https://cocodataset.org/#format-data
public record CocoFile(
        List<CocoImage> images, List<Annotation> annotations, List<Category> categories) {

    /// @param keypoints x, y, visibility: 2 from the minimum score on, else 1
    /// @param bbox      the box given to the network
    /// @param score     as in the results list; `keypointScores` are the joints'. Both are extensions, like
    ///     `trackId` and `angles`
    /// @param angles    in degrees, see [Angles]; null if none was asked for
    public record Annotation(
            long id,
            Object imageId,
            int categoryId,
            List<Object> keypoints,
            int numKeypoints,
            List<Double> bbox,
            double area,
            int iscrowd,
            double score,
            List<Double> keypointScores,
            @Nullable Integer trackId,
            @Nullable Map<String, Double> angles) {
        /// @param number from 1: COCO's evaluation takes 0 for nobody
        Annotation numbered(long number) {
            return new Annotation(
                    number,
                    imageId,
                    categoryId,
                    keypoints,
                    numKeypoints,
                    bbox,
                    area,
                    iscrowd,
                    score,
                    keypointScores,
                    trackId,
                    angles);
        }
    }

    /// @param skeleton pairs of joints, counted from 1
    public record Category(
            int id,
            String name,
            String supercategory,
            List<String> keypoints,
            List<List<Integer>> skeleton) {

        static Category person(Skeleton skeleton) {
            List<List<Integer>> limbs =
                    skeleton.limbs().stream()
                            .map(limb -> List.of(limb.from() + 1, limb.to() + 1))
                            .toList();
            return new Category(CocoResult.PERSON, "person", "person", skeleton.joints(), limbs);
        }
    }

    /// Without an id yet.
    static Annotation annotation(
            CocoImage image, FoundPose person, double least, Angles.In angles) {
        Pose pose = person.pose();
        List<Keypoint> joints = pose.keypoints();
        BoundingBox box = pose.box();
        List<Object> triples =
                joints.stream()
                        .<Object>mapMulti((joint, to) -> {
                            to.accept(CocoResult.hundredth(joint.x()));
                            to.accept(CocoResult.hundredth(joint.y()));
                            to.accept(joint.score() >= least ? 2 : 1);
                        })
                        .toList();
        return new Annotation(
                0,
                image.id(),
                CocoResult.PERSON,
                triples,
                joints.size(),
                CocoResult.bbox(box),
                CocoResult.hundredth(box.area()),
                0,
                person.score(),
                joints.stream().map(Keypoint::score).toList(),
                person.trackId(),
                angles.named(pose));
    }
}
