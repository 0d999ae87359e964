package org.hrscope.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hrscope.domain.Problem;
import org.hrscope.file.WholeFile;
import org.hrscope.json.Json;
import org.jspecify.annotations.Nullable;

/// The file of a shared view: a zip of `view.json` and, if wished, the image under `pictures/`. Any thread.
public final class BundleFile {
    public static final String ENDING = ".hrscope";

    static final String VIEW = "view.json";

    private static final int MOST_VIEW = 4 << 20;
    private static final int MOST_PICTURE = 256 << 20;

    /// The same view gives the same bytes.
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private BundleFile() {}

    /// Whether a file is one of these, by its name.
    public static boolean is(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /// Copies the enclosed image; may be asked twice.
    public interface Picture {
        void writeTo(OutputStream out) throws IOException;
    }

    /// @param picture null if the bundle names none
    /// @throws Problem `file.unwritable`
    public static void write(Path file, Bundle bundle, @Nullable Picture picture) throws Problem {
        try {
            byte[] view = new Json(Json.Names.AS_WRITTEN).bytes(bundle);
            WholeFile.writeUndisturbed(
                    file,
                    channel -> {
                        try (ZipOutputStream zip =
                                new ZipOutputStream(Channels.newOutputStream(channel))) {
                            begin(zip, VIEW);
                            zip.write(view);
                            zip.closeEntry();
                            String name = bundle.source().picture();
                            if (name == null || picture == null) return;
                            begin(zip, name);
                            picture.writeTo(zip);
                            zip.closeEntry();
                        }
                    });
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
    }

    /// For telling a newer format before anything else of it is read.
    record Version(int version) {}

    /// @throws Problem `file.missing`, `file.unreadable`, `bundle.*`, `json.broken`
    public static Bundle read(Path file) throws Problem {
        try (BundleZip zip = BundleZip.open(file)) {
            byte[] view = zip.bytes(VIEW, MOST_VIEW);
            String name = file + ": " + VIEW;
            Json json = new Json(Json.Names.AS_WRITTEN);
            int version = json.read(new ByteArrayInputStream(view), Version.class, name).version();
            if (version > Bundle.VERSION)
                throw new Problem("bundle.newer", file, version, Bundle.VERSION);
            return json.read(new ByteArrayInputStream(view), Bundle.class, name);
        }
    }

    /// Writes the enclosed image to a folder of its own, under its old name.
    ///
    /// @param folder for all such images
    /// @return the image
    /// @throws Problem also `file.unwritable`
    public static Path unpack(Path file, SharedSource source, Path folder) throws Problem {
        String entry = source.picture();
        if (entry == null) throw new Problem("bundle.lacks", file, "pictures");
        try (BundleZip zip = BundleZip.open(file)) {
            byte[] bytes = zip.bytes(entry, MOST_PICTURE);
            String checksum = Long.toHexString(zip.checksum(entry));
            Path picture = folder.resolve(checksum).resolve(safe(source.name(), entry));
            WholeFile.writeUndisturbed(picture, bytes);
            return picture;
        }
    }

    /// A name that leads nowhere else on any system.
    private static String safe(String name, String entry) {
        String stem = name.replaceFirst("\\.[^.]*$", "").replaceAll("[^\\p{L}\\p{N}_-]+", "_");
        String ending = entry.substring(entry.lastIndexOf('.'));
        return (stem.isEmpty() ? "picture" : stem.substring(0, Math.min(80, stem.length())))
                + ending;
    }
}
