package org.hrscope.batch;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.export.CocoImage;
import org.hrscope.export.FoundImage;
import org.hrscope.export.FoundPose;
import org.hrscope.people.FoundPerson;
import org.jspecify.annotations.Nullable;

/// A [FoundImage] as stored in the journal, without loss of precision.
///
/// @param finds per run of the person finder on this frame, per box: x, y, width, height, score
/// @param looks per run of the pose network on this frame, per box
public record SavedImage(
        int file,
        CocoImage image,
        String outputName,
        List<SavedPerson> people,
        List<List<List<Double>>> finds,
        List<List<SavedLook>> looks) {

    /// @param pose the box (x, y, width, height), then x, y and score of each joint
    public record SavedPerson(List<Double> pose, double boxScore, @Nullable Integer trackId) {}

    /// @param pose   as [SavedPerson#pose]
    /// @param judged each joint's score without the flip test; empty where the pose has the same
    public record SavedLook(List<Double> pose, List<Double> judged) {}

    /// What the pose network answered for one box: see [org.hrscope.inference.Estimate].
    record Answer(Pose pose, Pose judged) {}

    /// @param finds,looks the networks' answers, to be replayed when a run resumes
    static SavedImage of(
            FoundImage found, List<List<FoundPerson>> finds, List<List<Answer>> looks) {
        return new SavedImage(
                found.file(),
                found.image(),
                found.outputName(),
                found.people().stream()
                        .map(each ->
                                new SavedPerson(
                                        numbers(each.pose()), each.boxScore(), each.trackId()))
                        .toList(),
                finds.stream()
                        .map(each -> each.stream().map(SavedImage::numbers).toList())
                        .toList(),
                looks.stream().map(each -> each.stream().map(SavedImage::saved).toList()).toList());
    }

    private static SavedLook saved(Answer answer) {
        List<Double> scores =
                answer.judged.equals(answer.pose)
                        ? List.of()
                        : answer.judged.keypoints().stream().map(Keypoint::score).toList();
        return new SavedLook(numbers(answer.pose), scores);
    }

    private static Answer answer(SavedLook look) {
        Pose pose = pose(look.pose);
        if (look.judged.isEmpty()) return new Answer(pose, pose);
        List<Keypoint> joints = new ArrayList<>();
        for (int i = 0; i < look.judged.size(); i++) {
            Keypoint joint = pose.keypoints().get(i);
            joints.add(new Keypoint(joint.x(), joint.y(), look.judged.get(i)));
        }
        return new Answer(pose, new Pose(joints, pose.box()));
    }

    private static List<Double> numbers(FoundPerson person) {
        List<Double> numbers = numbers(person.box());
        numbers.add(person.score());
        return numbers;
    }

    private static List<Double> numbers(BoundingBox box) {
        return new ArrayList<>(List.of(box.x(), box.y(), box.width(), box.height()));
    }

    private static List<Double> numbers(Pose pose) {
        List<Double> numbers = numbers(pose.box());
        for (Keypoint joint : pose.keypoints()) {
            numbers.addAll(List.of(joint.x(), joint.y(), joint.score()));
        }
        return numbers;
    }

    private static BoundingBox box(List<Double> numbers) {
        return new BoundingBox(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    private static Pose pose(List<Double> numbers) {
        List<Keypoint> joints = new ArrayList<>();
        for (int i = 4; i < numbers.size(); i += 3) {
            joints.add(new Keypoint(numbers.get(i), numbers.get(i + 1), numbers.get(i + 2)));
        }
        return new Pose(joints, box(numbers));
    }

    /// Without its pixels.
    public FoundImage found() {
        List<FoundPose> poses =
                people.stream()
                        .map(each -> new FoundPose(pose(each.pose), each.boxScore, each.trackId))
                        .toList();
        return new FoundImage(file, image, outputName, poses, null);
    }

    List<List<FoundPerson>> foundByFinder() {
        return finds.stream()
                .map(each -> each.stream().map(n -> new FoundPerson(box(n), n.get(4))).toList())
                .toList();
    }

    List<List<Answer>> answersByNetwork() {
        return looks.stream().map(each -> each.stream().map(SavedImage::answer).toList()).toList();
    }
}
