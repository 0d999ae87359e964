package org.hrscope.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.file.FileWork;
import org.hrscope.file.NamedInputs;
import org.hrscope.file.WholeFile;
import org.hrscope.json.Json;

/// A folder of OpenPose files, one per frame, each written atomically: `x_keypoints.json` for an image,
/// `clip_000000000012_keypoints.json` for a frame. Frames without people have one too.
///
/// See https://github.com/CMU-Perceptual-Computing-Lab/openpose/blob/master/doc/02_output.md
public final class OpenPoseFolder implements ResultSink {
    /// The suffix of all its files.
    public static final String ENDING = "_keypoints.json";

    /// From 1.3 on, a person has an id.
    private static final double VERSION = 1.3;

    private static final int NOBODY = -1;

    /// Parts we do not estimate.
    private static final List<String> EMPTY =
            List.of(
                    "face_keypoints_2d",
                    "hand_left_keypoints_2d",
                    "hand_right_keypoints_2d",
                    "pose_keypoints_3d",
                    "face_keypoints_3d",
                    "hand_left_keypoints_3d",
                    "hand_right_keypoints_3d");

    private final ResultFolder folder;
    private final OpenPoseLayout layout;
    private final Json json = new Json(Json.Names.AS_WRITTEN);
    private Skeleton skeleton = Skeleton.numbered(0);

    /// @param inputs files never to be overwritten
    public OpenPoseFolder(Path folder, NamedInputs inputs, OpenPoseLayout layout) {
        this.folder = new ResultFolder(folder, inputs);
        this.layout = layout;
    }

    @Override
    public void begin(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    @Override
    public void frame(FoundImage found) throws Problem {
        Path file = folder.file(name(found));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("version", VERSION);
        content.put("people", found.people().stream().map(this::person).toList());
        FileWork.writing(file, () -> WholeFile.writeUndisturbed(file, json.bytes(content)));
    }

    private static String name(FoundImage found) {
        String stem = found.outputName().replaceFirst("\\.png$", "");
        Long frame = found.image().frame();
        if (frame == null) return stem + ENDING;
        String number = String.format(Locale.ROOT, "_%012d", frame);
        return stem.replaceFirst("_\\d+$", "") + number + ENDING;
    }

    private Map<String, Object> person(FoundPose person) {
        List<Double> numbers = new ArrayList<>();
        for (Keypoint point : layout.points(skeleton, person.pose().keypoints())) {
            numbers.add(CocoResult.hundredth(point.x()));
            numbers.add(CocoResult.hundredth(point.y()));
            numbers.add(point.score());
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("person_id", List.of(person.trackId() == null ? NOBODY : person.trackId()));
        fields.put("pose_keypoints_2d", numbers);
        EMPTY.forEach(name -> fields.put(name, List.of()));
        return fields;
    }

    @Override
    public List<Path> written() {
        return folder.written();
    }

    /// Its file is there; if the folder is gone, the next one is refused.
    @Override
    public void again(FoundImage found) {
        folder.resumed();
    }
}
