package org.hrscope.export;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.file.GrowingFile;
import org.jspecify.annotations.Nullable;

/// NumPy arrays with one row per frame and person. N is only known at the end, so rows are collected in a file
/// beside it, and the longest run takes no more memory than a short one.
///
/// | array | type | contents |
/// |---|---|---|
/// | `keypoints` | float32 [N, K, 3] | x and y in pixels, score |
/// | `box` | float32 [N, 4] | x, y, width, height of the box given to the network |
/// | `score` | float32 [N] | as in COCO results |
/// | `track` | int32 [N] | the person, from 1; 0 without tracking |
/// | `frame` | int64 [N] | in a video, from 0; -1 for an image |
/// | `angles` | float32 [N, A] | in degrees, NaN where a joint is unsure; only if angles were asked for |
/// | `file` | int32 [N] | index into `file_names` |
/// | `file_names` | str [F] | the run's files; empty for those without results |
/// | `joints` | str [K] | their names |
/// | `angle_names` | str [A] | only with `angles` |
public final class NpzFormat implements FileSink.Format {
    /// A column of the collected rows.
    ///
    /// @param at    offset of its first byte in a row
    /// @param sizes of the array after N
    record Column(String name, String type, int at, int bytes, List<Long> sizes) {}

    static final Charset UCS4 = Charset.forName("UTF-32LE");

    private final Path path;
    private final Angles asked;
    private Angles.In angles = Angles.In.NONE;
    private final TreeMap<Integer, String> fileNames = new TreeMap<>();
    private @Nullable Parts parts;
    private long rows;

    /// @param path of the file
    public NpzFormat(Path path, Angles asked) {
        this.path = path;
        this.asked = asked;
    }

    private record Parts(OutputStream to, GrowingFile beside, Names names, ByteBuffer row) {}

    /// What the rows are about.
    record Names(List<String> joints, List<String> angles) {}

    static List<Column> columns(Names names) {
        long joints = names.joints.size();
        List<Column> columns = new ArrayList<>();
        int at = 0;
        at = add(columns, "keypoints", "<f4", at, List.of(joints, 3L));
        at = add(columns, "box", "<f4", at, List.of(4L));
        at = add(columns, "score", "<f4", at, List.of());
        at = add(columns, "track", "<i4", at, List.of());
        at = add(columns, "frame", "<i8", at, List.of());
        if (!names.angles.isEmpty()) {
            at = add(columns, "angles", "<f4", at, List.of((long) names.angles.size()));
        }
        add(columns, "file", "<i4", at, List.of());
        return columns;
    }

    private static int add(
            List<Column> columns, String name, String type, int at, List<Long> sizes) {
        long count = sizes.stream().reduce(1L, Math::multiplyExact);
        int bytes = Math.toIntExact(count * (type.charAt(2) - '0'));
        columns.add(new Column(name, type, at, bytes, sizes));
        return at + bytes;
    }

    @Override
    public void begin(OutputStream to, Skeleton skeleton) throws Problem {
        angles = asked.in(skeleton);
        begin(to, new Names(skeleton.joints(), angles.columns()));
    }

    void begin(OutputStream to, Names names) throws Problem {
        Column last = columns(names).getLast();
        ByteBuffer row = ByteBuffer.allocate(last.at + last.bytes).order(ByteOrder.LITTLE_ENDIAN);
        parts = new Parts(to, GrowingFile.beside(path), names, row);
    }

    /// A row as the columns lay it out.
    void row(byte[] row) throws IOException {
        if (parts == null) return;
        parts.beside.stream().write(row);
        rows++;
    }

    long rows() {
        return rows;
    }

    void name(int file, String name) {
        if (!name.isEmpty()) fileNames.put(file, name);
    }

    @Override
    public void frame(FoundImage found) throws IOException {
        if (parts == null) return;
        name(found.file(), found.image().fileName());
        Long frame = found.image().frame();
        for (FoundPose person : found.people()) {
            ByteBuffer row = parts.row.clear();
            for (Keypoint joint : person.pose().keypoints()) {
                row.putFloat((float) joint.x()).putFloat((float) joint.y());
                row.putFloat((float) joint.score());
            }
            BoundingBox box = person.pose().box();
            row.putFloat((float) box.x()).putFloat((float) box.y());
            row.putFloat((float) box.width()).putFloat((float) box.height());
            row.putFloat((float) person.score());
            row.putInt(person.trackId() == null ? 0 : person.trackId());
            row.putLong(frame == null ? -1 : frame);
            for (Double degrees : angles.of(person.pose())) {
                row.putFloat(Objects.requireNonNullElse(degrees, Double.NaN).floatValue());
            }
            row.putInt(found.file());
            row(row.array());
        }
    }

    @Override
    public void end() throws IOException {
        if (parts == null) return;
        // Not closed: that would close the file before it is moved into place.
        NpzWriter npz = new NpzWriter(parts.to);
        for (Column column : columns(parts.names)) write(npz, column, parts);
        List<String> names = new ArrayList<>();
        for (int i = 0; !fileNames.isEmpty() && i <= fileNames.lastKey(); i++) {
            names.add(fileNames.getOrDefault(i, ""));
        }
        write(npz, "file_names", names);
        write(npz, "joints", parts.names.joints);
        if (!parts.names.angles.isEmpty()) write(npz, "angle_names", parts.names.angles);
        npz.finish();
    }

    private void write(NpzWriter npz, Column column, Parts parts) throws IOException {
        List<Long> shape = new ArrayList<>(List.of(rows));
        shape.addAll(column.sizes);
        try (InputStream beside = parts.beside.read();
                DataInputStream all =
                        new DataInputStream(new BufferedInputStream(beside, 1 << 16))) {
            byte[] row = parts.row.array();
            npz.add(
                    column.name,
                    column.type,
                    shape,
                    to -> {
                        for (long i = 0; i < rows; i++) {
                            all.readFully(row);
                            to.write(row, column.at, column.bytes);
                        }
                    });
        }
    }

    /// NumPy strings: fixed length, UCS-4.
    private static void write(NpzWriter npz, String name, List<String> texts) throws IOException {
        int longest =
                texts.stream()
                        .mapToInt(text -> text.codePointCount(0, text.length()))
                        .max()
                        .orElse(0);
        int width = Math.max(1, longest);
        npz.add(
                name,
                "<U" + width,
                List.of((long) texts.size()),
                to -> {
                    for (String text : texts) {
                        byte[] bytes = text.getBytes(UCS4);
                        to.write(bytes);
                        to.write(new byte[4 * width - bytes.length]);
                    }
                });
    }

    @Override
    public void close() throws IOException {
        if (parts != null) parts.beside.close();
    }
}
