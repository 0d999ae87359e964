package org.hrscope.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Skeleton;

/// The points in OpenPose's output, in order. Joints the network does not have are 0, 0, 0, OpenPose's value for
/// undetected ones. If neck and mid-hip are missing, they are the midpoints of shoulders and hips, with the lower
/// of the two scores.
///
/// See https://github.com/CMU-Perceptual-Computing-Lab/openpose/blob/master/doc/02_output.md
public enum OpenPoseLayout {
    BODY_25(
            "nose neck right_shoulder right_elbow right_wrist left_shoulder left_elbow left_wrist"
                    + " mid_hip right_hip right_knee right_ankle left_hip left_knee left_ankle"
                    + " right_eye left_eye right_ear left_ear left_big_toe left_small_toe left_heel"
                    + " right_big_toe right_small_toe right_heel"),
    COCO_18(
            "nose neck right_shoulder right_elbow right_wrist left_shoulder left_elbow left_wrist"
                    + " right_hip right_knee right_ankle left_hip left_knee left_ankle"
                    + " right_eye left_eye right_ear left_ear");

    private static final Keypoint NONE = new Keypoint(0, 0, 0);

    /// Our skeletons' names for the same joint.
    private static final Map<String, List<String>> OTHER_NAMES =
            Map.of(
                    "neck",
                    List.of("thorax", "head_bottom", "upper_neck"),
                    "mid_hip",
                    List.of("pelvis"));

    private static final Map<String, String> HALFWAY =
            Map.of("neck", "_shoulder", "mid_hip", "_hip");

    private final List<String> points;

    OpenPoseLayout(String points) {
        this.points = List.of(points.split(" "));
    }

    /// @param joints of one person, in skeleton order
    List<Keypoint> points(Skeleton skeleton, List<Keypoint> joints) {
        Map<String, Keypoint> known =
                IntStream.range(0, joints.size())
                        .boxed()
                        .collect(
                                Collectors.toMap(
                                        skeleton.joints()::get, joints::get, (one, _) -> one));
        return points.stream().map(point -> point(point, known)).toList();
    }

    private static Keypoint point(String name, Map<String, Keypoint> known) {
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(OTHER_NAMES.getOrDefault(name, List.of()));
        Function<String, Optional<Keypoint>> joint =
                called -> Optional.ofNullable(known.get(called));
        String pair = HALFWAY.get(name);
        return names.stream()
                .flatMap(called -> joint.apply(called).stream())
                .findFirst()
                .or(() ->
                        joint.apply("left" + pair)
                                .flatMap(left -> joint.apply("right" + pair).map(left::halfway)))
                .orElse(NONE);
    }
}
