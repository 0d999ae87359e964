package org.hrscope.export;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// Joins shards written by [NpzFormat].
final class NpzParts {
    private static final int MOST_TEXT = 1 << 26;

    private NpzParts() {}

    /// One part's rows, reassembled from its columns, which are read in parallel.
    private static final class Rows implements InOrder.Rows<byte[]> {
        private final ZipFile zip;
        private final List<DataInputStream> columns = new ArrayList<>();
        private final List<NpzFormat.Column> layout;
        private final NpzFormat.Names names;
        private final List<String> fileNames;
        private final int row;
        private int left = -1;

        /// @throws IllegalArgumentException if it is not such a file
        Rows(Path part) throws IOException {
            zip = new ZipFile(part.toFile());
            boolean whole = false;
            try {
                boolean angles = zip.getEntry("angle_names.npy") != null;
                names =
                        new NpzFormat.Names(
                                texts("joints"), angles ? texts("angle_names") : List.of());
                fileNames = texts("file_names");
                layout = NpzFormat.columns(names);
                for (NpzFormat.Column column : layout) {
                    DataInputStream values = open(column.name());
                    NpyHeader header = NpyHeader.read(values);
                    List<Integer> behind = header.sizes().subList(1, header.sizes().size());
                    if (left < 0) left = header.sizes().getFirst();
                    if (left != header.sizes().getFirst() || left < 0) {
                        throw new EOFException(column.name());
                    }
                    if (!header.type().equals(column.type())
                            || !column.sizes().equals(longs(behind))) {
                        throw new IllegalArgumentException(column.name());
                    }
                    columns.add(values);
                }
                row = layout.getLast().at() + layout.getLast().bytes();
                whole = true;
            } finally {
                if (!whole) zip.close();
            }
        }

        private static List<Long> longs(List<Integer> sizes) {
            return sizes.stream().map(Integer::longValue).toList();
        }

        private DataInputStream open(String name) throws IOException {
            ZipEntry entry = zip.getEntry(name + ".npy");
            if (entry == null) throw new IllegalArgumentException("no " + name);
            InputStream checked = WholeEntry.of(zip, entry);
            return new DataInputStream(new BufferedInputStream(checked));
        }

        private List<String> texts(String name) throws IOException {
            try (DataInputStream in = open(name)) {
                NpyHeader header = NpyHeader.read(in);
                if (!header.type().matches("<U\\d{1,6}") || header.sizes().size() != 1) {
                    throw new IllegalArgumentException(name);
                }
                int width = 4 * Integer.parseInt(header.type().substring(2));
                long bytes = (long) width * header.sizes().getFirst();
                if (bytes > MOST_TEXT) throw new IllegalArgumentException(name);
                byte[] all = in.readNBytes((int) bytes);
                if (all.length < bytes) throw new EOFException();
                List<String> texts = new ArrayList<>();
                for (int at = 0; at < all.length; at += width) {
                    String text = new String(all, at, width, NpzFormat.UCS4);
                    texts.add(text.replaceFirst("\0+$", ""));
                }
                return texts;
            }
        }

        @Override
        public byte @Nullable [] next() throws IOException {
            if (left-- <= 0) {
                // The checksum stands at the end.
                for (DataInputStream column : columns) {
                    if (column.read() >= 0) throw new ZipException("longer than its header says");
                }
                return null;
            }
            byte[] whole = new byte[row];
            for (int i = 0; i < layout.size(); i++) {
                columns.get(i).readFully(whole, layout.get(i).at(), layout.get(i).bytes());
            }
            if (file(whole) >= fileNames.size()) throw new EOFException("file_names");
            return whole;
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    static long join(List<Path> parts, Path into, OutputStream to) throws IOException, Problem {
        NpzFormat format = new NpzFormat(into, Angles.NONE);
        try (InOrder<byte[]> rows = new InOrder<>(NpzParts::file)) {
            NpzFormat.Names names = null;
            for (Path path : parts) {
                Rows part = open(path);
                rows.add(path, part);
                if (names != null && !names.joints().equals(part.names.joints())) {
                    throw new Problem("merge.joints", parts.getFirst(), path);
                }
                if (names != null && !names.equals(part.names)) {
                    throw new Problem("merge.angles", parts.getFirst(), path);
                }
                names = part.names;
                for (int i = 0; i < part.fileNames.size(); i++) {
                    format.name(i, part.fileNames.get(i));
                }
            }
            if (names != null) format.begin(to, names);
            for (byte[] row = rows.next(); row != null; row = rows.next()) format.row(row);
            format.end();
            return format.rows();
        } finally {
            format.close();
        }
    }

    private static Rows open(Path path) throws Problem {
        try {
            return new Rows(path);
        } catch (IOException e) {
            throw InOrder.unreadable(e, path);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Problem(e, "merge.kind", path);
        }
    }

    private static int file(byte[] row) {
        return ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN).getInt(row.length - 4);
    }
}
