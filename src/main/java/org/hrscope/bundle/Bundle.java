package org.hrscope.bundle;

/// What a shared view says: enough to show the same stage and the same joints again. Immutable; written as JSON. What
/// is not known by this version is ignored, and what an older one did not write is absent.
///
/// @param version  of the format, from 1
/// @param language BCP 47 tag of the window it was made in; the reader keeps their own
public record Bundle(
        int version,
        String language,
        SharedSource source,
        SharedNetwork network,
        SharedResults results,
        SharedView view) {
    /// The newest format, and the one that is written.
    public static final int VERSION = 1;

    /// @throws IllegalArgumentException if a part is absent
    public Bundle {
        if (version < 1 || language == null || source == null || network == null)
            throw new IllegalArgumentException("incomplete");
        if (results == null || view == null) throw new IllegalArgumentException("incomplete");
    }
}
