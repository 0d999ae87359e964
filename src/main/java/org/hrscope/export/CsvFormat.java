package org.hrscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.file.CsvCell;
import org.hrscope.motion.AngleName;
import org.jspecify.annotations.Nullable;

/// A table with one row per frame and person, UTF-8, RFC 4180 except for plain line feeds. The header has
/// [#COLUMNS], then `x`, `y` and `score` of each joint, then the angles asked for, in degrees. Pixels and degrees are
/// rounded to hundredths; missing values are empty.
public final class CsvFormat implements FileSink.Format {
    /// `file_number`: index of the file in the run, from 0. `frame`: in a video, from 0. `track_id`: the person,
    /// from 1. `score`: as in COCO results. `box_score`: the finder's.
    static final List<String> COLUMNS =
            List.of(
                    "file_number",
                    "file_name",
                    "frame",
                    "image_id",
                    "track_id",
                    "score",
                    "box_score",
                    "box_x",
                    "box_y",
                    "box_width",
                    "box_height");

    private final Angles asked;
    private Angles.In angles = Angles.In.NONE;
    private @Nullable OutputStream to;

    /// @param asked further columns
    public CsvFormat(Angles asked) {
        this.asked = asked;
    }

    @Override
    public void begin(OutputStream to, Skeleton skeleton) throws IOException, Problem {
        this.to = to;
        List<@Nullable Object> names = new ArrayList<>(COLUMNS);
        for (String joint : skeleton.joints()) {
            String name = AngleName.written(joint);
            names.addAll(List.of(name + "_x", name + "_y", name + "_score"));
        }
        angles = asked.in(skeleton);
        names.addAll(angles.columns());
        line(names);
    }

    @Override
    public void frame(FoundImage found) throws IOException {
        for (FoundPose person : found.people()) line(row(found, person));
    }

    private List<@Nullable Object> row(FoundImage found, FoundPose person) {
        List<@Nullable Object> row = new ArrayList<>();
        CocoImage image = found.image();
        row.add(found.file());
        row.add(image.fileName());
        row.add(image.frame());
        row.add(image.id());
        row.add(person.trackId());
        row.add(person.score());
        row.add(person.boxScore());
        row.addAll(CocoResult.bbox(person.pose().box()));
        for (Keypoint joint : person.pose().keypoints()) {
            row.add(CocoResult.hundredth(joint.x()));
            row.add(CocoResult.hundredth(joint.y()));
            row.add(joint.score());
        }
        row.addAll(angles.of(person.pose()));
        return row;
    }

    private void line(List<@Nullable Object> cells) throws IOException {
        String line = cells.stream().map(CsvFormat::cell).collect(Collectors.joining(","));
        Objects.requireNonNull(to).write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : CsvCell.of(value.toString());
    }

    @Override
    public void end() {}
}
