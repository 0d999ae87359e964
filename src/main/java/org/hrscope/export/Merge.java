package org.hrscope.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hrscope.domain.Problem;
import org.hrscope.file.FileWork;
import org.hrscope.file.GrowingFile;
import org.hrscope.file.WholeFile;
import org.jspecify.annotations.Nullable;

/// Joins the shards of a run (`estimate --shard`) into the file an unsharded run would have written. Streams row by
/// row: parts may be larger than memory.
public final class Merge {
    /// Formats, told apart by their first bytes.
    private enum Kind {
        NPZ("PK", ".npz"),
        RESULTS("[", ".json"),
        COCO("{", ".json"),
        CSV(CsvFormat.COLUMNS.getFirst() + ",", ".csv");

        private final String head;
        private final String ending;

        Kind(String head, String ending) {
            this.head = head;
            this.ending = ending;
        }

        /// A name that promises another of these formats would mislead whoever opens the file.
        boolean misnamed(Path file) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            return !name.endsWith(ending)
                    && Arrays.stream(values()).anyMatch(kind -> name.endsWith(kind.ending));
        }
    }

    private Merge() {}

    /// @return the number of rows, one per person
    /// @throws Problem if the parts do not belong together; an existing file is then kept
    public static long files(List<Path> parts, Path into) throws Problem {
        Kind kind = kind(parts.getFirst());
        for (Path part : parts) {
            if (kind(part) != kind) throw new Problem("merge.kinds", parts.getFirst(), part);
        }
        if (kind.misnamed(into)) throw new Problem("merge.ending", into, kind.ending);
        try (GrowingFile file = GrowingFile.at(into)) {
            OutputStream to = file.stream();
            long rows =
                    switch (kind) {
                        case RESULTS -> CocoParts.results(parts, to);
                        case COCO -> CocoParts.full(parts, into, to);
                        case CSV -> csv(parts, to);
                        case NPZ -> NpzParts.join(parts, into, to);
                    };
            file.complete();
            return rows;
        } catch (IOException e) {
            throw WholeFile.unwritable(into, e);
        }
    }

    private static Kind kind(Path part) throws Problem {
        FileWork.there(part);
        try (InputStream in = Files.newInputStream(part)) {
            String head = new String(in.readNBytes(64), StandardCharsets.UTF_8);
            for (Kind kind : Kind.values()) if (head.startsWith(kind.head)) return kind;
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", part);
        }
        throw new Problem("merge.kind", part);
    }

    private static long csv(List<Path> parts, OutputStream to) throws IOException, Problem {
        try (InOrder<String> rows = new InOrder<>(CsvRows::file)) {
            String header = null;
            for (Path path : parts) {
                CsvRows part = table(path);
                String own = header(path, part);
                if (header != null && !header.equals(own)) {
                    part.close();
                    boolean same = joints(header).equals(joints(String.valueOf(own)));
                    String key = same ? "merge.angles" : "merge.joints";
                    throw new Problem(key, parts.getFirst(), path);
                }
                header = own;
                rows.add(path, part);
            }
            to.write(bytes(header));
            long count = 0;
            for (String row = rows.next(); row != null; row = rows.next(), count++) {
                to.write(bytes(row));
            }
            return count;
        }
    }

    /// The columns before the angles.
    private static String joints(String header) {
        return header.strip().replaceFirst("_score,(?!.*_score(,|$)).*", "_score");
    }

    private static CsvRows table(Path part) throws Problem {
        return FileWork.reading(part, () -> new CsvRows(part));
    }

    private static @Nullable String header(Path path, CsvRows part) throws IOException, Problem {
        try {
            return part.next();
        } catch (IOException | Problem e) {
            part.close();
            throw e instanceof Problem told ? told : InOrder.unreadable(e, path);
        }
    }

    private static byte[] bytes(@Nullable String line) {
        return Objects.requireNonNull(line).getBytes(StandardCharsets.UTF_8);
    }
}
