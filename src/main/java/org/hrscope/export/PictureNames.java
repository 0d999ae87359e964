package org.hrscope.export;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Unique names for the images a run writes into one folder: `x.png` for the first `x.jpg`, `x_2.png` for the next.
/// Compared ignoring case, as on macOS and Windows. Assigned in the order of requests, so that equal runs give
/// equal names. One thread.
public final class PictureNames {
    /// Leaves room for number and extension within 255 bytes.
    private static final int MOST_BYTES = 200;

    private static final Pattern NUMBERED = Pattern.compile("(?s)(.*)_\\d{6,}\\.png");

    private final Set<String> taken = new HashSet<>();
    private final Set<String> series = new HashSet<>();

    /// @param reserved files in the folder that something else will write
    public PictureNames(Collection<String> reserved) {
        reserved.forEach(name -> taken.add(key(name)));
    }

    /// For a single image.
    public String still(String fileName) {
        String base = base(fileName);
        String name = base + ".png";
        for (int n = 2; !free(key(name)); n++) name = base + "_" + n + ".png";
        taken.add(key(name));
        return name;
    }

    /// The common prefix of a video's frames.
    ///
    /// @see #frame(String, long)
    public String series(String sourceName) {
        String base = base(sourceName);
        String name = base;
        for (int n = 2; series.contains(key(name)) || met(key(name)); n++) name = base + "_" + n;
        series.add(key(name));
        return name;
    }

    /// @param series as returned by [#series]
    /// @param count  from 0
    public static String frame(String series, long count) {
        return String.format(Locale.ROOT, "%s_%06d.png", series, count);
    }

    /// Whether a file is, or could become, one of these.
    public boolean gives(String fileName) {
        return !free(key(fileName));
    }

    private static boolean isFrame(String series, String fileName) {
        Matcher name = NUMBERED.matcher(key(fileName));
        return name.matches() && name.group(1).equals(key(series));
    }

    private boolean free(String key) {
        Matcher name = NUMBERED.matcher(key);
        return !taken.contains(key) && !(name.matches() && series.contains(name.group(1)));
    }

    private boolean met(String series) {
        return taken.stream().anyMatch(name -> isFrame(series, name));
    }

    /// The name without extension and special characters.
    private static String base(String name) {
        String stem =
                name.replaceFirst("\\.[^./\\\\]*$", "").replaceAll("[^\\p{L}\\p{N}._-]+", "_");
        while (stem.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem.isEmpty() ? "picture" : stem;
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
