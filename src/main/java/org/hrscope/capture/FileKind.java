package org.hrscope.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.hrscope.domain.Problem;

/// The type of a file: by magic number, or by extension where that is inconclusive.
enum FileKind {
    PICTURE,
    VIDEO,
    OTHER;

    private static final Set<String> PICTURES =
            Set.of(
                    "jpg", "jpeg", "jpe", "png", "bmp", "webp", "tif", "tiff", "ppm", "pgm", "pbm",
                    "jp2", "heic", "heif", "avif");

    /// ftyp brands of HEIF images; video files use MP4 brands of their own.
    private static final Set<String> HEIF =
            Set.of("heic", "heix", "heim", "heis", "mif1", "avif", "jpeg");

    private static final Set<String> VIDEOS =
            Set.of(
                    "mp4", "m4v", "mov", "avi", "mkv", "webm", "mpg", "mpeg", "m1v", "m2v", "ts",
                    "mts", "flv", "wmv", "3gp", "ogv", "gif", "h264", "y4m");

    static FileKind of(Path file) throws Problem {
        FileKind kind = ofHead(file);
        return kind == OTHER ? ofName(file) : kind;
    }

    static FileKind ofHead(Path file) throws Problem {
        return ofHead(head(file));
    }

    private static String head(Path file) throws Problem {
        if (Files.isDirectory(file)) throw new Problem("file.isFolder", file);
        byte[] head = new byte[16];
        try (InputStream in = Files.newInputStream(file)) {
            in.readNBytes(head, 0, head.length);
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", file);
        }
        return new String(head, StandardCharsets.ISO_8859_1);
    }

    static FileKind ofName(Path file) {
        String name = file.toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return PICTURES.contains(ending) ? PICTURE : VIDEOS.contains(ending) ? VIDEO : OTHER;
    }

    /// @param head the first 16 bytes, one per character
    private static FileKind ofHead(String head) {
        if (heif(head)) return PICTURE;
        if (head.startsWith("\u0089PNG\r\n")
                || head.startsWith("\u00ff\u00d8\u00ff")
                || (head.startsWith("RIFF") && head.startsWith("WEBP", 8))
                || head.startsWith("II*\0")
                || head.startsWith("MM\0*")
                || head.startsWith("II+\0") // BigTIFF
                || head.startsWith("MM\0+")
                || (head.startsWith("BM") && head.startsWith("\0\0\0\0", 6))
                || head.matches("(?s)P[1-6]\\s.*")
                || head.startsWith("jP  ", 4)
                || head.startsWith("\u00ff\u004f\u00ff\u0051")) {
            return PICTURE;
        }
        if (Set.of("ftyp", "moov", "mdat", "wide").contains(head.substring(4, 8))
                || (head.startsWith("RIFF") && head.startsWith("AVI ", 8))
                || head.startsWith("\u001aE\u00df\u00a3")
                || head.startsWith("OggS")
                || head.startsWith("FLV")
                || head.startsWith("GIF8")
                || head.startsWith("\0\0\u0001\u00ba")
                || head.startsWith("\0\0\u0001\u00b3") // MPEG-1 or 2 without a container
                || head.startsWith("0&\u00b2u")) {
            return VIDEO;
        }
        return OTHER;
    }

    /// HEIC and AVIF: still images in an MP4 container, mostly from phones.
    static boolean heif(Path file) throws Problem {
        return heif(head(file));
    }

    private static boolean heif(String head) {
        return head.startsWith("ftyp", 4) && HEIF.contains(head.substring(8, 12));
    }

    /// Reports a file that cannot be read at all.
    static void check(Path file) throws Problem {
        if (!Files.exists(file)) throw new Problem("file.missing", file);
        try {
            boolean regular = Files.isRegularFile(file);
            // Opening a pipe can block forever, and a device may never end.
            if (!regular && !Files.isDirectory(file)) throw new Problem("file.special", file);
            if (!Files.isReadable(file)) throw new Problem("file.unreadable", file);
            if (regular && Files.size(file) == 0) throw new Problem("file.empty", file);
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", file);
        }
    }
}
