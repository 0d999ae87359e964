package org.hrscope.bundle;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which frame of which source.
///
/// @param text    as parsed by `SourceSpec.parse`
/// @param name    of the image or clip, as the frame says it
/// @param file    of an image or clip: to recognise it under another path; null for anything else
/// @param frame   index in the source, from 0
/// @param nanos   of the frame since the source's start
/// @param picture entry with the image itself; null if it is not enclosed
public record SharedSource(
        String text,
        String name,
        @Nullable FileIdentity file,
        long frame,
        long nanos,
        @Nullable String picture) {
    private static final int LONGEST = 5000;
    private static final Pattern ENTRY = Pattern.compile("pictures/[\\w-]{1,64}\\.[a-z0-9]{1,8}");

    /// @throws IllegalArgumentException if a value is implausible
    public SharedSource {
        if (text == null || text.isBlank() || text.length() > LONGEST)
            throw new IllegalArgumentException("text");
        if (name == null || name.length() > LONGEST) throw new IllegalArgumentException("name");
        if (frame < 0) throw new IllegalArgumentException("frame " + frame);
        if (picture != null && !ENTRY.matcher(picture).matches())
            throw new IllegalArgumentException("picture " + picture);
    }

    /// The enclosed image is the first and only frame of its source.
    public SharedSource enclosed() {
        return new SharedSource(text, name, file, 0, 0, picture);
    }
}
