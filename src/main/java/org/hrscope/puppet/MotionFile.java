package org.hrscope.puppet;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hrscope.domain.Problem;
import org.hrscope.file.WholeFile;
import org.hrscope.json.Json;

/// A motion as a file: BVH for animation programs, or JSON, by the ending of its name. Written whole. Any thread.
///
/// The JSON has `frames_per_second`, `units`, `axes`, the `joints` with their parents, and for each of `frames` its
/// `time` in the source, in seconds, and a position `[x, y]` and a `confidence` per joint.
public final class MotionFile {
    private MotionFile() {}

    /// @throws Problem `motion.ending`, `file.unwritable`
    public static void write(Path file, MotionClip clip) throws Problem {
        if (!ending(file)) throw new Problem("motion.ending", file);
        if (named(file, ".json")) {
            new Json(Json.Names.AS_WRITTEN).write(file, json(clip));
            return;
        }
        byte[] text = new Bvh(clip).text().getBytes(StandardCharsets.US_ASCII);
        WholeFile.writeUndisturbed(file, text);
    }

    /// Whether it is one of both kinds.
    public static boolean ending(Path file) {
        return named(file, ".bvh") || named(file, ".json");
    }

    private static boolean named(Path file, String ending) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private static Map<String, Object> json(MotionClip clip) {
        Map<String, Object> motion = new LinkedHashMap<>();
        motion.put("format", "hrscope-motion");
        motion.put("version", 1);
        motion.put("units", "centimetres; the figure stands 170 tall");
        motion.put("axes", "x to the right of the image, y up, z towards the viewer and 0");
        motion.put("frames_per_second", clip.framesASecond());
        List<Object> joints = new ArrayList<>();
        for (MotionJoint joint : MotionJoint.values()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", joint.label());
            MotionJoint parent = joint.parent();
            if (parent != null) fields.put("parent", parent.label());
            joints.add(fields);
        }
        motion.put("joints", joints);
        double left = clip.left();
        double floor = clip.floor();
        double unit = clip.unit();
        List<Object> frames = new ArrayList<>();
        for (int i = 0; i < clip.frames().size(); i++) {
            PuppetPose pose = clip.frames().get(i);
            List<Object> positions = new ArrayList<>();
            List<Object> confidence = new ArrayList<>();
            for (MotionJoint joint : MotionJoint.values()) {
                Spot at = joint.in(pose);
                positions.add(
                        List.of(
                                rounded((at.x() - left) * unit, 100),
                                rounded((floor - at.y()) * unit, 100)));
                confidence.add(rounded(joint.sure(pose), 1000));
            }
            Map<String, Object> frame = new LinkedHashMap<>();
            frame.put("time", rounded(clip.time(i), 1e6));
            frame.put("positions", positions);
            frame.put("confidence", confidence);
            frames.add(frame);
        }
        motion.put("frames", frames);
        return motion;
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }

    /// A name for the motion of one of several people: `walk.bvh` becomes `walk-2.bvh`.
    static Path of(Path file, String person) {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(name.substring(0, dot) + "-" + person + name.substring(dot));
    }
}
